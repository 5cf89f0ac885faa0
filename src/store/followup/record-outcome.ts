/** Takes in reports of what became of people: one from somebody who signed in, or a table of them; told to the audit log, person by person. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { OutcomeRow } from '../../domain/tables/followup.ts';
import { appendAllAudit, appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import { findPersonKeys } from '../person-keys.ts';
import type { Database } from '../schema/database.ts';
import type { Vault } from '../vault.ts';
import { addOutcomes, outcomesIn } from './outcomes.ts';

export interface NewOutcome {
  readonly region: string;
  readonly outcome: OutcomeRow;
  readonly by: string;
}

export type OutcomeSaved =
  | { readonly status: 'recorded'; readonly id: number }
  /** The team or SFI group that it names has never been in the region. */
  | { readonly status: 'unknown_place'; readonly column: 'team' | 'sfi_group' }
  | { readonly status: 'erased' | 'not_found' };

/** Records one report, a first one or a correction. */
export function recordOutcome({ db, vault }: StoreData, given: NewOutcome): Promise<OutcomeSaved> {
  const { region, outcome, by } = given;
  const { participant } = outcome;
  return db.transaction().execute(async (transaction): Promise<OutcomeSaved> => {
    await holdPersons(transaction, region, [participant]);
    const { keys, erased } = await findPersonKeys(transaction, vault, region, [participant]);
    if (!keys.has(participant)) return { status: erased.length > 0 ? 'erased' : 'not_found' };
    const column = await unknownPlace(transaction, region, outcome);
    if (column !== null) return { status: 'unknown_place', column };
    const [id] = await addOutcomes(transaction, region, keys, [outcome], by);
    await appendAudit(transaction, {
      actor: by,
      action: 'outcome.record',
      region,
      subject: participant,
      detail: { outcome: id, event: outcome.event },
    });
    return { status: 'recorded', id };
  });
}

export interface OutcomesAdded {
  readonly added: number;
  /** Reports that were there already, word for word. */
  readonly known: number;
}

/**
 * Adds those reports of a table that are not there yet: a table that grows over the years may be sent whole each time. Who has been erased
 * or is not known must not be in it.
 */
export async function importOutcomes(
  transaction: Transaction<Database>,
  { vault }: Pick<StoreData, 'vault'>,
  region: string,
  outcomes: readonly OutcomeRow[],
  by: string | null,
): Promise<OutcomesAdded> {
  const persons = [...new Set(outcomes.map((row) => row.participant))];
  await holdPersons(transaction, region, persons);
  const { keys } = await findPersonKeys(transaction, vault, region, persons);
  const fresh = await newOutcomes(transaction, vault, region, outcomes);
  await addOutcomes(transaction, region, keys, fresh, by);
  const counts = Map.groupBy(fresh, (row) => row.participant);
  await appendAllAudit(
    transaction,
    [...counts].map(([subject, rows]) => ({
      actor: by,
      action: 'outcome.import',
      region,
      subject,
      detail: { outcomes: rows.length },
    })),
  );
  return { added: fresh.length, known: outcomes.length - fresh.length };
}

/** Those of the reports that are not there yet. */
export async function newOutcomes(
  db: Kysely<Database>,
  vault: Vault,
  region: string,
  outcomes: readonly OutcomeRow[],
): Promise<readonly OutcomeRow[]> {
  const there = new Set((await outcomesIn(db, vault, region)).map(({ outcome }) => wordsOf(outcome)));
  return outcomes.filter((row) => !there.has(wordsOf(row)));
}

/** The same text for the same report, whatever the order of its columns. */
function wordsOf(row: OutcomeRow): string {
  return JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** From here to the end of the transaction none of them is erased. */
async function holdPersons(
  transaction: Transaction<Database>,
  region: string,
  persons: readonly string[],
): Promise<void> {
  await sql`
    select from person_keys where region = ${region} and participant = any(${[...persons]}::text[])
    order by participant for share`.execute(transaction);
}

async function unknownPlace(
  db: Kysely<Database>,
  region: string,
  { team, sfi_group }: OutcomeRow,
): Promise<'team' | 'sfi_group' | null> {
  if (team !== undefined && !(await hasEverHad(db, region, 'teams', team))) return 'team';
  if (sfi_group !== undefined && !(await hasEverHad(db, region, 'sfi_groups', sfi_group))) return 'sfi_group';
  return null;
}

async function hasEverHad(
  db: Kysely<Database>,
  region: string,
  table: 'teams' | 'sfi_groups',
  id: string,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from ${sql.table(table)} as places join region_versions on region_versions.id = places.version
      where region_versions.region = ${region} and places.id = ${id}) as found`.execute(db);
  return rows[0].found;
}
