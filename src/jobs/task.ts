/** What a task is: a function that runs in a thread, with what only that thread has. */
import type { MessagePort } from 'node:worker_threads';
import type { Progress } from '../../solver/engines/engine.ts';

export interface TaskRun {
  /** The thread's monotonic clock, in milliseconds. */
  readonly now: () => number;
  /** Read between steps, also deep inside an engine, which then returns its best assignment so far. */
  readonly signal: { readonly aborted: boolean };
  readonly onProgress?: (progress: Progress) => void;
}

export type Task<Input, Output> = (input: Input, run: TaskRun) => Promise<Output>;

/** What crosses to the thread: plain data, shared memory that says stop, and a port for progress. */
export interface TaskCall<Input> {
  readonly input: Input;
  /** One number; not 0 means stop. */
  readonly stop: Int32Array<SharedArrayBuffer>;
  /** Receives Progress; null where nobody listens. */
  readonly progress: MessagePort | null;
}
