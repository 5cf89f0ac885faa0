import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simplex } from '../../../solver/engines/simplex.ts';
import { bruteForce, worthOf } from '../brute-force.ts';
import { tinyProblem } from '../random-problem.ts';
import { passesSharedSuite, problemOf, unhurried } from './shared-suite.ts';

passesSharedSuite(simplex, { exact: false, keepsHardRows: true });

describe('simplex', () => {
  test('prices scarce seats and soft limits', async () => {
    const problem = problemOf((b) => {
      const scarce = b.constraint('scarce', 1);
      const plenty = b.constraint('plenty', 9);
      const opened = b.constraint('opened', 0, 4);
      for (const [id, score] of [
        ['a', 50],
        ['b', 30],
      ] as const) {
        b.option(b.participant(id), score);
        for (const row of [scarce, plenty, opened]) b.use(row, 1);
      }
    });
    const result = await simplex.solve(problem, unhurried);
    expect(result).toMatchObject({ status: 'found', chosen: Int32Array.of(0, -1) });
    const [scarce, plenty, opened] = result.prices ?? [];
    expect(plenty).toBe(0);
    expect(opened).toBeCloseTo(4);
    expect(scarce).toBeGreaterThanOrEqual(26);
    expect(scarce).toBeLessThanOrEqual(46);
  });

  test('begins no tableau that it could not end in time, and says so', async () => {
    const people = 2000;
    const problem = problemOf((b) => {
      const seats = b.constraint('seats', people);
      for (let p = 0; p < people; p++) {
        const participant = b.participant(`p${p}`);
        for (let k = 0; k < 3; k++) {
          b.option(participant, 10 + k);
          b.use(seats, 1);
        }
      }
    });
    const result = await simplex.solve(problem, unhurried);
    expect(result).toMatchObject({ status: 'found', stopped: 'work', prices: null });
    if (result.status === 'found') expect(worthOf(problem, result.chosen).objective).toBe(12 * people);
  });

  test('finds the optimum of nearly every tiny problem', () => {
    let optimal = 0;
    let feasible = 0;
    const check = fc.asyncProperty(tinyProblem, async (problem) => {
      const best = bruteForce(problem);
      const result = await simplex.solve(problem, unhurried);
      if (best === null) return;
      feasible++;
      if (result.status === 'found' && worthOf(problem, result.chosen).objective === best) optimal++;
    });
    return fc
      .assert(check, { numRuns: 300, seed: 1 })
      .then(() => expect(optimal / feasible).toBeGreaterThan(0.97));
  });
});
