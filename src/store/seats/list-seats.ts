/** Seats as they are now, and those held in reserve, of the places within somebody's scope: how many, never for whom. */
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../domain/access/grants.ts';
import { findPointer } from '../proposals/standing-proposal.ts';
import { latestVersion } from '../regions/region-version.ts';
import type { Database } from '../schema/database.ts';
import { regionOnly, withinScope } from '../scope-filter.ts';
import { liveSeats, type PlaceKind, type PlaceSeats } from './live-seats.ts';

export interface SeatsAsked {
  readonly region: string;
  readonly kind: PlaceKind;
  readonly scope: Scope;
  readonly onlyFree: boolean;
  /** The place that the page before ended with. */
  readonly after: string | null;
  readonly limit: number;
}

/** A page of one kind of place by id, with the seats of the proposal that stands; where none stands, nobody takes a seat. */
export async function listSeats(
  db: Kysely<Database>,
  { region, kind, scope, onlyFree, after, limit }: SeatsAsked,
): Promise<readonly PlaceSeats[]> {
  const of = await seatsVersion(db, region);
  if (of === null) return [];
  const seen = await placesSeen(db, of.region_version, region, kind, scope);
  const rows = (await liveSeats(db, of)).filter(
    (row) =>
      row.kind === kind &&
      (after === null || row.place > after) &&
      (!onlyFree || row.left > 0) &&
      seen.has(row.place),
  );
  return rows.sort((a, b) => (a.place < b.place ? -1 : 1)).slice(0, limit);
}

/** Which version the seats are counted in: that of the proposal that stands, or the newest. */
async function seatsVersion(db: Kysely<Database>, region: string) {
  const pointer = await findPointer(db, region);
  if (pointer === null) {
    const latest = await latestVersion(db, region);
    return latest === null ? null : { region, region_version: latest.id, proposal: null };
  }
  const { region_version } = await db
    .selectFrom('proposals')
    .select('region_version')
    .where('id', '=', pointer.proposal)
    .executeTakeFirstOrThrow();
  return { region, region_version, proposal: pointer.proposal };
}

/** SFI groups belong to no district: whoever sees a part of the region sees them all. */
async function placesSeen(
  db: Kysely<Database>,
  version: number,
  region: string,
  kind: PlaceKind,
  scope: Scope,
): Promise<ReadonlySet<string>> {
  const inRegion = sql.val(region);
  const rows =
    kind === 'sfi_group'
      ? await db
          .selectFrom('sfi_groups')
          .select('id')
          .where('version', '=', version)
          .where(() => withinScope(regionOnly(scope), { region: inRegion }))
          .execute()
      : await db
          .selectFrom('teams')
          .innerJoin('units', (join) =>
            join.onRef('units.version', '=', 'teams.version').onRef('units.id', '=', 'teams.unit'),
          )
          .select('teams.id')
          .where('teams.version', '=', version)
          .where((eb) =>
            withinScope(scope, {
              region: inRegion,
              district: eb.ref('units.district'),
              principal: eb.ref('units.principal'),
              team: eb.ref('teams.id'),
            }),
          )
          .execute();
  return new Set(rows.map(({ id }) => id));
}

export interface HeldAtPlace {
  readonly kind: PlaceKind;
  readonly place: string;
  /** In all, by whomever: who holds seats for whom is not told. */
  readonly seats: number;
  /** What whoever asks has held, and can give back. */
  readonly own: readonly { readonly id: string; readonly seats: number; readonly heldAt: Date }[];
}

/** What is held in a region now at the places within the scope, by place. */
export async function listHeldSeats(
  db: Kysely<Database>,
  { region, scope, userId }: { readonly region: string; readonly scope: Scope; readonly userId: string },
): Promise<readonly HeldAtPlace[]> {
  const of = await seatsVersion(db, region);
  if (of === null) return [];
  const seen = {
    team: await placesSeen(db, of.region_version, region, 'team', scope),
    sfi_group: await placesSeen(db, of.region_version, region, 'sfi_group', scope),
  };
  const rows = await db
    .selectFrom('held_seats')
    .select(['id', 'place_kind', 'place', 'seats', 'held_at as heldAt', 'held_by'])
    .where('region', '=', region)
    .where('released_at', 'is', null)
    .orderBy('place_kind', 'desc')
    .orderBy('place')
    .orderBy('held_at')
    .orderBy('id')
    .execute();
  const shown = rows.filter(({ place_kind, place }) => seen[place_kind].has(place));
  return [...Map.groupBy(shown, ({ place_kind, place }) => `${place_kind} ${place}`).values()].map(
    ([first, ...others]) => ({
      kind: first.place_kind,
      place: first.place,
      seats: [first, ...others].reduce((sum, { seats }) => sum + seats, 0),
      own: [first, ...others].flatMap(({ id, seats, heldAt, held_by }) =>
        held_by === userId ? [{ id, seats, heldAt }] : [],
      ),
    }),
  );
}
