/** JSON and texts about one person, sealed under that person's key. The context says which row it belongs to, and opens nothing elsewhere. */
import type { Kysely } from 'kysely';
import { findPersonKeys } from './person-keys.ts';
import type { Database } from './schema/database.ts';
import { open, type PersonKey, seal, type Vault } from './vault.ts';

export function sealJson(key: PersonKey, value: unknown, context: string): Buffer {
  return seal(key, Buffer.from(JSON.stringify(value)), context);
}

/** To be parsed by whoever knows its schema. */
export function openJson(key: PersonKey, sealed: Uint8Array, context: string): unknown {
  return JSON.parse(open(key, sealed, context).toString());
}

/** The key of one participant; null for whom the region has never had, or who has been erased. */
export async function findPersonKey(
  db: Kysely<Database>,
  vault: Vault,
  region: string,
  participant: string,
): Promise<PersonKey | null> {
  const { keys } = await findPersonKeys(db, vault, region, [participant]);
  return keys.get(participant) ?? null;
}
