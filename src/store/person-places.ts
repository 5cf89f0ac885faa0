/** Where a person is, as far as it decides who may do something with what is held of them: their home district, and the places that they have. */
import type { Kysely } from 'kysely';
import type { Target } from '../domain/access/grants.ts';
import type { Person } from './contacts.ts';
import type { Database } from './schema/database.ts';

/** Whoever may do something at one of these may do it to the person. Empty where the region has no such person. */
export async function placesOfPerson(
  db: Kysely<Database>,
  { region, participant }: Person,
): Promise<readonly Target[]> {
  const known = await db
    .selectFrom('person_keys')
    .select('participant')
    .where('region', '=', region)
    .where('participant', '=', participant)
    .executeTakeFirst();
  if (known === undefined) return [];
  const home = await db
    .selectFrom('participants')
    .innerJoin('region_versions', 'region_versions.id', 'participants.version')
    .select('district')
    .where('region_versions.region', '=', region)
    .where('participants.id', '=', participant)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const places = await db
    .selectFrom('pairs')
    .select(['district', 'principal', 'team'])
    .distinct()
    .where('region', '=', region)
    .where('participant', '=', participant)
    .where('state', 'in', ['locked', 'accepted', 'confirmed', 'started'])
    .execute();
  const district = home?.district ?? null;
  return [
    district === null ? { region } : { region, district },
    ...places.map((place): Target => ({ region, ...place })),
  ];
}
