/** Puts a job in the queue, in the transaction of whoever asks for it: both stand, or neither. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../../store/schema/database.ts';
import { announce } from './job-event.ts';
import type { KindName } from './kinds.ts';

export interface NewJob {
  readonly kind: KindName;
  readonly proposal?: string;
  readonly scenarioRun?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** A user; null where a command of the machine's own asks. */
  readonly createdBy: string | null;
}

/** As many wait as may. */
export interface QueueFull {
  readonly status: 'full';
  readonly retryAfterMs: number;
}

/** What is told to wait where no job has ended yet to learn from. */
const guessMs = 30_000;

/** Any number that nobody else locks: one at a time counts those who wait and joins them. */
const joining = 7_267_002;

/** Writes the job and its first event, and hands it to the queue; gives its id. Ask roomIn first. */
export async function enqueue(
  transaction: Transaction<Database>,
  { kind, proposal, scenarioRun, input, createdBy }: NewJob,
): Promise<string> {
  const { id } = await transaction
    .insertInto('jobs')
    .values({
      kind,
      ...(proposal !== undefined && { proposal }),
      ...(scenarioRun !== undefined && { scenario_run: scenarioRun }),
      ...(input !== undefined && { input: JSON.stringify(input) }),
      created_by: createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await announce(transaction, id, { event: 'queued', why: 'requested' });
  await hand(transaction, id, kind);
  return id;
}

/** Who shares the work of another job does so when no job of its own waits: lower numbers come first. */
const priorityOf = (kind: string): number => (kind === 'scenario_share' ? 10 : 0);

/** Hands a job to graphile-worker, once: a job that it has already stays as it is where it waits. */
export async function hand(db: Kysely<Database>, job: string, kind: string): Promise<void> {
  await sql`
    select from graphile_worker.add_job(
      ${kind}::text, ${JSON.stringify({ job })}::json, job_key => ${job}::text, max_attempts => 1000,
      priority => ${priorityOf(kind)}::integer)`.execute(db);
}

/**
 * Null where another job may wait; else how long until one is likely to have gone, in milliseconds. Holds the door to the end of the transaction.
 * (One that sees a single moment may not see who has just come in: then one more than may can wait.)
 */
export async function roomIn(
  transaction: Transaction<Database>,
  mostWaiting: number,
): Promise<QueueFull | null> {
  await sql`select pg_advisory_xact_lock(${joining})`.execute(transaction);
  const { waiting } = await transaction
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('state', '=', 'queued')
    .where('kind', '<>', 'scenario_share')
    .executeTakeFirstOrThrow();
  if (waiting < mostWaiting) return null;
  return { status: 'full', retryAfterMs: await usualMs(transaction) };
}

/** How long the latest jobs took. */
async function usualMs(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ ms: number | null }>`
    select (extract(epoch from avg(ended_at - started_at)) * 1000)::double precision as ms
    from (select started_at, ended_at from jobs where state = 'done' and kind <> 'scenario_share' order by ended_at desc limit 10) as latest`.execute(
    db,
  );
  return rows[0]?.ms ?? guessMs;
}
