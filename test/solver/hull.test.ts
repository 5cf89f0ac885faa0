import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Facet, facets, type Pair } from '../../solver/hull.ts';

const sorted = (list: readonly Facet[]): string[] => list.map((facet) => facet.join(' ')).sort();

describe('facets of whole pairs', () => {
  test('by hand: three seats, men at most twice the women', () => {
    // Allowed: (0,0) (1,0) (2,0) (3,0) (1,1) (1,2) (2,1): w + m <= 3 and m <= 2 w.
    const pairs: Pair[] = [
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      [1, 1],
      [1, 2],
      [2, 1],
    ];
    expect(sorted(facets(pairs))).toEqual(['-2 1 0', '1 1 3']);
  });

  test('by hand: where the line cuts between whole pairs, the hull is tighter than the line', () => {
    // Two seats, women at least a third: (0,0) (1,0) (2,0) (1,1). The stated row says m <= 2 w, the hull m <= w.
    expect(
      sorted(
        facets([
          [0, 0],
          [1, 0],
          [2, 0],
          [1, 1],
        ]),
      ),
    ).toEqual(['-1 1 0', '1 1 2']);
  });

  test('one pair and pairs on a line are held from every side', () => {
    expect(sorted(facets([[2, 1]]))).toEqual(['-1 0 -2', '0 -1 -1', '0 1 1', '1 0 2']);
    expect(
      sorted(
        facets([
          [1, 1],
          [2, 2],
          [3, 3],
        ]),
      ),
    ).toEqual(['-1 -1 -2', '-1 1 0', '1 -1 0', '1 1 6']);
    expect(facets([])).toEqual([]);
  });

  test('every pair fulfils every facet, each facet touches a pair, and no other whole pair in the box fulfils all', () => {
    const box = 4;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: box }), fc.nat({ max: box })), { minLength: 1, maxLength: 12 }),
        (pairs) => {
          const found = facets(pairs);
          const holds = ([w, m]: Pair): boolean => found.every(([ca, cb, c]) => ca * w + cb * m <= c);
          expect(pairs.every(holds)).toBe(true);
          for (const [ca, cb, c] of found) expect(pairs.some(([w, m]) => ca * w + cb * m === c)).toBe(true);
          // A whole pair outside the hull is cut off: by Caratheodory it is inside iff some triangle of pairs holds it.
          for (let w = 0; w <= box; w++) {
            for (let m = 0; m <= box; m++) expect(holds([w, m])).toBe(inside([w, m], pairs));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Whether a point is a convex combination of some three of the pairs (with repeats). */
function inside(point: Pair, pairs: readonly Pair[]): boolean {
  const side = (a: Pair, b: Pair): number =>
    Math.sign((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]));
  const between = (a: Pair, b: Pair): boolean =>
    side(a, b) === 0 &&
    Math.min(a[0], b[0]) <= point[0] &&
    point[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= point[1] &&
    point[1] <= Math.max(a[1], b[1]);
  return pairs.some((a) =>
    pairs.some(
      (b) =>
        between(a, b) ||
        pairs.some((c) => {
          const turns = [side(a, b), side(b, c), side(c, a)];
          return turns.every((t) => t > 0) || turns.every((t) => t < 0);
        }),
    ),
  );
}
