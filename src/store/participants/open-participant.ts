/** Everything that a region's version tells about a participant: a bundle each, opened, however large the region. */
import { sql } from 'kysely';
import type { StoreData } from '../open-store.ts';
import { findPersonKeys } from '../person-keys.ts';
import { openBundle, type PersonBundle } from '../regions/person-bundle.ts';

/** Null where there is no such participant, or no longer a key. */
export async function openParticipant(
  store: StoreData,
  region: string,
  version: number,
  participant: string,
): Promise<PersonBundle | null> {
  return (await openParticipants(store, region, version, [participant])).get(participant) ?? null;
}

/** Of these: those who are there and have a key. */
export async function openParticipants(
  { db, vault }: StoreData,
  region: string,
  version: number,
  participants: readonly string[],
): Promise<ReadonlyMap<string, PersonBundle>> {
  const rows = await db
    .selectFrom('participants')
    .select(['id', 'sealed'])
    .where('version', '=', version)
    .where(sql<boolean>`id = any(${[...participants]}::text[])`)
    .execute();
  const { keys } = await findPersonKeys(db, vault, region, participants);
  return new Map(
    rows.flatMap(({ id, sealed }) => {
      const key = keys.get(id);
      return key === undefined ? [] : [[id, openBundle(sealed, key, version, id)]];
    }),
  );
}
