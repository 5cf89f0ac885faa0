import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildMadeUp } from '../../../../bench/instances/made-up.ts';
import { canonicalise } from '../../../../solver/canonical.ts';
import { certify } from '../../../../solver/certificate/certify.ts';
import { countCuts } from '../../../../solver/cuts/count-cuts.ts';
import { withCountCuts } from '../../../../solver/cuts/with-count-cuts.ts';
import { withHighs } from '../../../../solver/engines/highs/runtime.ts';
import { withSifting } from '../../../../solver/engines/highs/sift.ts';
import { solveDual } from '../../../../solver/engines/priced/dual.ts';
import { exactPrices } from '../../../../solver/engines/priced/exact-prices.ts';
import { lossesAt } from '../../../../solver/engines/priced/losses.ts';
import { smooth } from '../../../../solver/engines/priced/smooth.ts';
import { compile } from '../../../../solver/engines/priced/working.ts';
import { startWatch } from '../../../../solver/engines/watch.ts';
import { UNPLACED } from '../../../../solver/problem.ts';
import { bruteForce } from '../../brute-force.ts';
import { tinyProblem } from '../../random-problem.ts';
import { teamProblem } from './random-team-problem.ts';

const unhurried = startWatch({
  gap: 0,
  seed: 1,
  timeLimitMs: Number.POSITIVE_INFINITY,
  now: () => 0,
});

describe('prices', () => {
  test('prove what they say, and never less than the best, with and without count cuts', () => {
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        const best = bruteForce(problem);
        const counts = countCuts(problem);
        if (counts.impossible >= 0) expect(best).toBe(null);
        if (best === null) return;
        const { prices, bound } = solveDual(compile(withCountCuts(problem, counts)), unhurried);
        const nobody = new Int32Array(problem.participants.length).fill(UNPLACED);
        const certificate = certify(problem, nobody, { prices, cuts: counts.cuts });
        expect(certificate.flaws).toEqual([]);
        expect(certificate.bound).toBeGreaterThanOrEqual(best);
        expect(Math.abs(certificate.bound - bound)).toBeLessThan(1.001);
      }),
      { numRuns: 500 },
    );
  });

  test.each([1, 2, 3])(
    'come within a thousandth of a percent of the relaxation (problem %i)',
    async (seed) => {
      const problem = teamProblem(seed, 120);
      const whole = withCountCuts(problem, countCuts(problem));
      const exact = await withHighs((highs) =>
        withSifting(highs, whole, unhurried, ({ relax }) => relax(new Map())),
      );
      if (exact.status !== 'priced') throw new Error('the relaxation has no prices');
      const { bound } = solveDual(compile(whole), unhurried);
      expect(bound).toBeGreaterThanOrEqual(exact.relaxed.bound - 1e-6 * exact.relaxed.bound);
      expect(bound).toBeLessThan(exact.relaxed.bound * (1 + 1e-5) + 0.5);
    },
  );

  test('prove the same to a thousandth of a percent in whatever order the problem stands', () => {
    const problem = buildMadeUp('S3', 8, 'base');
    const bounds = [1, 2].map((seed) => {
      const inOrder = canonicalise(problem, seed).problem;
      return solveDual(compile(withCountCuts(inOrder, countCuts(inOrder))), unhurried).bound;
    });
    // In the order of seed 1 a price of 474 points was left on a team with four of its five places free.
    expect(Math.max(...bounds)).toBeLessThan(Math.min(...bounds) * (1 + 1e-5));
  });

  test.each([1, 2, 3])('go on to the relaxation itself by the simplex (problem %i)', async (seed) => {
    const problem = teamProblem(seed, 120);
    const whole = withCountCuts(problem, countCuts(problem));
    const exact = await withHighs((highs) =>
      withSifting(highs, whole, unhurried, ({ relax }) => relax(new Map())),
    );
    if (exact.status !== 'priced') throw new Error('the relaxation has no prices');
    const smoothed = solveDual(compile(whole), unhurried);
    const { prices, bound } = exactPrices(
      whole,
      smoothed.prices,
      lossesAt(whole, smoothed.prices),
      unhurried,
    );
    expect(bound).toBeCloseTo(exact.relaxed.bound, 1);
    expect(lossesAt(whole, prices).bound).toBeCloseTo(bound, 6);
    expect(prices.every((price, r) => price >= 0 && price <= whole.penalty[r])).toBe(true);
  });

  test('of a former run are kept after one pass, and mended where they are far off', () => {
    const working = compile(teamProblem(1, 200));
    const cold = solveDual(working, unhurried);
    const kept = solveDual(working, unhurried, { start: cold.prices });
    expect(kept.passes).toBe(1);
    expect(kept.bound).toBeCloseTo(cold.bound, 3);
    const start = cold.prices.map((price, r) => price * (1 + ((7 * r) % 5) / 20));
    const mended = solveDual(working, unhurried, { start });
    expect(mended.passes).toBeGreaterThan(1);
    expect(mended.bound).toBeLessThan(cold.bound * 1.0001);
  });

  test('move by a gradient and a curvature that finite differences confirm', () => {
    const working = compile(teamProblem(5, 40));
    const { pass, product, diagonal, last } = smooth(working);
    const tau = 30;
    const at = Float64Array.from({ length: working.rows }, (_, r) => 5 + ((7 * r) % 11));
    const valueAt = (r: number, step: number): { value: number; gradient: Float64Array } => {
      const moved = at.slice();
      moved[r] += step;
      pass(moved, tau, 100);
      return { value: last.value, gradient: last.gradient.slice() };
    };
    for (const r of [0, 1, 5, working.rows - 1]) {
      const [up, down] = [valueAt(r, 1e-3), valueAt(r, -1e-3)];
      pass(at, tau, 100);
      expect((up.value - down.value) / 2e-3).toBeCloseTo(last.gradient[r], 4);
      const unit = new Float64Array(working.rows);
      unit[r] = 1;
      const column = new Float64Array(working.rows);
      const main = new Float64Array(working.rows);
      product(unit, column);
      diagonal(main);
      expect(column[r]).toBeCloseTo(main[r], 8);
      column.forEach((entry, s) => {
        expect((tau * (up.gradient[s] - down.gradient[s])) / 2e-3).toBeCloseTo(entry, 3);
      });
    }
  });
});
