import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Facet, mixFacets } from '../../../src/matching/constraints/mix-hull.ts';

const within = (facets: readonly Facet[], w: number, m: number): boolean =>
  facets.every((facet) => facet.women * w + facet.men * m <= facet.limit);

/** Percents, so that the shares are checked in whole numbers, apart from the code under test. */
const allowed = (w: number, m: number, womenPercent: number, menPercent: number): boolean =>
  100 * w >= womenPercent * (w + m) && 100 * m >= menPercent * (w + m);

function pairs(places: number): [number, number][] {
  return Array.from({ length: places + 1 }, (_, w) =>
    Array.from({ length: places + 1 - w }, (_, m): [number, number] => [w, m]),
  ).flat();
}

describe('facets of the allowed mixes', () => {
  test('half women and half men in three places: one of each or nobody', () => {
    expect(mixFacets(3, 0.5, 0.5)).toEqual(
      expect.arrayContaining([
        { women: 1, men: -1, limit: 0 },
        { women: -1, men: 1, limit: 0 },
        { women: 1, men: 1, limit: 2 },
      ]),
    );
  });

  test('at least 40 % men in five places: the line that a share gives cuts off what it should, and whole numbers cut more', () => {
    // (women, men): 3 women need 2 men; 1 woman needs 1 man; so women - men <= 1 and 2 men for 3 women.
    const facets = mixFacets(5, 0, 0.4);
    expect(within(facets, 3, 2)).toBe(true);
    expect(within(facets, 1, 1)).toBe(true);
    expect(within(facets, 1, 0)).toBe(false);
    expect(within(facets, 2, 1)).toBe(false);
    // Half-way between (0, 0) and (3, 2) is inside the hull, which a row per whole pair could not say.
    expect(within(facets, 1.5, 1)).toBe(true);
    expect(within(facets, 1.5, 0.9)).toBe(false);
  });

  test('shares that no whole pair meets leave nobody', () => {
    expect(within(mixFacets(1, 0.5, 0.5), 1, 0)).toBe(false);
    expect(within(mixFacets(1, 0.5, 0.5), 0, 1)).toBe(false);
    expect(within(mixFacets(4, 0.7, 0.7), 0, 0)).toBe(true);
    expect(within(mixFacets(4, 0.7, 0.7), 1, 1)).toBe(false);
  });

  test('no shares, no rows', () => {
    expect(mixFacets(6, 0, 0)).toEqual([]);
    expect(mixFacets(0, 0.4, 0.4)).toEqual([]);
  });

  test('every allowed pair is let through, every other stopped, and each facet is a tight one in lowest terms', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), percent, percent, (places, women, men) => {
        const facets = mixFacets(places, women / 100, men / 100);
        for (const [w, m] of pairs(places)) {
          expect([w, m, within(facets, w, m)]).toEqual([w, m, allowed(w, m, women, men)]);
        }
        expect(new Set(facets.map((facet) => JSON.stringify(facet))).size).toBe(facets.length);
        for (const facet of facets) {
          const tight = pairs(places).filter(
            ([w, m]) => allowed(w, m, women, men) && facet.women * w + facet.men * m === facet.limit,
          );
          expect(tight.length).toBeGreaterThan(0);
          expect(Number.isInteger(facet.limit)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the hull is the tightest: maximising any direction over the rows gives a whole allowed pair', () => {
    const direction = fc.integer({ min: -5, max: 5 });
    const percent = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        percent,
        percent,
        direction,
        direction,
        (places, women, men, x, y) => {
          const rows = [
            ...mixFacets(places, women / 100, men / 100),
            { women: -1, men: 0, limit: 0 },
            { women: 0, men: -1, limit: 0 },
            { women: 1, men: 1, limit: places },
          ];
          const best = Math.max(
            ...pairs(places)
              .filter(([w, m]) => allowed(w, m, women, men))
              .map(([w, m]) => x * w + y * m),
          );
          const highest = Math.max(
            ...corners(rows)
              .filter(([w, m]) => rows.every((row) => row.women * w + row.men * m <= row.limit + 1e-9))
              .map(([w, m]) => x * w + y * m),
          );
          expect(highest).toBeCloseTo(best, 6);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Where two rows cross: among them are the corners of what the rows allow. */
function corners(rows: readonly Facet[]): [number, number][] {
  return rows.flatMap((a) =>
    rows.flatMap((b): [number, number][] => {
      const det = a.women * b.men - a.men * b.women;
      if (det === 0) return [];
      return [[(a.limit * b.men - a.men * b.limit) / det, (a.women * b.limit - a.limit * b.women) / det]];
    }),
  );
}
