import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceOut } from '../../solver/bound.ts';
import { certify } from '../../solver/certificate/certify.ts';
import { UNPLACED } from '../../solver/problem.ts';
import { solve } from '../../solver/solve.ts';
import { teamProblem } from './engines/priced/random-team-problem.ts';

test('the bound is not below the best, and is what the certificate recomputes from the prices', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 500 }), async (seed) => {
      const problem = teamProblem(seed, 30);
      const { prices, bound } = priceOut(problem);
      const nobody = new Int32Array(problem.participants.length).fill(UNPLACED);
      const certified = certify(problem, nobody, { prices });
      expect(Math.abs(certified.bound - bound)).toBeLessThan(1.01);
      const solution = await solve(problem, {
        engine: 'highs',
        gap: 0,
        seed: 0,
        timeLimitMs: Number.POSITIVE_INFINITY,
        now: () => 0,
      });
      if ('objective' in solution) expect(bound).toBeGreaterThanOrEqual(solution.objective - 1e-6);
    }),
    { numRuns: 10 },
  );
});
