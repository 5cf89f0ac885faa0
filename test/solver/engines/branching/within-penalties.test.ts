import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceFlaw } from '../../../../solver/certificate/pricing.ts';
import { withinPenalties } from '../../../../solver/engines/branching/within-penalties.ts';
import { problemOf } from '../shared-suite.ts';

const price = fc.double({ min: -5, max: 200, noNaN: true });
const times = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 100_000 }));

test('whatever prices come in, the certificate takes what goes out, and none is raised above 0 or its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(price, fc.array(times, { minLength: 3, maxLength: 3 })), { maxLength: 5 }),
      fc.array(price, { minLength: 3, maxLength: 3 }),
      (penalties, priced, ofRows) => {
        const problem = problemOf((b) => {
          penalties.forEach((penalty, r) => {
            b.constraint(`soft-${r}`, 1, penalty);
          });
        });
        const cuts = priced.map(([, each]) => ({
          options: new Int32Array(0),
          coefficients: new Float64Array(0),
          limit: 1,
          overruns: penalties.flatMap((_, r) => (each[r] > 0 ? [[r, each[r]] as const] : [])),
        }));
        const before = [...penalties.map((_, r) => ofRows[r]), ...priced.map(([each]) => each)];
        const prices = Float64Array.from(before);
        withinPenalties(problem, cuts, prices);
        expect(priceFlaw(problem, cuts, prices)).toBeNull();
        prices.forEach((after, i) => {
          expect(after).toBeLessThanOrEqual(Math.max(0, before[i]));
        });
      },
    ),
    { numRuns: 1000 },
  );
});
