/**
 * What became of participants: each report is a row of its own, sealed under the person's key. A correction is a later row about the same fact
 * (src/domain/outcome-facts.ts), so that what was known on a day can be had again. What has been erased can no longer be read, and counts no more.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { type OutcomeRow, outcomeRow } from '../../domain/tables/followup.ts';
import { inBatches } from '../batches.ts';
import type { Person } from '../contacts.ts';
import { findPersonKeys } from '../person-keys.ts';
import type { Database } from '../schema/database.ts';
import { findPersonKey, openJson, sealJson } from '../sealed-json.ts';
import type { PersonKey, Vault } from '../vault.ts';

export interface RecordedOutcome {
  readonly outcome: OutcomeRow;
  readonly at: Date;
  /** A user; null where a command of the machine's own did it. */
  readonly by: string | null;
  readonly byName: string | null;
}

/** Each with when it was recorded, in that order. */
export interface TimedOutcome {
  readonly outcome: OutcomeRow;
  readonly at: Date;
}

/** Adds reports about people who have these keys, in their order; the ids that they got. */
export async function addOutcomes(
  transaction: Transaction<Database>,
  region: string,
  keys: ReadonlyMap<string, PersonKey>,
  outcomes: readonly OutcomeRow[],
  by: string | null,
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const rows of inBatches(outcomes)) {
    const sealed = rows.map((row) => {
      const key = keys.get(row.participant);
      if (key === undefined) throw new Error('an outcome of somebody without a key');
      return sealJson(key, row, outcomeContext(region, row.participant));
    });
    const added = await sql<{ id: number }>`
      insert into outcomes (region, participant, sealed, recorded_by)
      select ${region}, participant, sealed, ${by}
      from unnest(${rows.map((row) => row.participant)}::text[], ${sealed}::bytea[]) with ordinality
        as given (participant, sealed, place)
      order by place
      returning id`.execute(transaction);
    ids.push(...added.rows.map(({ id }) => id));
  }
  return ids;
}

/** All reports about one person, in the order in which they were recorded; none where there is no key to open them with. */
export async function outcomesOf(
  db: Kysely<Database>,
  vault: Vault,
  { region, participant }: Person,
): Promise<readonly RecordedOutcome[]> {
  const key = await findPersonKey(db, vault, region, participant);
  if (key === null) return [];
  const rows = await db
    .selectFrom('outcomes')
    .leftJoin('users', 'users.id', 'outcomes.recorded_by')
    .select(['sealed', 'at', 'recorded_by', 'display_name'])
    .where('region', '=', region)
    .where('participant', '=', participant)
    .orderBy('outcomes.id')
    .execute();
  return rows.map(({ sealed, at, recorded_by, display_name }) => ({
    outcome: opened(key, sealed, region, participant),
    at,
    by: recorded_by,
    byName: display_name,
  }));
}

/** Every report of a region that can be read, in the order in which they were recorded. */
export async function outcomesIn(
  db: Kysely<Database>,
  vault: Vault,
  region: string,
): Promise<readonly TimedOutcome[]> {
  const outcomes: TimedOutcome[] = [];
  const keys = new Map<string, PersonKey>();
  const asked = new Set<string>();
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('outcomes')
      .select(['id', 'participant', 'sealed', 'at'])
      .where('region', '=', region)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    if (rows.length === 0) return outcomes;
    const strangers = [...new Set(rows.map((row) => row.participant))].filter((id) => !asked.has(id));
    for (const id of strangers) asked.add(id);
    for (const [id, key] of (await findPersonKeys(db, vault, region, strangers)).keys) keys.set(id, key);
    for (const { id, participant, sealed, at } of rows) {
      const key = keys.get(participant);
      if (key !== undefined) outcomes.push({ outcome: opened(key, sealed, region, participant), at });
      after = id;
    }
  }
}

/** Rows opened at a time. */
const batch = 5_000;

function opened(key: PersonKey, sealed: Uint8Array, region: string, participant: string): OutcomeRow {
  return outcomeRow.parse(openJson(key, sealed, outcomeContext(region, participant)));
}

function outcomeContext(region: string, participant: string): string {
  return `outcomes/${region}/${participant}`;
}
