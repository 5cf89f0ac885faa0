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

/** How many of a region's participants have ever been erased: it goes up with each, so that what is kept in memory can be told to be old. */
export async function countErasedOf(db: Kysely<Database>, region: string): Promise<number> {
  const { erased } = await db
    .selectFrom('person_keys')
    .select(({ fn }) => fn.countAll<number>().as('erased'))
    .where('region', '=', region)
    .where('wrapped', 'is', null)
    .executeTakeFirstOrThrow();
  return erased;
}
