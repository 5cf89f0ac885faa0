/**
 * Units, teams and SFI groups of a region's version, within somebody's scope, a page at a time in the order of their ids: the page after an
 * id, so that one reads on where one was, whatever happens between.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/grants.ts';
import { regionTables, type TableRow } from '../../domain/region.ts';
import type { Database } from '../schema/database.ts';
import { regionOnly, withinScope } from '../scope-filter.ts';
import { holds } from '../search.ts';
import { seatsOf } from './standing-pairs.ts';

export interface PageAsked {
  readonly region: string;
  /** The version's id (not its number). */
  readonly version: number;
  readonly scope: Scope;
  /** The id that the page before ended with. */
  readonly after: string | null;
  readonly limit: number;
  /** A part of what a place is called, as choices show it. */
  readonly search?: string | undefined;
  /** Those with these ids alone. */
  readonly ids?: readonly string[] | undefined;
}

/** Seats that are not free: of standing pairs, and held in reserve beside those that the row reserves. */
interface Seats {
  readonly taken: number;
  readonly held: number;
}

export type ListedUnit = TableRow<'units'>;
export type ListedTeam = TableRow<'teams'> &
  Seats & { readonly unitName: string; readonly district: string; readonly principal: string };
export type ListedSfiGroup = TableRow<'sfi_groups'> &
  Seats & { readonly sessions: readonly Pick<TableRow<'sessions'>, 'weekday' | 'start' | 'end'>[] };

export async function listUnits(
  db: Kysely<Database>,
  { region, version, scope, after, limit, search, ids }: PageAsked,
): Promise<readonly ListedUnit[]> {
  const rows = await unitsWithin(db, { region, version, scope })
    .select('row')
    .where('id', '>', after ?? '')
    .where(among(sql.ref('id'), sql`concat(units.row->>'name', ' (', units.id, ')')`, { search, ids }))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ row }) => regionTables.units.parse(row));
}

export async function listTeams(
  db: Kysely<Database>,
  { region, version, scope, after, limit, search, ids }: PageAsked,
): Promise<readonly ListedTeam[]> {
  const rows = await db
    .selectFrom('teams')
    .innerJoin('units', (join) =>
      join.onRef('units.version', '=', 'teams.version').onRef('units.id', '=', 'teams.unit'),
    )
    .select(['teams.row', 'units.row as unit'])
    .select(seatsOf(db, region, 'team', 'teams.id'))
    .where('teams.version', '=', version)
    .where((eb) =>
      withinScope(scope, {
        region: sql.val(region),
        district: eb.ref('units.district'),
        principal: eb.ref('units.principal'),
        team: eb.ref('teams.id'),
      }),
    )
    .where('teams.id', '>', after ?? '')
    .where(
      among(
        sql.ref('teams.id'),
        sql`concat(teams.row->>'name', ', ', units.row->>'name', ' (', teams.id, ')')`,
        { search, ids },
      ),
    )
    .orderBy('teams.id')
    .limit(limit)
    .execute();
  return rows.map(({ row, unit, taken, held }) => {
    const { name: unitName, district, principal } = regionTables.units.parse(unit);
    return { ...regionTables.teams.parse(row), unitName, district, principal, ...seats(taken, held) };
  });
}

export async function listSfiGroups(
  db: Kysely<Database>,
  { region, version, scope, after, limit, search, ids }: PageAsked,
): Promise<readonly ListedSfiGroup[]> {
  const rows = await groupsWithin(db, { region, version, scope })
    .select('row')
    .select(seatsOf(db, region, 'sfi_group', 'sfi_groups.id'))
    .where('id', '>', after ?? '')
    .where(among(sql.ref('id'), sql`concat(id, ', ', provider)`, { search, ids }))
    .orderBy('id')
    .limit(limit)
    .execute();
  const groups = rows.map(({ row, taken, held }) => ({
    ...regionTables.sfi_groups.parse(row),
    ...seats(taken, held),
  }));
  const sessionsOf = await sessionsOfGroups(
    db,
    version,
    groups.map(({ id }) => id),
  );
  return groups.map((group) => ({ ...group, sessions: sessionsOf.get(group.id) ?? [] }));
}

async function sessionsOfGroups(
  db: Kysely<Database>,
  version: number,
  groups: readonly string[],
): Promise<ReadonlyMap<string, ListedSfiGroup['sessions']>> {
  const rows = await db
    .selectFrom('sessions')
    .select('row')
    .where('version', '=', version)
    .where('owner', '=', 'sfi')
    .where('owner_id', '=', sql<string>`any(${[...groups]}::text[])`)
    .orderBy('position')
    .execute();
  const sessions = Map.groupBy(
    rows.map(({ row }) => regionTables.sessions.parse(row)),
    ({ id }) => id,
  );
  return new Map(
    Array.from(sessions, ([id, own]) => [
      id,
      own.map(({ weekday, start, end }) => ({ weekday, start, end })),
    ]),
  );
}

/** Those that are searched for, or asked for by their ids; all where neither is. */
function among(
  id: RawBuilder<string>,
  called: RawBuilder<string>,
  { search, ids }: Pick<PageAsked, 'search' | 'ids'>,
) {
  const sought = search === undefined ? sql<boolean>`true` : holds(called, search);
  return ids === undefined ? sought : sql<boolean>`(${sought} and ${id} = any(${[...ids]}::text[]))`;
}

/** The districts and principals of the units within somebody's scope, and the providers of classes, each by name. */
export async function listPlaceNames(db: Kysely<Database>, asked: Within) {
  const units = unitsWithin(db, asked).distinct();
  const [districts, principals, providers] = await Promise.all([
    units.select('district as name').orderBy('name').execute(),
    units.select('principal as name').orderBy('name').execute(),
    groupsWithin(db, asked).select('provider as name').distinct().orderBy('name').execute(),
  ]);
  const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);
  return { districts: namesOf(districts), principals: namesOf(principals), providers: namesOf(providers) };
}

type Within = Pick<PageAsked, 'region' | 'version' | 'scope'>;

function unitsWithin(db: Kysely<Database>, { region, version, scope }: Within) {
  return db
    .selectFrom('units')
    .where('version', '=', version)
    .where((eb) =>
      withinScope(scope, {
        region: sql.val(region),
        district: eb.ref('district'),
        principal: eb.ref('principal'),
      }),
    );
}

/** SFI groups belong to no district: whoever sees a part of the region sees them all. */
function groupsWithin(db: Kysely<Database>, { region, version, scope }: Within) {
  return db
    .selectFrom('sfi_groups')
    .where('version', '=', version)
    .where(() => withinScope(regionOnly(scope), { region: sql.val(region) }));
}

/** The names of a version's areas, by name. */
export async function listAreas(db: Kysely<Database>, version: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('areas')
    .select('name')
    .where('version', '=', version)
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

function seats(taken: number | null, held: number | null): Seats {
  return { taken: taken ?? 0, held: held ?? 0 };
}
