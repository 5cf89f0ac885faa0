/** Gives back a version of a region exactly as it was saved, as far as nobody in it has been erased since. */
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { type Region, regionHead, regionTables } from '../../domain/region.ts';
import type { StoreData } from '../open-store.ts';
import { findPersonKeys } from '../person-keys.ts';
import type { Database } from '../schema/database.ts';
import type { Vault } from '../vault.ts';
import { loadPlaces, rowsOf } from './load-places.ts';
import { openBundle, type PersonBundle } from './person-bundle.ts';
import type { PlaceTable } from './place-rows.ts';

export type LoadOutcome =
  | { readonly status: 'whole'; readonly region: Region }
  /** Without the rows about those who have been erased: what was computed from the whole cannot be repeated. */
  | { readonly status: 'incomplete'; readonly region: Region; readonly erased: readonly string[] }
  | { readonly status: 'not_found' };

/** Participants opened at a time. */
const batch = 2_000;

/** Loads a version by its id, in one snapshot. Cost: linear in the rows. */
export function loadRegionVersion({ db, vault }: StoreData, version: number): Promise<LoadOutcome> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot): Promise<LoadOutcome> => {
      const found = await snapshot
        .selectFrom('region_versions')
        .select(['region', 'head'])
        .where('id', '=', version)
        .executeTakeFirst();
      if (found === undefined) return { status: 'not_found' };
      const { bundles, erased } = await loadBundles(snapshot, vault, found.region, version);
      const places = <Row>(table: PlaceTable, schema: z.ZodType<Row>) =>
        loadPlaces(snapshot, version, table, schema);
      const region: Region = {
        ...regionHead.parse(found.head),
        participants: rowsOf(bundles.flatMap((bundle) => bundle.participants)),
        participant_languages: rowsOf(bundles.flatMap((bundle) => bundle.participant_languages)),
        units: rowsOf(await places('units', regionTables.units)),
        teams: rowsOf(await places('teams', regionTables.teams)),
        team_languages: rowsOf(await places('team_languages', regionTables.team_languages)),
        sfi_groups: rowsOf(await places('sfi_groups', regionTables.sfi_groups)),
        sessions: rowsOf([
          ...(await places('sessions', regionTables.sessions)),
          ...bundles.flatMap((bundle) => bundle.sessions),
        ]),
        areas: rowsOf(await places('areas', regionTables.areas)),
        extracts: rowsOf(bundles.flatMap((bundle) => bundle.extracts)),
        team_backgrounds: rowsOf(await places('team_backgrounds', regionTables.team_backgrounds)),
        travel: rowsOf(await places('travel', regionTables.travel)),
        decisions: rowsOf(bundles.flatMap((bundle) => bundle.decisions)),
      };
      return erased.length === 0 ? { status: 'whole', region } : { status: 'incomplete', region, erased };
    });
}

async function loadBundles(
  db: Kysely<Database>,
  vault: Vault,
  region: string,
  version: number,
): Promise<{ readonly bundles: readonly PersonBundle[]; readonly erased: readonly string[] }> {
  const bundles: PersonBundle[] = [];
  const erased: string[] = [];
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom('participants')
      .select(['position', 'id', 'sealed'])
      .where('version', '=', version)
      .where('position', '>', after)
      .orderBy('position')
      .limit(batch)
      .execute();
    if (rows.length === 0) return { bundles, erased };
    const ids = rows.map((row) => row.id);
    const { keys } = await findPersonKeys(db, vault, region, ids);
    for (const { position, id, sealed } of rows) {
      const key = keys.get(id);
      if (key === undefined) erased.push(id);
      else bundles.push(openBundle(sealed, key, version, id));
      after = position;
    }
  }
}
