/** What a task is: a function that runs in a thread, with what only that thread has. */
import type { MessagePort } from 'node:worker_threads';
import type { Progress } from '../../solver/engines/engine.ts';
import type { InputProblem } from '../domain/checks/input-problem.ts';
import type { Text } from '../domain/text.ts';

export interface TaskRun {
  /** The thread's monotonic clock, in milliseconds. */
  readonly now: () => number;
  /** Read between steps, also deep inside an engine, which then returns its best assignment so far. */
  readonly signal: { readonly aborted: boolean };
  readonly onProgress?: (progress: Progress) => void;
  readonly onStage?: (stage: Stage) => void;
}

/** How far a task has come that does more than solve. */
export type Stage =
  /** The input stands; `notes` tell what looks odd in it. */
  | { readonly stage: 'read'; readonly notes: readonly InputProblem[] }
  /** An engine begins, which can be stopped and then has a best so far. `reason` says why this one, where it is chosen by size. */
  | { readonly stage: 'solving'; readonly reason: Text | null }
  /** So many of the task's own parts are done; `of` is null where it cannot be known before the end. */
  | { readonly stage: 'part'; readonly finished: number; readonly of: number | null };

/** What crosses from the thread on the way. */
export type News = Stage | { readonly stage: 'progress'; readonly progress: Progress };

export type Task<Input, Output> = (input: Input, run: TaskRun) => Promise<Output>;

/** What crosses to the thread: plain data, shared memory that says stop, and a port for news. */
export interface TaskCall<Input> {
  readonly input: Input;
  /** One number; not 0 means stop. */
  readonly stop: Int32Array<SharedArrayBuffer>;
  /** Receives News; null where nobody listens. */
  readonly news: MessagePort | null;
}
