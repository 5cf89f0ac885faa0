/**
 * One worker's attempt at a job, from taking it up to its end. Every step demands that the attempt is still this worker's: once another has
 * taken the job up, nothing that the first one says counts, so a result is never there twice.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { type Failure, failure } from '../../errors.ts';
import type { Database } from '../../store/schema/database.ts';
import { announce, type JobEvent } from './job-event.ts';
import { setProposalStatus } from './proposal-status.ts';

export interface Attempt {
  readonly job: string;
  readonly worker: string;
  /** 1, 2, 3 ... within the job. */
  readonly number: number;
}

export type Taken = { readonly status: 'taken'; readonly attempt: Attempt } | { readonly status: 'over' };

export type Ending =
  | { readonly state: 'done'; readonly result: Readonly<Record<string, unknown>> }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'cancelled' };

/** Why an attempt ends without an end of the job. */
export type GivingBack = 'worker_stopped' | 'worker_lost' | 'fault';

/** So many attempts may be lost before the job fails. */
const mostLosses = 3;

/** Takes a job up for a worker whom the queue has given it. Over is one that has ended, also by being cancelled in the meantime. */
export function take(db: Kysely<Database>, job: string, worker: string): Promise<Taken> {
  return db.transaction().execute(async (transaction): Promise<Taken> => {
    const found = await transaction
      .selectFrom('jobs')
      .select(['state', 'attempts', 'cancel_requested_at'])
      .where('id', '=', job)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined || (found.state !== 'queued' && found.state !== 'running'))
      return { status: 'over' };
    if (found.cancel_requested_at !== null) {
      await close(transaction, job, { state: 'cancelled' });
      return { status: 'over' };
    }
    const number = found.attempts + 1;
    const now = sql<Date>`now()`;
    await transaction
      .updateTable('jobs')
      .set({
        ...{ state: 'running', attempts: number, worker, started_at: now, heartbeat_at: now },
        ...{ phase: null, objective: null, bound: null, gap: null, finished: null, parts: null },
      })
      .where('id', '=', job)
      .execute();
    await setProposalStatus(transaction, job, { status: 'running' });
    await announce(transaction, job, { event: 'running', attempt: number });
    return { status: 'taken', attempt: { job, worker, number } };
  });
}

/** Says that the worker is alive, and hears whether the job is still its own and wanted, or has ended by this attempt. */
export async function beat(
  db: Kysely<Database>,
  { job, worker, number }: Attempt,
): Promise<'wanted' | 'cancel_requested' | 'over' | 'lost'> {
  const own = await db
    .updateTable('jobs')
    .set({ heartbeat_at: sql<Date>`now()` })
    .where('id', '=', job)
    .where('worker', '=', worker)
    .where('attempts', '=', number)
    .returning(['state', 'cancel_requested_at'])
    .executeTakeFirst();
  if (own === undefined || own.state === 'queued') return 'lost';
  if (own.state !== 'running') return 'over';
  return own.cancel_requested_at === null ? 'wanted' : 'cancel_requested';
}

/** Keeps how far the job has come; nothing where it is no longer this attempt's. */
export function recordProgress(
  db: Kysely<Database>,
  attempt: Attempt,
  progress: Extract<JobEvent, { event: 'progress' }>,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const { phase, objective, bound, gap, finished = null, parts = null } = progress;
    const own = await ofAttempt(transaction, attempt)
      .set({ phase, objective, bound, gap, finished, parts, heartbeat_at: sql<Date>`now()` })
      .returning('id')
      .executeTakeFirst();
    if (own !== undefined) await announce(transaction, attempt.job, progress);
  });
}

/**
 * Ends the job, in the transaction that keeps its result. False where the attempt is no longer this worker's: then nothing of the
 * transaction may stay.
 */
export async function end(
  transaction: Transaction<Database>,
  attempt: Attempt,
  ending: Ending,
): Promise<boolean> {
  if (!(await isOwn(transaction, attempt))) return false;
  await close(transaction, attempt.job, ending);
  return true;
}

/** Gives a job back to the queue; where too many attempts have been lost, it fails. */
export async function giveBack(
  transaction: Transaction<Database>,
  attempt: Attempt,
  why: GivingBack,
): Promise<'queued' | 'failed' | 'lost'> {
  const own = await ofAttempt(transaction, attempt)
    .set({ losses: sql<number>`losses + ${why === 'worker_stopped' ? 0 : 1}` })
    .returning(['losses', 'id'])
    .executeTakeFirst();
  if (own === undefined) return 'lost';
  if (own.losses >= mostLosses) {
    await close(transaction, attempt.job, { state: 'failed', failure: givenUp[why] });
    return 'failed';
  }
  await transaction.updateTable('jobs').set({ state: 'queued' }).where('id', '=', attempt.job).execute();
  await setProposalStatus(transaction, attempt.job, { status: 'requested' });
  await announce(transaction, attempt.job, { event: 'queued', why });
  return 'queued';
}

/** Ends a job that its caller has locked. */
export async function close(transaction: Transaction<Database>, job: string, ending: Ending): Promise<void> {
  await transaction
    .updateTable('jobs')
    .set({
      state: ending.state,
      ended_at: sql<Date>`now()`,
      ...(ending.state === 'done' && { result: JSON.stringify(ending.result) }),
      ...(ending.state === 'failed' && { failure: JSON.stringify(ending.failure) }),
    })
    .where('id', '=', job)
    .execute();
  if (ending.state === 'failed') {
    await setProposalStatus(transaction, job, { status: 'failed', failure: ending.failure });
  } else if (ending.state === 'cancelled') {
    await setProposalStatus(transaction, job, { status: 'cancelled' });
  }
  await announce(transaction, job, { event: 'ended', state: ending.state });
}

async function isOwn(transaction: Transaction<Database>, { job, worker, number }: Attempt): Promise<boolean> {
  const own = await transaction
    .selectFrom('jobs')
    .select('id')
    .where('id', '=', job)
    .where('worker', '=', worker)
    .where('attempts', '=', number)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst();
  return own !== undefined;
}

function ofAttempt(db: Kysely<Database>, { job, worker, number }: Attempt) {
  return db
    .updateTable('jobs')
    .where('id', '=', job)
    .where('worker', '=', worker)
    .where('attempts', '=', number)
    .where('state', '=', 'running');
}

const workerLost = failure('interrupted', {
  sv: 'De som räknade försvann gång på gång mitt i arbetet; det kan behöva mer minne än de har.',
  en: 'Those who worked on it were lost time and again; it may need more memory than they have.',
});
const givenUp: Readonly<Record<GivingBack, Failure>> = {
  worker_lost: workerLost,
  worker_stopped: workerLost,
  fault: failure('internal', {
    sv: 'Något gick fel som inte var väntat, gång på gång.',
    en: 'Something went wrong that was not foreseen, time and again.',
  }),
};
