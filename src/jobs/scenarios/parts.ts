/**
 * The parts of a run that are left to do. Whoever works on one holds its row, which PostgreSQL frees the moment that the process is gone: so no
 * part is done by two at once, none is lost with its worker, and what is done stays done.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../../store/schema/database.ts';

export interface Parts {
  readonly done: number;
  readonly of: number;
}

export async function countParts(db: Kysely<Database>, run: string): Promise<Parts> {
  const { rows } = await sql<Parts>`
    select count(result) as done, count(*) as of from parts_of_runs where run = ${run}`.execute(db);
  return rows[0];
}

/** Takes the first part that nobody holds, does it, and keeps it. `stopped` where `work` gave nothing back; `none` where all are done or held. */
export function doPart(
  db: Kysely<Database>,
  run: string,
  work: (part: number) => Promise<unknown>,
): Promise<'done' | 'stopped' | 'none'> {
  return db.transaction().execute(async (transaction) => {
    const part = await takePart(transaction, run);
    if (part === null) return 'none';
    const result = await work(part);
    if (result === null) return 'stopped';
    await transaction
      .updateTable('parts_of_runs')
      .set({ result: JSON.stringify(result) })
      .where('run', '=', run)
      .where('part', '=', part)
      .execute();
    return 'done';
  });
}

/** The results of those that are done, in their order; undefined for the others. */
export async function readParts(db: Kysely<Database>, run: string): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('parts_of_runs')
    .select('result')
    .where('run', '=', run)
    .orderBy('part')
    .execute();
  return rows.map(({ result }) => result ?? undefined);
}

async function takePart(transaction: Transaction<Database>, run: string): Promise<number | null> {
  const found = await transaction
    .selectFrom('parts_of_runs')
    .select('part')
    .where('run', '=', run)
    .where('result', 'is', null)
    .orderBy('part')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return found?.part ?? null;
}
