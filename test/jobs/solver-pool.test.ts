import { afterAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../solver/problem.ts';
import { createSolverPool } from '../../src/jobs/solver-pool.ts';
import { worthOf } from '../solver/brute-force.ts';

const settings = { engine: 'highs', gap: 0, seed: 1, timeLimitMs: 60_000 } as const;

/** People with a few options each over seats that are too few; `people` of some hundreds keeps HiGHS busy for long. */
function crowd(people: number, choices: number): Problem {
  const seats = Math.ceil(people / 3);
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const options = people * choices;
  const uses = 3;
  return {
    participants: Array.from({ length: people }, (_, p) => `p${p}`),
    constraints: Array.from({ length: seats }, (_, r) => `r${r}`),
    limit: new Float64Array(seats).fill(11),
    penalty: new Float64Array(seats).fill(Number.POSITIVE_INFINITY),
    participant: Int32Array.from({ length: options }, (_, o) => Math.floor(o / choices)),
    score: Float64Array.from({ length: options }, () => 900 + random(200)),
    useStart: Int32Array.from({ length: options + 1 }, (_, o) => o * uses),
    useConstraint: Int32Array.from({ length: options * uses }, (_, e) => {
      const third = Math.floor(seats / uses);
      return (e % uses) * third + random(third);
    }),
    useAmount: Float64Array.from({ length: options * uses }, () => 2 + random(7)),
  };
}

describe('createSolverPool', () => {
  const pool = createSolverPool({ threads: 2 });
  afterAll(() => pool.close());

  test('solves in threads, several at once, and leaves the problem with the caller', async () => {
    const problem = crowd(12, 3);
    const [one, two] = await Promise.all([pool.solve(problem, settings), pool.solve(problem, settings)]);
    expect(one).toEqual(two);
    if (one.status !== 'optimal') throw new Error(`status ${one.status}`);
    expect(worthOf(problem, one.chosen)).toMatchObject({ objective: one.objective, broken: [] });
  });

  test('tells progress, and stops on the signal with the best assignment so far', async () => {
    const problem = crowd(600, 25);
    const controller = new AbortController();
    let ticks = 0;
    const beat = setInterval(() => {
      ticks++;
    }, 10);
    const objectives: (number | null)[] = [];
    const solution = await pool.solve(problem, settings, {
      signal: controller.signal,
      onProgress: (news) => {
        objectives.push(news.objective);
        if (news.phase === 'core') controller.abort();
      },
    });
    clearInterval(beat);
    expect(ticks).toBeGreaterThan(0);
    expect(solution).toMatchObject({ status: 'feasible', stopped: 'signal' });
    if (solution.status !== 'feasible') return;
    expect(worthOf(problem, solution.chosen)).toMatchObject({ objective: solution.objective, broken: [] });
    expect(solution.objective).toBeGreaterThanOrEqual(objectives[0] ?? 0);
  });

  test('starts nothing for a signal that is already aborted', async () => {
    const solution = await pool.solve(crowd(40, 4), settings, { signal: AbortSignal.abort() });
    expect(solution.stopped).toBe('signal');
  });

  test('close stops what runs', async () => {
    const other = createSolverPool({ threads: 1 });
    const working = other.solve(crowd(600, 25), settings, { onProgress: () => other.close() });
    expect((await working).stopped).toBe('signal');
  });
});
