/**
 * The convex hull of a few whole pairs, as inequalities: the tightest that can be said about two counts by lines.
 * Andrew's monotone chain (1979): pairs sorted, lower and upper chain; cost O(n log n) in the number of pairs.
 */
export type Pair = readonly [w: number, m: number];

/** ca w + cb m <= c, with ca and cb coprime whole numbers. */
export type Facet = readonly [ca: number, cb: number, c: number];

const cross = (o: Pair, a: Pair, b: Pair): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b));

/** The corners of the hull, counter-clockwise, without those that lie between two others. */
function corners(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = pairs
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
    .filter((pair, i, all) => i === 0 || pair[0] !== all[i - 1][0] || pair[1] !== all[i - 1][1]);
  if (sorted.length < 3) return sorted;
  const chain = (order: readonly Pair[]): Pair[] => {
    const kept: Pair[] = [];
    for (const pair of order) {
      while (kept.length >= 2 && cross(kept[kept.length - 2], kept[kept.length - 1], pair) <= 0) kept.pop();
      kept.push(pair);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

/**
 * The inequalities that the pairs' convex hull is made of, those left out that w >= 0 and m >= 0 already say. One pair or
 * pairs on a line give the line from both sides and its ends. No pairs give none.
 */
export function facets(pairs: readonly Pair[]): readonly Facet[] {
  const hull = corners(pairs);
  const edges =
    hull.length > 1 ? hull.map((from, i): [Pair, Pair] => [from, hull[(i + 1) % hull.length]]) : [];
  const outward = edges.map(([a, b]): Pair => [b[1] - a[1], a[0] - b[0]]);
  const normals: Pair[] = [...outward];
  if (hull.length === 2)
    normals.push(
      [hull[1][0] - hull[0][0], hull[1][1] - hull[0][1]],
      [hull[0][0] - hull[1][0], hull[0][1] - hull[1][1]],
    );
  if (hull.length === 1) normals.push([1, 0], [-1, 0], [0, 1], [0, -1]);
  return normals
    .map(([w, m]): Facet => {
      const by = divisor(w, m);
      const [ca, cb] = [w / by, m / by];
      return [ca, cb, Math.max(...hull.map((corner) => ca * corner[0] + cb * corner[1]))];
    })
    .filter(([ca, cb, c]) => !(ca <= 0 && cb <= 0 && c >= 0));
}
