/** Asks a job to stop: one that waits is cancelled at once; one that runs is told, wherever it runs, and its worker ends it. */
import { sql, type Transaction } from 'kysely';
import type { Database } from '../../store/schema/database.ts';
import { close } from './attempt.ts';
import { announce, cancelChannel } from './job-event.ts';

export type CancelOutcome =
  /** It had not begun. */
  | { readonly status: 'cancelled' }
  /** Its worker has been told; what it has so far becomes the result. */
  | { readonly status: 'stopping' }
  /** It ended before anybody asked. */
  | { readonly status: 'over'; readonly state: 'done' | 'failed' | 'cancelled' }
  | { readonly status: 'not_found' };

/** `actor` is a user; null where a command of the machine's own asks. Asking again changes nothing. Those that share its work stop with it. */
export async function requestCancel(
  transaction: Transaction<Database>,
  job: string,
  actor: string | null,
): Promise<CancelOutcome> {
  const outcome = await cancelOne(transaction, job, actor);
  const shares = await transaction
    .selectFrom('jobs')
    .innerJoin('jobs as whole', 'whole.scenario_run', 'jobs.scenario_run')
    .select('jobs.id')
    .where('whole.id', '=', job)
    .where('whole.kind', '<>', 'scenario_share')
    .where('jobs.kind', '=', 'scenario_share')
    .where('jobs.state', 'in', ['queued', 'running'])
    .orderBy('jobs.id')
    .execute();
  for (const { id } of shares) await cancelOne(transaction, id, actor);
  return outcome;
}

async function cancelOne(
  transaction: Transaction<Database>,
  job: string,
  actor: string | null,
): Promise<CancelOutcome> {
  const found = await transaction
    .selectFrom('jobs')
    .select(['state', 'cancel_requested_at'])
    .where('id', '=', job)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) return { status: 'not_found' };
  const { state, cancel_requested_at } = found;
  if (state !== 'queued' && state !== 'running') return { status: 'over', state };
  if (cancel_requested_at === null) {
    await transaction
      .updateTable('jobs')
      .set({ cancel_requested_at: sql<Date>`now()`, cancel_requested_by: actor })
      .where('id', '=', job)
      .execute();
    await announce(transaction, job, { event: 'cancel_requested' });
  }
  if (state === 'running') {
    await sql`select pg_notify(${cancelChannel}, ${job})`.execute(transaction);
    return { status: 'stopping' };
  }
  await close(transaction, job, { state: 'cancelled' });
  await sql`select from graphile_worker.remove_job(${job})`.execute(transaction);
  return { status: 'cancelled' };
}
