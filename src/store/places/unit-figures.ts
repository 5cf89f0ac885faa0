/** Units and SFI groups with their seats as they are now, for the map and the overview: within somebody's scope, and never for whom. */
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../domain/access/grants.ts';
import { regionTables, type TableRow } from '../../domain/region.ts';
import { findPointer } from '../proposals/standing-proposal.ts';
import type { Database } from '../schema/database.ts';
import { regionOnly, withinScope } from '../scope-filter.ts';
import { liveSeats, type PlaceSeats } from '../seats/live-seats.ts';

interface SeatFigures {
  readonly seats: number;
  readonly held: number;
  readonly taken: number;
  readonly left: number;
}

export type UnitFigures = TableRow<'units'> & SeatFigures & { readonly teams: number };
export type GroupFigures = Pick<
  TableRow<'sfi_groups'>,
  'id' | 'provider' | 'path' | 'course' | 'lat' | 'lon'
> &
  SeatFigures;

interface OfVersion {
  readonly region: string;
  /** The version's id. */
  readonly version: number;
  readonly scope: Scope;
}

/** By id. Seats are those of the version, taken by the pairs that stand in the region. */
export async function placeFigures(
  db: Kysely<Database>,
  { region, version, scope }: OfVersion,
): Promise<{ readonly units: readonly UnitFigures[]; readonly sfiGroups: readonly GroupFigures[] }> {
  const pointer = await findPointer(db, region);
  const all = await liveSeats(db, { region, region_version: version, proposal: pointer?.proposal ?? null });
  const seats = Map.groupBy(all, ({ kind }) => kind);
  const inTeam = new Map(seats.get('team')?.map((row) => [row.place, row]));
  const inGroup = new Map(seats.get('sfi_group')?.map((row) => [row.place, row]));
  const inRegion = sql.val(region);
  const units = await db
    .selectFrom('units')
    .select([
      'units.row',
      sql<string[]>`array(
      select id from teams where version = units.version and unit = units.id)`.as('teams'),
    ])
    .where('version', '=', version)
    .where((eb) =>
      withinScope(scope, {
        region: inRegion,
        district: eb.ref('units.district'),
        principal: eb.ref('units.principal'),
      }),
    )
    .orderBy('units.id')
    .execute();
  const groups = await db
    .selectFrom('sfi_groups')
    .select('row')
    .where('version', '=', version)
    .where(() => withinScope(regionOnly(scope), { region: inRegion }))
    .orderBy('id')
    .execute();
  return {
    units: units.map(({ row, teams }) => ({
      ...regionTables.units.parse(row),
      teams: teams.length,
      ...sumOf(teams.map((team) => inTeam.get(team))),
    })),
    sfiGroups: groups.map(({ row }) => {
      const { id, provider, path, course, lat, lon } = regionTables.sfi_groups.parse(row);
      return { id, provider, path, course, lat, lon, ...sumOf([inGroup.get(id)]) };
    }),
  };
}

function sumOf(places: readonly (PlaceSeats | undefined)[]): SeatFigures {
  const sum = { seats: 0, held: 0, taken: 0, left: 0 };
  for (const place of places) {
    sum.seats += place?.seats ?? 0;
    sum.held += place?.held ?? 0;
    sum.taken += place?.taken ?? 0;
    sum.left += Math.max(0, place?.left ?? 0);
  }
  return sum;
}
