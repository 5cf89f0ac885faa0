/**
 * A worker: takes jobs from the queue, one a thread, and does them in the pool. Any number of workers share the work, in the service itself and
 * on other machines; which one does a job, nobody needs to know. Close it before the pool, and the pool before the store.
 */
import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { run, type WorkerEvents } from 'graphile-worker';
import { sql } from 'kysely';
import { z } from 'zod';
import { openPool } from '../../store/connect.ts';
import { silent } from '../../store/install-queue.ts';
import type { Store } from '../../store/open-store.ts';
import type { JobPool } from '../pool.ts';
import { cancelChannel } from './job-event.ts';
import { type KindName, kindNames } from './kinds.ts';
import { type RunningJob, runJob } from './run-job.ts';
import { openSession } from './session.ts';
import { holdWorkerLock, sweep } from './sweep.ts';

export interface WorkerOptions {
  /** Jobs at once: at most as many as the pool has threads for them. */
  readonly concurrency: number;
  /** The longest that one attempt at a job may take, all in all; two hours by default. */
  readonly deadlineMs?: number;
  /** Takes faults in the program, to be written without their text. */
  readonly fault: (error: unknown) => void;
}

export interface Worker {
  /** As it stands with the jobs that it has taken. */
  readonly id: string;
  /** Takes no more jobs, and gives those at work back to the queue, where another worker, or this one when it starts again, takes them up. */
  readonly close: () => Promise<void>;
}

/** How often the queue is looked into when it has told nothing. */
const pollMs = 1_000;
const sweepMs = 1_000;
const twoHoursMs = 2 * 60 * 60 * 1000;

/** Starts a worker on a store that is open. */
export async function startWorker(
  store: Store,
  pool: Pick<JobPool, 'run'>,
  { concurrency, deadlineMs = twoHoursMs, fault }: WorkerOptions,
): Promise<Worker> {
  const { db, url, masterKey } = store;
  const running = new Map<string, RunningJob>();
  const leaving = new AbortController();
  const events: WorkerEvents = new EventEmitter();
  const named = Promise.withResolvers<string>();
  events.once('pool:create', ({ workerPool }) => named.resolve(workerPool.id));
  const session = openSession({
    url,
    channels: [cancelChannel],
    begin: async (client) => {
      await client.query(holdWorkerLock, [await named.promise]);
    },
    onNotice: (_channel, job) => running.get(job)?.cancel(),
  });
  const connections = openPool(url, concurrency + 2);
  const task = (kind: KindName) => async (payload: unknown) => {
    const id = await named.promise;
    const access = { url, masterKey };
    await runJob(
      { id, db, access, pool, deadlineMs, fault, running, leaving: leaving.signal },
      kind,
      jobOf(payload),
    );
  };
  const queue = await run({
    pgPool: connections,
    ...{ events, concurrency, logger: silent, noHandleSignals: true, pollInterval: pollMs },
    // Asked before every look into the queue: no job is taken without the lock that says who is alive.
    forbiddenFlags: async () => {
      await Promise.race([session.standing(), once(leaving.signal)]);
      return null;
    },
    taskList: Object.fromEntries(kindNames.map((kind) => [kind, task(kind)])),
  });
  const swept = sweepUntil(leaving.signal, store, fault);
  return {
    id: await named.promise,
    close: async () => {
      const left = [...running.keys()];
      leaving.abort();
      for (const job of running.values()) job.leave();
      await queue.stop();
      await swept;
      await offerAtOnce(db, left);
      await session.close();
      await connections.end();
    },
  };
}

const payloadSchema = z.object({ job: z.uuid() });

function jobOf(payload: unknown): string {
  return payloadSchema.parse(payload).job;
}

/** Sweeps every second; of faults in a row, such as a database that is away, the first is told. */
async function sweepUntil(
  leaving: AbortSignal,
  { db }: Store,
  fault: (error: unknown) => void,
): Promise<void> {
  for (let well = true; !leaving.aborted; ) {
    try {
      await sweep(db);
      well = true;
    } catch (error) {
      if (well) fault(error);
      well = false;
    }
    await wait(sweepMs, undefined, { signal: leaving }).catch(() => undefined);
  }
}

/** What was given back waits for nothing: the queue would otherwise hold it for some seconds, as after a fault. */
async function offerAtOnce(db: Store['db'], jobs: readonly string[]): Promise<void> {
  await sql`
    select from graphile_worker.reschedule_jobs(
      array(select id from graphile_worker.jobs where key = any(${[...jobs]}::text[]) and locked_at is null),
      run_at => now())`.execute(db);
}

function once(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
