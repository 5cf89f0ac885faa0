/** Whom the lottery favours among people who are alike: over many seeds nobody, whichever engine solves. */
import { expect, test } from 'vitest';
import { solve } from '../../solver/solve.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { findChoices, problemOf } from '../../src/matching/matching.ts';
import { twoDistricts } from '../store/proposals/standing-region.ts';

const seeds = 60;

test.each(['priced', 'highs'] as const)(
  'with half as many seats as people alike, %s places each about every second time',
  async (engine) => {
    const problem = problemOf(findChoices(twoDistricts(24, 4), defaultPolicy));
    expect(new Set(problem.score).size).toBe(1);
    const placed = problem.participants.map(() => 0);
    for (let seed = 0; seed < seeds; seed++) {
      const limits = { gap: 0, seed, timeLimitMs: Number.POSITIVE_INFINITY };
      const solution = await solve(problem, { engine, ...limits, now: () => performance.now() });
      if (!('chosen' in solution)) throw new Error(solution.status);
      solution.chosen.forEach((option, participant) => {
        if (option >= 0) placed[participant]++;
      });
    }
    expect(placed.reduce((sum, count) => sum + count, 0)).toBe((seeds * problem.participants.length) / 2);
    // Binomial: of 24 people one falls outside 30 ± 15 with a chance below 1 in 300 if the lottery is fair.
    for (const count of placed) expect(Math.abs(count - seeds / 2)).toBeLessThan(15);
  },
);
