import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';
import { createJobPool, type JobOutcome } from '../../src/jobs/pool.ts';
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

/** What a job that must have been done came to. */
function done(outcome: JobOutcome<Solution>): Solution {
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.output;
}

/** A problem that keeps a thread for long. */
const long = { problem: crowd(600, 25), settings };

describe('createJobPool', () => {
  const pool = createJobPool({ threads: 2, places: 4 });
  afterAll(() => pool.close());

  test('solves in threads, several at once, and leaves the problem with the caller', async () => {
    const problem = crowd(12, 3);
    const [one, two] = await Promise.all([
      pool.run('solve', { problem, settings }).then(done),
      pool.run('solve', { problem, settings }).then(done),
    ]);
    expect(one).toEqual(two);
    if (one.status !== 'optimal') throw new Error(`status ${one.status}`);
    expect(worthOf(problem, one.chosen)).toMatchObject({ objective: one.objective, broken: [] });
  });

  test('tells progress, and stops on the signal with the best assignment so far', async () => {
    const controller = new AbortController();
    let ticks = 0;
    const beat = setInterval(() => {
      ticks++;
    }, 10);
    const objectives: (number | null)[] = [];
    const solution = await pool
      .run('solve', long, {
        stop: controller.signal,
        onProgress: (news) => {
          objectives.push(news.objective);
          if (news.phase === 'core') controller.abort();
        },
      })
      .then(done);
    clearInterval(beat);
    expect(ticks).toBeGreaterThan(0);
    expect(solution).toMatchObject({ status: 'feasible', stopped: 'signal' });
    if (solution.status !== 'feasible') return;
    expect(worthOf(long.problem, solution.chosen)).toMatchObject({
      objective: solution.objective,
      broken: [],
    });
    expect(solution.objective).toBeGreaterThanOrEqual(objectives[0] ?? 0);
  });

  test('starts nothing for a signal that is already aborted', async () => {
    const problem = crowd(40, 4);
    const solution = await pool.run('solve', { problem, settings }, { stop: AbortSignal.abort() }).then(done);
    expect(solution.stopped).toBe('signal');
    expect(await pool.run('solve', { problem, settings }, { cancel: AbortSignal.abort() })).toEqual({
      status: 'ended',
      why: 'cancelled',
    });
  });

  test('close stops what runs, ends what waits, and takes no more', async () => {
    const other = createJobPool({ threads: 1, places: 2 });
    const begun = Promise.withResolvers<void>();
    const working = other.run('solve', long, { onProgress: () => begun.resolve() });
    await begun.promise;
    const waiting = other.run('solve', long);
    await other.close();
    expect(done(await working).stopped).toBe('signal');
    expect(await waiting).toEqual({ status: 'ended', why: 'closed' });
    expect(await other.run('solve', long)).toEqual({ status: 'ended', why: 'closed' });
  });

  test('a full line turns away; a cancelled job and one past its deadline free their place at once', async () => {
    const small = createJobPool({ threads: 1, places: 2 });
    const leaving = new AbortController();
    const begun = Promise.withResolvers<void>();
    const first = small.run('solve', long, { cancel: leaving.signal, onProgress: () => begun.resolve() });
    const second = small.run('solve', long, { deadlineMs: 50 });
    await begun.promise;
    const third = await small.run('solve', long);
    expect(third).toMatchObject({ status: 'busy' });
    if (third.status === 'busy') expect(third.retryAfterMs).toBeGreaterThan(0);
    leaving.abort();
    expect(await first).toEqual({ status: 'ended', why: 'cancelled' });
    expect(await second).toEqual({ status: 'ended', why: 'deadline' });
    expect(done(await small.run('solve', { problem: crowd(12, 3), settings })).status).toBe('optimal');
    await small.close();
  });

  test.runIf(process.platform === 'linux')(
    'a pool that gives way lowers its threads, not the event loop',
    async () => {
      const behind = createJobPool({ threads: 1, places: 1, givesWay: true });
      const begun = Promise.withResolvers<void>();
      const before = niceOfThreads();
      const working = behind.run('solve', long, { onProgress: () => begun.resolve() });
      await begun.promise;
      const lowered = niceOfThreads().filter((nice) => nice === getPriority() + 10);
      await behind.close();
      await working;
      expect(new Set(before)).toEqual(new Set([getPriority()]));
      expect(lowered).toHaveLength(1);
    },
  );
});

/** Of each thread of this process: the 19th field of its stat (man proc), counted after the name, which may hold spaces. */
function niceOfThreads(): number[] {
  return readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}
