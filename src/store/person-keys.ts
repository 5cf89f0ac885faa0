/** The keys of a region's participants: made when a participant is first seen, kept from version to version, shredded for good. */
import { type Kysely, sql } from 'kysely';
import type { Database } from './schema/database.ts';
import type { PersonKey, Vault } from './vault.ts';

export interface PersonKeys {
  /** By participant. */
  readonly keys: ReadonlyMap<string, PersonKey>;
  /** Those whose key has been shredded. */
  readonly erased: readonly string[];
}

/** The keys that a region's participants have. */
export async function findPersonKeys(
  db: Kysely<Database>,
  vault: Vault,
  region: string,
  participants: readonly string[],
): Promise<PersonKeys> {
  const rows = await db
    .selectFrom('person_keys')
    .select(['participant', 'wrapped'])
    .where('region', '=', region)
    .where(sql<boolean>`participant = any(${[...participants]}::text[])`)
    .execute();
  const keys = new Map<string, PersonKey>();
  const erased: string[] = [];
  for (const { participant, wrapped } of rows) {
    if (wrapped === null) erased.push(participant);
    else keys.set(participant, vault.unwrap(wrapped, personKeyOwner(region, participant)));
  }
  return { keys, erased: erased.sort() };
}

/** New keys for participants who have none yet. */
export async function addPersonKeys(
  db: Kysely<Database>,
  vault: Vault,
  region: string,
  participants: readonly string[],
): Promise<ReadonlyMap<string, PersonKey>> {
  const fresh = participants.map((participant) => ({
    participant,
    ...vault.newKey(personKeyOwner(region, participant)),
  }));
  await sql`
    insert into person_keys (region, master_key, participant, wrapped)
    select ${region}, ${vault.fingerprint}, participant, wrapped
    from unnest(${fresh.map((row) => row.participant)}::text[], ${fresh.map((row) => row.wrapped)}::bytea[])
      as fresh (participant, wrapped)`.execute(db);
  return new Map(fresh.map(({ participant, key }) => [participant, key]));
}

/** Forgets a participant's key: what was sealed under it can never be opened again. False where there is no key to forget. */
export async function shredPersonKey(
  db: Kysely<Database>,
  region: string,
  participant: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('person_keys')
    .set({ wrapped: null, shredded_at: at })
    .where('region', '=', region)
    .where('participant', '=', participant)
    .where('wrapped', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Region ids hold no slash, so this names one person. */
export function personKeyOwner(region: string, participant: string): string {
  return `${region}/${participant}`;
}
