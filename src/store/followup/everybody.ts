/**
 * A region as follow-up needs it: its newest version, and with it everybody who has ever been a participant, as they were last, and where
 * they lived, worked and learned. Who has come to the end of their place is not in the next import, and it is their outcome that counts.
 */
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { type Region, regionTables } from '../../domain/region.ts';
import type { StoreData } from '../open-store.ts';
import { findPersonKeys } from '../person-keys.ts';
import { loadRegionVersion } from '../regions/load-region-version.ts';
import { openBundle, type PersonBundle } from '../regions/person-bundle.ts';
import { latestVersion } from '../regions/region-version.ts';
import type { Database } from '../schema/database.ts';

export interface Everybody {
  readonly region: Region;
  /** How many have been erased since, and count no more. */
  readonly erased: number;
}

/** Null where the region has no version. Cost: linear in the rows of the newest version, and in those who have left. */
export async function loadEverybody(store: StoreData, region: string): Promise<Everybody | null> {
  const latest = await latestVersion(store.db, region);
  const loaded = latest === null ? null : await loadRegionVersion(store, latest.id);
  if (latest === null || loaded === null || loaded.status === 'not_found') return null;
  const gone = await goneSince(store.db, region, latest.id);
  const { keys } = await findPersonKeys(
    store.db,
    store.vault,
    region,
    gone.map(({ id }) => id),
  );
  const bundles = gone.flatMap(({ id, version, sealed }): PersonBundle[] => {
    const key = keys.get(id);
    return key === undefined ? [] : [openBundle(sealed, key, version, id)];
  });
  const content = loaded.region;
  return {
    region: {
      ...content,
      participants: [...content.participants, ...bundles.map(({ participants: [[, row]] }) => row)],
      participant_languages: [
        ...content.participant_languages,
        ...bundles.flatMap((bundle) => bundle.participant_languages.map(([, row]) => row)),
      ],
      areas: await placesEver(store.db, region, ['areas', 'name'], regionTables.areas),
      teams: await placesEver(store.db, region, ['teams', 'id'], regionTables.teams),
      sfi_groups: await placesEver(store.db, region, ['sfi_groups', 'id'], regionTables.sfi_groups),
    },
    erased: await countErasedIn(store.db, region),
  };
}

interface Gone {
  readonly id: string;
  readonly version: number;
  readonly sealed: Buffer;
}

/** Those who are not in the newest version, as the last that had them has them. */
async function goneSince(db: Kysely<Database>, region: string, newest: number): Promise<readonly Gone[]> {
  const { rows } = await sql<Gone>`
    select distinct on (participants.id) participants.id, participants.version, participants.sealed
    from participants join region_versions on region_versions.id = participants.version
    where region_versions.region = ${region}
      and not exists (select from participants as present where present.version = ${newest} and present.id = participants.id)
    order by participants.id, number desc`.execute(db);
  return rows;
}

/** Places that any version has, as the last that did has them: where those who have left lived, worked and learned. */
async function placesEver<Row>(
  db: Kysely<Database>,
  region: string,
  [table, name]: readonly ['areas', 'name'] | readonly ['teams' | 'sfi_groups', 'id'],
  schema: z.ZodType<Row>,
): Promise<readonly Row[]> {
  const { rows } = await sql<{ row: unknown }>`
    select row from (
      select distinct on (places.${sql.id(name)}) places.row, number, position
      from ${sql.table(table)} as places join region_versions on region_versions.id = places.version
      where region_versions.region = ${region}
      order by places.${sql.id(name)}, number desc) as last
    order by number desc, position`.execute(db);
  return rows.map(({ row }) => schema.parse(row));
}

async function countErasedIn(db: Kysely<Database>, region: string): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    select count(*)::integer as erased from person_keys where region = ${region} and wrapped is null`.execute(
    db,
  );
  return rows[0].erased;
}
