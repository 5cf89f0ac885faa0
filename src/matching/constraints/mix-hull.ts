import { ceilOfShare } from './whole-share.ts';

/**
 * The integer hull of the allowed mixes of a team: which whole pairs (women, men) may be placed together.
 *
 * A pair is allowed when women + men <= places, women >= women_share x (women + men) and men >= men_share x (women + men). Nobody at all is
 * allowed. People of another gender take places but are in neither share: they never break a mix nor mend one, so no person's gender closes
 * a team to them, and the pairs alone decide. The allowed pairs are all whole points of a convex set, hence all whole points of their
 * convex hull: its facets let every allowed pair through and stop every other, and no tighter linear rows exist.
 *
 * 1. For every total n, list the fewest and the most women allowed; pairs in between lie on the line that joins them.
 * 2. Convex hull by the monotone chain (A. M. Andrew, 1979).
 * 3. Each edge gives a row with whole, coprime coefficients. A hull that is a line gives its two sides and an end; the single pair (0, 0)
 *    says that nobody may come.
 * 4. Left out is what holds anyhow because numbers are not negative, or because places are limited by rows of their own.
 *
 * Cost: O(places log places).
 */
export interface Facet {
  /** women x w + men x m <= limit, for w women and m men placed. */
  readonly women: number;
  readonly men: number;
  readonly limit: number;
}

interface Pair {
  readonly w: number;
  readonly m: number;
}

/** The facets for a number of places and two shares of 0-1, read to a millionth. */
export function mixFacets(places: number, womenShare: number, menShare: number): readonly Facet[] {
  const hull = convexHull(extremePairs(places, womenShare, menShare));
  return facetsOf(hull).filter(({ women, men, limit }) => {
    const heldAnyhow = Math.max(women, men, 0) * places <= limit;
    return !heldAnyhow;
  });
}

/** Step 1, sorted by women, then men. */
function extremePairs(places: number, womenShare: number, menShare: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let n = 0; n <= places; n++) {
    const fewest = ceilOfShare(womenShare, n);
    const most = n - ceilOfShare(menShare, n);
    if (fewest > most) continue;
    pairs.push({ w: fewest, m: n - fewest });
    if (most > fewest) pairs.push({ w: most, m: n - most });
  }
  return pairs.sort((a, b) => a.w - b.w || a.m - b.m);
}

/** Step 2: the corners, counter-clockwise. */
function convexHull(sorted: readonly Pair[]): readonly Pair[] {
  if (sorted.length < 2) return sorted;
  const lower = chain(sorted);
  const upper = chain([...sorted].reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function chain(pairs: readonly Pair[]): readonly Pair[] {
  const corners: Pair[] = [];
  for (const pair of pairs) {
    while (corners.length >= 2 && turn(corners[corners.length - 2], corners[corners.length - 1], pair) <= 0) {
      corners.pop();
    }
    corners.push(pair);
  }
  return corners;
}

/** Above 0 where a, b, c turn left. */
function turn(a: Pair, b: Pair, c: Pair): number {
  return (b.w - a.w) * (c.m - a.m) - (b.m - a.m) * (c.w - a.w);
}

/** Step 3. */
function facetsOf(hull: readonly Pair[]): readonly Facet[] {
  if (hull.length === 1) {
    return [
      { women: 1, men: 0, limit: 0 },
      { women: 0, men: 1, limit: 0 },
    ];
  }
  const edges = hull.map((from, i) => {
    const to = hull[(i + 1) % hull.length];
    return facetThrough(from, to.m - from.m, from.w - to.w);
  });
  if (hull.length > 2) return edges;
  const [start, end] = hull;
  return [...edges, facetThrough(end, end.w - start.w, end.m - start.m)];
}

/** The row with this outward direction that holds exactly at a corner. */
function facetThrough({ w, m }: Pair, women: number, men: number): Facet {
  const divisor = greatestCommonDivisor(Math.abs(women), Math.abs(men));
  const [a, b] = [women / divisor, men / divisor];
  return { women: a, men: b, limit: a * w + b * m };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
