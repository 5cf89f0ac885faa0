/** How many of a version's participants have been erased: what runs on that version can no longer show (src/domain/what-stays.ts). */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

export async function countErased(db: Kysely<Database>, version: number): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    select count(*) as erased from participants
    join region_versions on region_versions.id = participants.version
    join person_keys on person_keys.region = region_versions.region and person_keys.participant = participants.id
    where participants.version = ${version} and person_keys.wrapped is null`.execute(db);
  return rows[0].erased;
}
