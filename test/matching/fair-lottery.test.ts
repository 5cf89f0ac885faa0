/** Whom the lottery favours among people who are alike: over many seeds nobody, whichever engine solves, whoever came first. */
import { expect, test } from 'vitest';
import { solveCanonical } from '../../solver/solve.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { drawAnew } from '../../src/matching/draw-anew.ts';
import { findChoices, problemOf } from '../../src/matching/matching.ts';
import { twoDistricts } from '../store/proposals/standing-region.ts';

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

test.each(['priced', 'highs'] as const)(
  'with half as many seats as people alike, %s places each about every second time',
  async (engine) => {
    const region = twoDistricts(24, 4);
    expect(new Set(problemOf(findChoices(region, defaultPolicy)).score).size).toBe(1);
    const placed = new Map(region.participants.map(({ id }) => [id, 0]));
    const settings = { engine, gap: 0, timeLimitMs: Number.POSITIVE_INFINITY };
    const drawings = drawAnew({ region, policy: defaultPolicy, previous: [], settings }, seeds, (...asked) =>
      solveCanonical(asked[0], { ...asked[1], now: () => performance.now() }),
    );
    for await (const drawing of drawings) {
      expect(drawing.size).toBe(12);
      for (const id of drawing.keys()) placed.set(id, (placed.get(id) ?? 0) + 1);
    }
    // Binomial: of 24 people one falls outside 30 ± 15 with a chance below 1 in 300 if the lottery is fair.
    for (const count of placed.values()) expect(Math.abs(count - seeds.length / 2)).toBeLessThan(15);
  },
);
