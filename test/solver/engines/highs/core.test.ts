import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveByCore } from '../../../../solver/engines/highs/core.ts';
import { shapeOf } from '../../../../solver/engines/highs/model.ts';
import { withHighs } from '../../../../solver/engines/highs/runtime.ts';
import { priceBound } from '../../../../solver/engines/price-bound.ts';
import { startWatch } from '../../../../solver/engines/watch.ts';
import { bruteForce, worthOf } from '../../brute-force.ts';
import { tinyProblem } from '../../random-problem.ts';
import { unhurried } from '../shared-suite.ts';

test('a core that is too small at first, at prices that are too low, still ends at the optimum', async () => {
  const priced = tinyProblem
    .filter((problem) => problem.participant.length > 0)
    .chain((problem) =>
      fc.record({
        problem: fc.constant(problem),
        coreOptions: fc.nat({ max: 6 }),
        shares: fc.array(fc.nat({ max: 10 }), {
          minLength: problem.limit.length,
          maxLength: problem.limit.length,
        }),
      }),
    );
  await fc.assert(
    fc.asyncProperty(priced, async ({ problem, coreOptions, shares }) => {
      const prices = problem.penalty.map((penalty, r) => Math.min(penalty, shares[r]));
      const result = await withHighs((highs) =>
        solveByCore({
          highs,
          shape: shapeOf(problem),
          relaxed: priceBound(problem, prices),
          start: null,
          watch: startWatch(unhurried),
          options: unhurried,
          coreOptions,
        }),
      );
      const best = bruteForce(problem);
      expect(result.infeasible).toBe(best === null);
      if (best === null) return;
      expect(result.bound).toBe(best);
      expect(result.incumbent && worthOf(problem, result.incumbent.chosen)).toMatchObject({
        objective: best,
        broken: [],
      });
    }),
    { numRuns: 400 },
  );
});
