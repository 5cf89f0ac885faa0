/** The places of one pair, as an example of a region's version: a team that is named, or the first, and the first SFI group. */
import type { Kysely } from 'kysely';
import { type Region, regionHead, regionTables, type TableRow } from '../../domain/region.ts';
import type { Database } from '../schema/database.ts';

interface FoundPlaces {
  readonly period: Region['period'];
  readonly unit: TableRow<'units'>;
  readonly team: TableRow<'teams'>;
  readonly languages: readonly TableRow<'team_languages'>[];
  readonly sfiGroup: TableRow<'sfi_groups'>;
}

/** Null where the version has no such team, or no SFI group. */
export async function findExamplePlaces(
  db: Kysely<Database>,
  version: number,
  team: string | null,
): Promise<FoundPlaces | null> {
  const teams = db
    .selectFrom('teams')
    .innerJoin('units', (join) =>
      join.onRef('units.version', '=', 'teams.version').onRef('units.id', '=', 'teams.unit'),
    )
    .innerJoin('region_versions', 'region_versions.id', 'teams.version')
    .select(['teams.id', 'teams.row', 'units.row as unit', 'region_versions.head'])
    .where('teams.version', '=', version)
    .orderBy('teams.id')
    .limit(1);
  const found = await (team === null ? teams : teams.where('teams.id', '=', team)).executeTakeFirst();
  const group = await db
    .selectFrom('sfi_groups')
    .select('row')
    .where('version', '=', version)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined || group === undefined) return null;
  const languages = await db
    .selectFrom('team_languages')
    .select('row')
    .where('version', '=', version)
    .where('team', '=', found.id)
    .orderBy('position')
    .execute();
  return {
    period: regionHead.parse(found.head).period,
    unit: regionTables.units.parse(found.unit),
    team: regionTables.teams.parse(found.row),
    languages: languages.map(({ row }) => regionTables.team_languages.parse(row)),
    sfiGroup: regionTables.sfi_groups.parse(group.row),
  };
}
