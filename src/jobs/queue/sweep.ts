/**
 * Finds what has been left behind, and gives it back to the queue within seconds; graphile-worker by itself would wait four hours.
 *
 * A worker is lost when nobody holds its lock, which PostgreSQL frees the moment that the worker's process or connection is gone, and nothing
 * has been heard from it for some seconds, so that one who only lost the line, and takes the lock again, keeps its jobs.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../../store/schema/database.ts';
import { type Attempt, giveBack } from './attempt.ts';
import { hand } from './enqueue.ts';

/** The first of the two numbers of a worker's lock; the second is drawn from its name. */
const workerLocks = 7_267;
/** Any number that nobody else locks: one worker at a time sweeps. */
const sweeping = 7_267_003;

/** So long may a worker be without its lock and without a heartbeat. */
const graceSeconds = 3;

/** The statement by which a worker's session takes the worker's lock, with the worker's name as its parameter. */
export const holdWorkerLock = `select pg_advisory_lock(${workerLocks}, hashtext($1))`;

/** Gives back the jobs of lost workers, and hands the queue what it should have and has not. */
export function sweep(db: Kysely<Database>): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(${sweeping}) as mine`.execute(transaction);
    if (rows[0]?.mine !== true) return;
    for (const attempt of await lostAttempts(transaction))
      await giveBack(transaction, attempt, 'worker_lost');
    await unlock(transaction);
    await handMissing(transaction);
  });
}

const nobodyHolds = (worker: string) => sql<boolean>`not exists (
  select from pg_locks
  where locktype = 'advisory' and granted and objsubid = 2 and classid = ${workerLocks}
    and objid = (hashtext(${sql.ref(worker)})::bigint & 4294967295)::oid
    and database = (select oid from pg_database where datname = current_database())
)`;
const grace = sql`now() - make_interval(secs => ${graceSeconds})`;

async function lostAttempts(transaction: Transaction<Database>): Promise<readonly Attempt[]> {
  const { rows } = await sql<Attempt>`
    select id as job, worker, attempts as number from jobs
    where state = 'running' and heartbeat_at < ${grace} and ${nobodyHolds('worker')}`.execute(transaction);
  return rows;
}

/** Also what a worker had been given and not yet begun. */
async function unlock(transaction: Transaction<Database>): Promise<void> {
  await sql`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs
      where locked_by is not null and locked_at < ${grace} and ${nobodyHolds('locked_by')}
        and not exists (
          select from jobs where worker = locked_by and state = 'running' and heartbeat_at >= ${grace}
        )
    ))`.execute(transaction);
}

/** After a restore from a backup, the queue's own tables may be empty. */
async function handMissing(transaction: Transaction<Database>): Promise<void> {
  const { rows } = await sql<{ id: string; kind: string }>`
    select id, kind from jobs
    where state in ('queued', 'running')
      and not exists (select from graphile_worker.jobs as handed where handed.key = jobs.id::text)
    order by created_at`.execute(transaction);
  for (const { id, kind } of rows) await hand(transaction, id, kind);
}
