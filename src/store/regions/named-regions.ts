/** The regions that grants name, for whoever has them to choose from. */
import type { Kysely } from 'kysely';
import type { Grant } from '../../domain/access/grants.ts';
import type { Database } from '../schema/database.ts';

export interface NamedRegion {
  readonly id: string;
  readonly name: string;
}

/** By name; a grant that names no region is one for all. */
export async function listNamedRegions(
  db: Kysely<Database>,
  grants: readonly Grant[],
): Promise<readonly NamedRegion[]> {
  const named = grants.flatMap(({ region }) => (region === undefined ? [] : [region]));
  if (grants.length === 0) return [];
  return db
    .selectFrom('regions')
    .select(['id', 'name'])
    .$if(named.length === grants.length, (query) => query.where('id', 'in', named))
    .orderBy('name')
    .orderBy('id')
    .execute();
}
