import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOf } from '../../../../solver/engines/highs/model.ts';
import { solveRelaxation } from '../../../../solver/engines/highs/run.ts';
import { withHighs } from '../../../../solver/engines/highs/runtime.ts';
import { createDualSimplex } from '../../../../solver/engines/linear/dual-simplex.ts';
import { columnsOf, programOf } from '../../../../solver/engines/linear/program.ts';
import { priceBound } from '../../../../solver/engines/price-bound.ts';
import { startWatch } from '../../../../solver/engines/watch.ts';
import type { Problem } from '../../../../solver/problem.ts';
import { tinyProblem } from '../../random-problem.ts';
import { teamProblem } from '../priced/random-team-problem.ts';

const watch = startWatch({ gap: 0, seed: 1, timeLimitMs: Number.POSITIVE_INFINITY, now: () => 0 });
const MANY = 100_000;

/** The relaxation's value by HiGHS; null where nothing is feasible. */
function byHighs(problem: Problem): Promise<number | null> {
  return withHighs((highs) => {
    const everything = {
      options: Int32Array.from(problem.participant.keys()),
      bonus: new Float64Array(problem.score.length),
      margin: new Float64Array(problem.limit.length),
    };
    const relaxed = solveRelaxation(highs, shapeOf(problem), everything, watch);
    return relaxed.status === 'solved' ? priceBound(problem, relaxed.prices).bound : null;
  });
}

function simplexOf(problem: Problem, prices = new Float64Array(problem.limit.length)) {
  const program = programOf(problem, [], () => true);
  const columns = columnsOf(problem, program, [], Int32Array.from(problem.participant.keys()));
  const scaled = Float64Array.from(program.constraintOf, (r, i) => prices[r] / program.scale[i]);
  const simplex = createDualSimplex(program, columns, {
    prices: scaled,
    best: priceBound(problem, prices).best,
  });
  const pricesNow = (): Float64Array =>
    Float64Array.from(problem.limit.keys(), (r) => {
      const i = program.rowOf[r];
      return i < 0 ? 0 : Math.min(problem.penalty[r], Math.max(0, simplex.price(i) * program.scale[i]));
    });
  return { simplex, program, pricesNow };
}

const isPlain = ({ useAmount }: Problem): boolean => useAmount.every((amount) => Math.abs(amount) < 1e6);

test('its value is that of HiGHS, whatever prices it starts from, and its prices prove it', async () => {
  await fc.assert(
    fc.asyncProperty(tinyProblem, fc.array(fc.nat({ max: 60 })), async (problem, raw) => {
      fc.pre(problem.score.length > 0 && isPlain(problem));
      const start = problem.penalty.map((most, r) => Math.min(most, raw[r % Math.max(1, raw.length)] ?? 0));
      const { simplex, pricesNow } = simplexOf(problem, start);
      const status = simplex.solve(Number.NEGATIVE_INFINITY, MANY);
      const value = await byHighs(problem);
      if (value === null) {
        expect(status).toBe('infeasible');
        return;
      }
      expect(status).toBe('optimal');
      expect(Math.abs(simplex.bound() - value)).toBeLessThan(1e-2);
      expect(Math.abs(priceBound(problem, pricesNow()).bound - value)).toBeLessThan(1e-2);
    }),
    { numRuns: 300 },
  );
});

test('where nothing is feasible its prices prove a bound below whatever was asked for', async () => {
  await fc.assert(
    fc.asyncProperty(tinyProblem, fc.integer({ min: -500, max: 500 }), async (problem, least) => {
      fc.pre(problem.score.length > 0 && isPlain(problem));
      const { simplex, pricesNow } = simplexOf(problem);
      if (simplex.solve(least, MANY) !== 'infeasible') return;
      expect(priceBound(problem, pricesNow()).bound).toBeLessThan(least);
    }),
    { numRuns: 500 },
  );
});

test('closing and opening columns, and other limits, end where a fresh start ends', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.record({ column: fc.nat(), row: fc.nat(), to: fc.integer({ min: 0, max: 3 }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      (seed, changes) => {
        const problem = teamProblem(seed, 20);
        const walked = simplexOf(problem);
        const closed = new Set<number>();
        const limit = problem.limit.slice();
        const offset = 2 * walked.program.rows + walked.program.people;
        for (const { column, row, to } of changes) {
          const k = column % problem.score.length;
          if (!closed.delete(k)) closed.add(k);
          walked.simplex.setUpper(offset + k, closed.has(k) ? 0 : 1);
          const r = row % limit.length;
          if (limit[r] > 0) {
            limit[r] = to;
            walked.simplex.setLimit(
              walked.program.rowOf[r],
              to * walked.program.scale[walked.program.rowOf[r]],
            );
          }
          walked.simplex.solve(Number.NEGATIVE_INFINITY, MANY);
        }
        const fresh = simplexOf({ ...problem, limit });
        for (const k of closed) fresh.simplex.setUpper(offset + k, 0);
        const status = walked.simplex.solve(Number.NEGATIVE_INFINITY, MANY);
        expect(fresh.simplex.solve(Number.NEGATIVE_INFINITY, MANY)).toBe(status);
        if (status === 'optimal') {
          expect(Math.abs(walked.simplex.bound() - fresh.simplex.bound())).toBeLessThan(1e-2);
        }
      },
    ),
    { numRuns: 100 },
  );
});
