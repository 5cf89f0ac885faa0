/** Everything that a region's version tells about one participant: one bundle, opened, however large the region. */
import type { StoreData } from '../open-store.ts';
import { findPersonKeys } from '../person-keys.ts';
import { openBundle, type PersonBundle } from '../regions/person-bundle.ts';

/** Null where there is no such participant, or no longer a key. */
export async function openParticipant(
  { db, vault }: StoreData,
  region: string,
  version: number,
  participant: string,
): Promise<PersonBundle | null> {
  const row = await db
    .selectFrom('participants')
    .select('sealed')
    .where('version', '=', version)
    .where('id', '=', participant)
    .executeTakeFirst();
  const key = (await findPersonKeys(db, vault, region, [participant])).keys.get(participant);
  return row === undefined || key === undefined ? null : openBundle(row.sealed, key, version, participant);
}
