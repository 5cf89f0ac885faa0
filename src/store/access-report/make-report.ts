/** Collects all that the store holds about one pseudonym (src/domain/access-report.ts), in one snapshot, unsealed as far as the key is there. */

import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { AccessReport, ReportEntry, ReportPart } from '../../domain/access-report.ts';
import { entriesOfPerson } from '../audit/of-person.ts';
import { type Person, readContact } from '../contacts.ts';
import { outcomesOf } from '../followup/outcomes.ts';
import type { Store } from '../open-store.ts';
import { findPersonKeys } from '../person-keys.ts';
import { openBundle } from '../regions/person-bundle.ts';
import type { Database } from '../schema/database.ts';
import type { PersonKey, Vault } from '../vault.ts';
import { proposalParts } from './proposal-parts.ts';

export type ReportOutcome =
  | { readonly status: 'made'; readonly report: AccessReport }
  | { readonly status: 'not_found' };

/** Makes the report. Whoever may ask for it is the caller's to say, and so is telling the audit log. */
export function makeAccessReport(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  person: Person,
  at: Date,
): Promise<ReportOutcome> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot): Promise<ReportOutcome> => {
      const { region, participant } = person;
      const { keys, erased } = await findPersonKeys(snapshot, vault, region, [participant]);
      const key = keys.get(participant) ?? null;
      if (key === null && erased.length === 0) return { status: 'not_found' };
      const parts: Readonly<Record<ReportPart, readonly ReportEntry[]>> = {
        key: await keyPart(snapshot, person),
        contact: await contactPart(snapshot, vault, person),
        versions: await versionsPart(snapshot, person, key),
        ...(await proposalParts(snapshot, person, key)),
        outcomes: await outcomesPart(snapshot, vault, person),
        log: await logPart(snapshot, person),
      };
      return {
        status: 'made',
        report: { region, participant, made_at: at.toISOString(), erased: key === null, parts },
      };
    });
}

async function keyPart(db: Transaction<Database>, { region, participant }: Person): Promise<ReportEntry[]> {
  return db
    .selectFrom('person_keys')
    .select(['created_at', 'shredded_at'])
    .where('region', '=', region)
    .where('participant', '=', participant)
    .execute();
}

async function contactPart(db: Transaction<Database>, vault: Vault, person: Person): Promise<ReportEntry[]> {
  const found = await readContact({ db, vault }, person);
  return found.status === 'found' ? [{ ...found.contact }] : [];
}

async function versionsPart(
  db: Transaction<Database>,
  { region, participant }: Person,
  key: PersonKey | null,
): Promise<ReportEntry[]> {
  const rows = await db
    .selectFrom('participants')
    .innerJoin('region_versions', 'region_versions.id', 'participants.version')
    .select(['version', 'number', 'imported_at', 'head', 'district', 'sealed'])
    .where('region_versions.region', '=', region)
    .where('participants.id', '=', participant)
    .orderBy('number')
    .execute();
  return rows.map(({ version, number, imported_at, head, district, sealed }) => {
    const { period } = z.object({ period: z.unknown() }).parse(head);
    const told = { version: number, imported_at, period, district };
    if (key === null) return told;
    const bundle = openBundle(sealed, key, version, participant);
    const tables = Object.entries(bundle).map(([table, placed]) => [table, placed.map(([, row]) => row)]);
    return { ...told, ...Object.fromEntries(tables) };
  });
}

/** With the organisation that each came from, without which of its staff. */
async function outcomesPart(db: Transaction<Database>, vault: Vault, person: Person): Promise<ReportEntry[]> {
  const outcomes = await outcomesOf(db, vault, person);
  return outcomes.map(({ outcome: { participant: _, ...told }, at }) => ({ ...told, at }));
}

/** Without who it was: staff are not the person's own data, and their names are for the office to weigh (EU C-579/21). */
async function logPart(db: Transaction<Database>, person: Person): Promise<ReportEntry[]> {
  const { rows } = await sql<{ at: Date; action: string }>`
    select at, action from audit_log where seq in (${entriesOfPerson(person)}) order by seq`.execute(db);
  return rows.map(({ at, action }) => ({ at, action }));
}
