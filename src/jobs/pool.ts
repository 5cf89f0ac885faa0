/**
 * Runs tasks in worker threads, so that the event loop never waits for one. A thread runs one task at a time; more wait
 * in line, and a full line turns away. There are two ways to end a job early: to stop is to write a flag in shared
 * memory, which engines read even inside a long computation, and then return the best so far; to cancel ends the thread
 * itself, whatever it is doing, and nothing comes back.
 */
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Progress } from '../../solver/engines/engine.ts';
import { aborted } from './aborted.ts';
import { createLine } from './line.ts';
import type { News, Stage, TaskCall } from './task.ts';

type Tasks = typeof import('./thread.ts');
type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0]['input'];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;

export interface JobRun {
  /** Stops the task; what it has so far still comes back. */
  readonly stop?: AbortSignal;
  /** Ends the task where it is: nobody waits for it any more. */
  readonly cancel?: AbortSignal;
  /** The longest that the task may take once a thread has begun it; it is then ended where it is. */
  readonly deadlineMs?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly onStage?: (stage: Stage) => void;
}

export type JobOutcome<Output> =
  | { readonly status: 'done'; readonly output: Output }
  /** The line is full. */
  | { readonly status: 'busy'; readonly retryAfterMs: number }
  /** Ended without an output: cancelled, past its deadline, out of memory, or because the pool is closed. */
  | { readonly status: 'ended'; readonly why: 'cancelled' | 'deadline' | 'memory' | 'closed' };

export interface JobPool {
  /** The input is copied, not moved: the caller keeps it. Rejects only for bugs. */
  readonly run: <Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    run?: JobRun,
  ) => Promise<JobOutcome<TaskOutput<Name>>>;
  /** Stops what runs, which still returns what it has, ends what has not stopped in time, and ends the threads. */
  readonly close: () => Promise<void>;
}

export interface PoolSize {
  /** Started when first needed. */
  readonly threads: number;
  /** Jobs at work and in line. */
  readonly places: number;
  /** Whether its threads take the processor only where nobody else wants it: for work that nobody waits for, beside an event loop and a database. */
  readonly givesWay?: boolean;
}

/** On Linux alone a thread has a priority of its own; elsewhere the whole process would give way. */
const NICE_GIVING_WAY = process.platform === 'linux' ? 10 : 0;

/** An unused thread ends after this, and gives its memory back. */
const IDLE_MS = 60_000;
/** So long has a task to stop by itself when the pool closes. */
const GRACE_MS = 5_000;

type Ending = Extract<JobOutcome<never>, { status: 'ended' }>['why'];

/** A job under way or in line. */
interface Job {
  /** One number in shared memory; not 0 means stop. */
  readonly stop: Int32Array<SharedArrayBuffer>;
  readonly halt: () => void;
  /** Aborted where the job is to end without an output. */
  readonly ending: AbortSignal;
  readonly end: (why: Ending) => void;
  /** The first reason to end it. */
  why: Ending | null;
  begun: boolean;
}

export function createJobPool({ threads, places, givesWay = false }: PoolSize): JobPool {
  const piscina = new Piscina({
    filename: new URL('./thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    niceIncrement: givesWay ? NICE_GIVING_WAY : 0,
  });
  const line = createLine(threads, places, () => performance.now());
  const jobs = new Set<Job>();
  let closed = false;

  const run: JobPool['run'] = async (name, input, run = {}) => {
    if (closed) return { status: 'ended', why: 'closed' };
    const place = line.enter();
    if (place.status === 'full') return { status: 'busy', retryAfterMs: place.retryAfterMs };
    const job = createJob();
    jobs.add(job);
    const forget = obey(job, run);
    try {
      await Promise.race([place.turn, aborted(job.ending)]);
      return await inThread(piscina, name, input, job, run);
    } finally {
      forget();
      jobs.delete(job);
      place.leave();
    }
  };

  const close = async (): Promise<void> => {
    closed = true;
    for (const job of jobs) job.begun ? job.halt() : job.end('closed');
    const grace = setTimeout(() => {
      for (const job of jobs) job.end('closed');
    }, GRACE_MS);
    await piscina.close();
    clearTimeout(grace);
  };

  return { run, close };
}

function createJob(): Job {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const ending = new AbortController();
  const job: Job = {
    stop,
    halt: () => Atomics.store(stop, 0, 1),
    ending: ending.signal,
    end: (why) => {
      job.why ??= why;
      ending.abort();
    },
    why: null,
    begun: false,
  };
  return job;
}

/** Lets the signals of whoever asked act on the job; returns how to forget them. */
function obey(job: Job, { stop, cancel }: JobRun): () => void {
  const leave = (): void => job.end('cancelled');
  if (stop?.aborted) job.halt();
  if (cancel?.aborted) leave();
  stop?.addEventListener('abort', job.halt);
  cancel?.addEventListener('abort', leave);
  return () => {
    stop?.removeEventListener('abort', job.halt);
    cancel?.removeEventListener('abort', leave);
  };
}

/** One task in one thread. What comes back has the type of thread.ts's export of that name. */
async function inThread<Name extends TaskName>(
  piscina: Piscina<TaskCall<unknown>, TaskOutput<Name>>,
  name: Name,
  input: TaskInput<Name>,
  job: Job,
  { deadlineMs, onProgress, onStage }: JobRun,
): Promise<JobOutcome<TaskOutput<Name>>> {
  const { stop, ending: signal } = job;
  const deadline = deadlineMs === undefined ? undefined : setTimeout(() => job.end('deadline'), deadlineMs);
  const channel = onProgress || onStage ? new MessageChannel() : null;
  channel?.port1.on('message', (news: News) =>
    news.stage === 'progress' ? onProgress?.(news.progress) : onStage?.(news),
  );
  const call = { input, stop, news: channel?.port2 ?? null };
  job.begun = true;
  try {
    const transferList = channel ? [channel.port2] : [];
    return { status: 'done', output: await piscina.run(call, { name, signal, transferList }) };
  } catch (error) {
    if (job.why !== null) return { status: 'ended', why: job.why };
    if (isOutOfMemory(error)) return { status: 'ended', why: 'memory' };
    throw error;
  } finally {
    clearTimeout(deadline);
    channel?.port1.close();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
