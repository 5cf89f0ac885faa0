/**
 * The integer hull of small counts: the facets of the convex hull of a set of whole pairs (w, m).
 *
 * 1. The pairs are sorted and their hull is walked counter-clockwise (Andrew's monotone chain, 1979).
 * 2. Every edge from one corner to the next has all pairs to its left: that is one facet, divided by what its numbers
 *    have in common.
 * 3. A hull without area, a segment or a point, is closed by the two sides and the two ends of the segment.
 *
 * Cost: O(n log n) for n pairs.
 */

/** ca w + cb m <= c. */
export type Facet = readonly [ca: number, cb: number, c: number];

type Pair = readonly [w: number, m: number];

/** Facets of the hull of at least one pair of whole numbers. */
export function facetsOf(pairs: readonly Pair[]): readonly Facet[] {
  const corners = cornersOf(pairs);
  if (corners.length === 1) return boxAround(corners[0]);
  if (corners.length === 2) return segment(corners[0], corners[1]);
  return corners.map((from, i) => edge(from, corners[(i + 1) % corners.length]));
}

/** Twice the area to the left of a -> b as seen from c; above 0 where c lies to the left. */
const turn = (a: Pair, b: Pair, c: Pair): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

function cornersOf(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (walk: readonly Pair[]): Pair[] => {
    const chain: Pair[] = [];
    for (const pair of walk) {
      while (chain.length >= 2 && turn(chain[chain.length - 2], chain[chain.length - 1], pair) <= 0)
        chain.pop();
      chain.push(pair);
    }
    return chain;
  };
  const lower = half(sorted);
  const upper = half(sorted.toReversed());
  if (lower.length === 1) return lower;
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

/** All pairs lie to the left of the edge. */
function edge(from: Pair, to: Pair): Facet {
  return facet(to[1] - from[1], from[0] - to[0], from);
}

function segment(from: Pair, to: Pair): readonly Facet[] {
  const along: Pair = [to[0] - from[0], to[1] - from[1]];
  return [edge(from, to), edge(to, from), facet(along[0], along[1], to), facet(-along[0], -along[1], from)];
}

function boxAround(pair: Pair): readonly Facet[] {
  return [facet(1, 0, pair), facet(0, 1, pair), facet(-1, 0, pair), facet(0, -1, pair)];
}

/** The facet with this direction that touches the pair. */
function facet(ca: number, cb: number, at: Pair): Facet {
  const common = commonDivisor(Math.abs(ca), Math.abs(cb));
  const a = ca / common;
  const b = cb / common;
  return [a, b, a * at[0] + b * at[1]];
}

export function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
