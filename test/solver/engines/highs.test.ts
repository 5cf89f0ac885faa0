import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '../../../solver/canonical.ts';
import type { EngineResult, Progress } from '../../../solver/engines/engine.ts';
import { highs } from '../../../solver/engines/highs.ts';
import type { Problem } from '../../../solver/problem.ts';
import { bruteForce, worthOf } from '../brute-force.ts';
import { tinyProblem, wideProblem } from '../random-problem.ts';
import { passesSharedSuite, problemOf, unhurried } from './shared-suite.ts';

passesSharedSuite(highs, { exact: true, keepsHardRows: true });

function assigned(result: EngineResult): Int32Array {
  if (result.status !== 'found') throw new Error('no answer');
  return result.chosen;
}

/** `people` alike, for `seats` alike seats. */
function alike(people: number, seats: number): Problem {
  return problemOf((b) => {
    const row = b.constraint('seats', seats);
    for (let p = 0; p < people; p++) {
      b.option(b.participant(`p${p}`), 10);
      b.use(row, 1);
    }
  });
}

describe('highs', () => {
  test('its prices at an integral relaxation prove the optimum', async () => {
    const result = await highs.solve(alike(3, 2), unhurried);
    expect(Array.from(result.prices ?? [])).toEqual([10]);
  });

  test('leaves ties to the lottery: every participant is left out under some seed, about as often', async () => {
    const leftOut = new Map<string, number>();
    for (let seed = 0; seed < 200; seed++) {
      const { problem } = canonicalise(alike(4, 3), seed);
      const chosen = assigned(await highs.solve(problem, { ...unhurried, seed }));
      const id = problem.participants[chosen.indexOf(-1)];
      leftOut.set(id, (leftOut.get(id) ?? 0) + 1);
    }
    expect([...leftOut.keys()].sort()).toEqual(['p0', 'p1', 'p2', 'p3']);
    for (const times of leftOut.values()) expect(times).toBeGreaterThan(25);
  });

  test('starts from a better assignment, and forgives one that breaks a row', async () => {
    const problem = alike(3, 2);
    for (const warmStart of [Int32Array.of(0, 1, -1), Int32Array.of(0, 1, 2)]) {
      const result = await highs.solve(problem, { ...unhurried, warmStart });
      expect(worthOf(problem, assigned(result))).toMatchObject({ objective: 20, broken: [] });
    }
    const stopped = await highs.solve(problem, {
      ...unhurried,
      warmStart: Int32Array.of(-1, 1, 2),
      signal: { aborted: true },
    });
    expect(worthOf(problem, assigned(stopped)).objective).toBe(20);
  });

  test('finds the optimum where only some of the options make the core', async () => {
    await fc.assert(
      fc.asyncProperty(wideProblem, fc.nat(), async (problem, seed) => {
        const best = bruteForce(problem);
        const result = await highs.solve(problem, { ...unhurried, seed });
        if (best === null) {
          expect(result).toMatchObject({ status: 'none', infeasible: true });
          return;
        }
        expect(result.ownBound).toBe(best);
        expect(worthOf(problem, assigned(result))).toMatchObject({ objective: best, broken: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('looks past the options with the most points where only a poor one meets a hard minimum', async () => {
    const problem = problemOf((b) => {
      const least = b.constraint('least', -1);
      const person = b.participant('only');
      for (let score = 60; score > 0; score--) b.option(person, score);
      b.use(least, -1);
    });
    const result = await highs.solve(problem, unhurried);
    expect(worthOf(problem, assigned(result))).toMatchObject({ objective: 1, broken: [] });
  });

  test('stops at the gap that it is given, within that gap of the truth', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const best = bruteForce(problem);
        const result = await highs.solve(problem, { ...unhurried, gap: 0.2 });
        if (best === null) {
          expect(result).toMatchObject({ status: 'none', infeasible: true });
          return;
        }
        const { objective } = worthOf(problem, assigned(result));
        expect(best - objective).toBeLessThanOrEqual(0.2 * Math.max(1, Math.abs(objective)));
      }),
      { numRuns: 200 },
    );
  });

  test('tells how it goes, with bounds that never fall below the answer', async () => {
    const news: Progress[] = [];
    const result = await highs.solve(alike(30, 20), { ...unhurried, onProgress: (n) => news.push(n) });
    expect(news[0].phase).toBe('relaxation');
    const { objective } = worthOf(alike(30, 20), assigned(result));
    for (const { bound } of news) expect(bound ?? objective).toBeGreaterThanOrEqual(objective);
  });
});
