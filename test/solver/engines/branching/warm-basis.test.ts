import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRelaxation,
  type Relaxation,
  type RelaxationStart,
} from '../../../../solver/engines/branching/relaxation.ts';
import { priceBound } from '../../../../solver/engines/price-bound.ts';
import type { Problem } from '../../../../solver/problem.ts';
import { tinyProblem } from '../../random-problem.ts';
import { teamProblem } from '../priced/random-team-problem.ts';

const MANY = 100_000;
const all = ({ score }: Problem): Int32Array => Int32Array.from(score.keys());

function fresh(problem: Problem): RelaxationStart {
  const prices = new Float64Array(problem.limit.length);
  return { prices, best: priceBound(problem, prices).best };
}

const relaxationOf = (problem: Problem, options: Int32Array, start: RelaxationStart): Relaxation =>
  createRelaxation(problem, [], options, start, () => true);

function bestOf(relaxation: Relaxation): number | null {
  const solved = relaxation.solve(Number.NEGATIVE_INFINITY, MANY);
  if (!solved) throw new Error('the steps ran out');
  return solved.optimal ? solved.bound : null;
}

const isPlain = ({ useAmount }: Problem): boolean => useAmount.every((amount) => Math.abs(amount) < 1e6);

describe('from the basis of a solved relaxation', () => {
  test('the same one takes no step, whatever the order of its columns', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (seed) => {
        const problem = teamProblem(seed, 30);
        const first = relaxationOf(problem, all(problem), fresh(problem));
        const value = bestOf(first);
        if (value === null) return;
        const again = relaxationOf(problem, all(problem).toReversed(), { basis: first.basis() });
        expect(bestOf(again)).toBeCloseTo(value, 4);
        expect(again.steps()).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test('another one ends where a fresh start ends: other limits, options and rows', () => {
    fc.assert(
      fc.property(tinyProblem, fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1 }), (problem, by) => {
        fc.pre(problem.score.length > 0 && isPlain(problem));
        const first = relaxationOf(problem, all(problem), fresh(problem));
        first.solve(Number.NEGATIVE_INFINITY, MANY);
        const changed = {
          ...problem,
          limit: problem.limit.map((limit, r) => limit + by[r % by.length]),
        };
        const fewer = all(problem).filter((k) => (k + by.length) % 3 !== 0);
        const warm = relaxationOf(changed, fewer, { basis: first.basis() });
        const value = bestOf(relaxationOf(changed, fewer, fresh(changed)));
        if (value === null) expect(bestOf(warm)).toBeNull();
        else expect(bestOf(warm)).toBeCloseTo(value, 2);
      }),
      { numRuns: 500 },
    );
  });

  test('one seat more takes fewer steps than a fresh start', () => {
    const problem = teamProblem(7, 200);
    const first = relaxationOf(problem, all(problem), fresh(problem));
    bestOf(first);
    const seat = { ...problem, limit: problem.limit.map((limit, r) => (r === 0 ? limit + 1 : limit)) };
    const warm = relaxationOf(seat, all(seat), { basis: first.basis() });
    const cold = relaxationOf(seat, all(seat), fresh(seat));
    expect(bestOf(warm)).toBeCloseTo(bestOf(cold) ?? Number.NaN, 2);
    expect(warm.steps()).toBeLessThan(cold.steps() / 5);
  });
});
