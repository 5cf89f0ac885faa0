/**
 * Solves in worker threads, so that the event loop never waits for a solver. A thread runs one solve at a time; more
 * wait their turn. Progress comes over a port of its own; to stop is to write a flag in shared memory, which engines
 * read even inside a long computation: they then return the best assignment so far.
 */
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Progress } from '../../solver/engines/engine.ts';
import type { Problem } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';
import type { PoolSettings, SolverTask } from './solver-task.ts';

export type { PoolSettings } from './solver-task.ts';

/** An unused thread ends after this, and gives its memory back. */
const IDLE_MS = 60_000;

export interface PoolRun {
  /** Stops the solve; its best assignment so far is still returned, with `stopped: 'signal'`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface SolverPool {
  /**
   * Solves in a thread. The problem is copied, not moved: the caller keeps it. The time limit counts from when a
   * thread is free. Rejects only for bugs, and for solves still waiting when the pool is closed.
   */
  readonly solve: (problem: Problem, settings: PoolSettings, run?: PoolRun) => Promise<Solution>;
  /** Stops what runs, which still returns what it has, and ends the threads. */
  readonly close: () => Promise<void>;
}

/** A pool of at most `threads` solver threads, started when first needed. */
export function createSolverPool({ threads }: { readonly threads: number }): SolverPool {
  const pool = new Piscina<SolverTask, Solution>({
    filename: new URL('./solver-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
  });
  const running = new Set<Int32Array>();

  const solve = async (problem: Problem, settings: PoolSettings, run: PoolRun = {}): Promise<Solution> => {
    const { signal, onProgress } = run;
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const halt = (): void => {
      Atomics.store(stop, 0, 1);
    };
    if (signal?.aborted) halt();
    signal?.addEventListener('abort', halt, { once: true });
    running.add(stop);
    const channel = onProgress ? new MessageChannel() : null;
    channel?.port1.on('message', (news: Progress) => onProgress?.(news));
    try {
      return await pool.run(
        { problem, settings, stop, progress: channel?.port2 ?? null },
        { transferList: channel ? [channel.port2] : [] },
      );
    } finally {
      channel?.port1.close();
      running.delete(stop);
      signal?.removeEventListener('abort', halt);
    }
  };

  const close = async (): Promise<void> => {
    for (const stop of running) Atomics.store(stop, 0, 1);
    await pool.close();
  };

  return { solve, close };
}
