/** The regions that there are, each with its newest version. */
import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';

export interface ListedRegion {
  readonly id: string;
  readonly name: string;
  /** The number of its newest version; 0 where it has none. */
  readonly version: number;
  readonly importedAt: Date | null;
}

/** Those of the ids, or all; by name. */
export async function listRegions(
  db: Kysely<Database>,
  ids: readonly string[] | 'all',
): Promise<readonly ListedRegion[]> {
  if (ids.length === 0) return [];
  const all = db
    .selectFrom('regions')
    .leftJoin('region_versions', 'region_versions.region', 'regions.id')
    .distinctOn('regions.id')
    .select([
      'regions.id',
      'regions.name',
      'region_versions.number',
      'region_versions.imported_at as importedAt',
    ])
    .orderBy('regions.id')
    .orderBy('region_versions.number', (order) => order.desc().nullsLast());
  const rows = await (ids === 'all' ? all : all.where('regions.id', 'in', ids)).execute();
  return rows
    .map(({ number, ...region }) => ({ ...region, version: number ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv') || (a.id < b.id ? -1 : 1));
}
