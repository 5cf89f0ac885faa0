/** What goes to a solver thread: plain data, a port for progress, and shared memory that says stop. */
import type { MessagePort } from 'node:worker_threads';
import type { Problem } from '../../solver/problem.ts';
import type { SolveSettings } from '../../solver/solve.ts';

/** Settings without what only one thread has: its clock, its signal, its functions. */
export type PoolSettings = Omit<SolveSettings, 'now' | 'signal' | 'onProgress'>;

export interface SolverTask {
  readonly problem: Problem;
  readonly settings: PoolSettings;
  /** One number; not 0 means stop. */
  readonly stop: Int32Array<SharedArrayBuffer>;
  /** Receives Progress; null where nobody listens. */
  readonly progress: MessagePort | null;
}
