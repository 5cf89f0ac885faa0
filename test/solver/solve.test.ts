import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalise } from '../../solver/canonical.ts';
import { solve, solveCanonical } from '../../solver/solve.ts';
import { permuted } from './permuted.ts';
import { tinyProblem } from './random-problem.ts';

// Greedy breaks hard rows, HiGHS has bounds of its own, priced has cuts: each tells its answer in other fields.
test.each(['greedy', 'highs', 'priced'] as const)(
  'the answer is the same, whether the problem or its canonical form is given: %s',
  async (engine) => {
    await fc.assert(
      fc.asyncProperty(tinyProblem.chain(permuted), async ({ problem }) => {
        const order = Int32Array.from(problem.participants.keys()).reverse();
        const settings = { engine, gap: 0, seed: 3, timeLimitMs: 60_000, now: () => 0, order };
        const answer = await solve(problem, settings);
        expect(await solveCanonical(canonicalise(problem, 3), settings)).toEqual(answer);
      }),
      { numRuns: 40 },
    );
  },
);
