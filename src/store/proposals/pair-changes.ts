/**
 * Whether a proposal's pairs are as they were when something was read of them, at the cost of the few rows that changed since, however many pairs
 * there are.
 *
 * Every pair says in which transaction it was last written (changed_in). Of a snapshot, all transactions below its xmin are over: what they wrote is
 * seen, and whatever is written later carries a number from xmin on. So the pairs from xmin on, counted with the sum of their versions, change
 * with every write that is committed after the snapshot, also of a transaction that began before it. Versions only grow, and pairs are
 * not taken away one by one.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

export interface PairsMoment {
  readonly xmin: string;
  /** Of the pairs written from xmin on, as they were. */
  readonly stamp: string;
}

/** The present moment: to be asked for before the pairs are read that are then held to be of this moment. */
export async function pairsMoment(db: Kysely<Database>, proposal: string): Promise<PairsMoment> {
  const { rows } = await sql<PairsMoment>`
    select now.xmin::text as xmin, ${stampSince(proposal, sql`now.xmin`)} as stamp
    from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) as now`.execute(db);
  return rows[0];
}

export async function pairsUnchanged(
  db: Kysely<Database>,
  proposal: string,
  { xmin, stamp }: PairsMoment,
): Promise<boolean> {
  const { rows } = await sql<{ stamp: string }>`
    select ${stampSince(proposal, sql`${xmin}::text::xid8`)} as stamp`.execute(db);
  return rows[0].stamp === stamp;
}

function stampSince(proposal: string, xmin: ReturnType<typeof sql>) {
  return sql`(
    select count(*) || '/' || coalesce(sum(version), 0)
    from pairs where proposal = ${proposal} and changed_in >= ${xmin})`;
}
