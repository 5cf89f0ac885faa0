/** What is known of a region's versions without their rows. */
import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';

export interface RegionVersion {
  readonly id: number;
  readonly region: string;
  /** 1, 2, 3 ... within the region. */
  readonly number: number;
  readonly digest: string;
  readonly note: string;
  readonly importedAt: Date;
  /** A user; null where a command of the machine's own did it. */
  readonly importedBy: string | null;
}

/** The newest version, or null where the region has none. */
export async function latestVersion(db: Kysely<Database>, region: string): Promise<RegionVersion | null> {
  const latest = selectVersions(db).where('region', '=', region).orderBy('number', 'desc').limit(1);
  return (await latest.executeTakeFirst()) ?? null;
}

/** One version by its number within the region, or null. */
export async function findVersion(
  db: Kysely<Database>,
  region: string,
  number: number,
): Promise<RegionVersion | null> {
  const asked = selectVersions(db).where('region', '=', region).where('number', '=', number);
  return (await asked.executeTakeFirst()) ?? null;
}

function selectVersions(db: Kysely<Database>) {
  return db
    .selectFrom('region_versions')
    .select([
      'id',
      'region',
      'number',
      'digest',
      'note',
      'imported_at as importedAt',
      'imported_by as importedBy',
    ]);
}
