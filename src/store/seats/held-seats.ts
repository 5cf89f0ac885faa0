/**
 * Seats held in reserve: a team's or an SFI group's, by hand, whatever version of the region is the newest. They say how many, never for whom.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Target } from '../../domain/access/grants.ts';
import type { Action } from '../../domain/access/table.ts';
import type { Text } from '../../domain/text.ts';
import { type Acting, may } from '../acting.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import { findPointer, holdPointer, movePointer } from '../proposals/standing-proposal.ts';
import { latestVersion } from '../regions/region-version.ts';
import type { Database } from '../schema/database.ts';
import { liveSeats, type PlaceKind } from './live-seats.ts';

interface Held {
  readonly table: 'teams' | 'sfi_groups';
  readonly id: string;
  readonly seats: number;
}

/** What is held in a region now, by place. */
export async function heldSeats(db: Kysely<Database>, region: string): Promise<readonly Held[]> {
  const rows = await db
    .selectFrom('held_seats')
    .select((eb) => ['place_kind', 'place', sql<number>`${eb.fn.sum('seats')}::integer`.as('seats')])
    .where('region', '=', region)
    .where('released_at', 'is', null)
    .groupBy(['place_kind', 'place'])
    .orderBy('place_kind')
    .orderBy('place')
    .execute();
  return rows.map(({ place_kind, place, seats }) => ({
    table: place_kind === 'team' ? 'teams' : 'sfi_groups',
    id: place,
    seats,
  }));
}

export interface SeatsGiven {
  readonly region: string;
  readonly kind: PlaceKind;
  readonly place: string;
  readonly seats: number;
  readonly actor: Acting;
}

export type HoldOutcome =
  | { readonly status: 'held'; readonly id: string }
  | { readonly status: 'refused'; readonly text: Text }
  | { readonly status: 'forbidden'; readonly right: Action }
  | { readonly status: 'not_found' };

export function holdSeats({ db }: StoreData, given: SeatsGiven): Promise<HoldOutcome> {
  const { region, kind, place, actor } = given;
  return db.transaction().execute(async (trx): Promise<HoldOutcome> => {
    const target = await findPlace(trx, region, kind, place);
    if (target === undefined || !may(actor, 'places.read', target)) {
      if (target === undefined || !may(actor, 'seats.hold', target)) return { status: 'not_found' };
    }
    if (!may(actor, 'seats.hold', target)) return { status: 'forbidden', right: 'seats.hold' };
    const taken = await takeSeats(trx, given);
    if (taken.status === 'held') {
      const detail = { kind, place, seats: given.seats };
      await appendAudit(trx, { actor: actor.userId, action: 'seats.hold', region, subject: null, detail });
    }
    return taken;
  });
}

/** Holds seats that are free. Whoever calls it has asked whether the actor may. */
export async function takeSeats(
  trx: Transaction<Database>,
  { region, kind, place, seats, actor }: SeatsGiven,
): Promise<Extract<HoldOutcome, { status: 'held' | 'refused' }>> {
  const pointer = await holdPointer(trx, region, 'alone');
  if (pointer !== null) {
    const { region_version } = await trx
      .selectFrom('proposals')
      .select('region_version')
      .where('id', '=', pointer.proposal)
      .executeTakeFirstOrThrow();
    const all = await liveSeats(trx, { region, proposal: pointer.proposal, region_version });
    const left = all.find((row) => row.kind === kind && row.place === place)?.left ?? 0;
    if (left < seats) return { status: 'refused', text: notSoMany(place, Math.max(0, left)) };
    await movePointer(trx, region);
  }
  const { id } = await trx
    .insertInto('held_seats')
    .values({ region, place_kind: kind, place, seats, held_by: actor.userId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { status: 'held', id };
}

export type ReleaseOutcome = { readonly status: 'released' } | { readonly status: 'not_found' };

/** Gives seats back that the actor has held. */
export function releaseSeats(
  { db }: StoreData,
  { id, actor }: { readonly id: string; readonly actor: Acting },
): Promise<ReleaseOutcome> {
  return db.transaction().execute(async (trx): Promise<ReleaseOutcome> => {
    const row = await trx
      .selectFrom('held_seats')
      .select(['region', 'place_kind', 'place', 'seats'])
      .where('id', '=', id)
      .where('held_by', '=', actor.userId)
      .where('released_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return { status: 'not_found' };
    await giveBack(trx, row.region, id, actor);
    const detail = { kind: row.place_kind, place: row.place, seats: -row.seats };
    const { region } = row;
    await appendAudit(trx, { actor: actor.userId, action: 'seats.hold', region, subject: null, detail });
    return { status: 'released' };
  });
}

export async function giveBack(
  trx: Transaction<Database>,
  region: string,
  id: string,
  actor: Acting,
): Promise<void> {
  await holdPointer(trx, region, 'alone');
  await trx
    .updateTable('held_seats')
    .set({ released_at: sql<Date>`now()`, released_by: actor.userId })
    .where('id', '=', id)
    .where('released_at', 'is', null)
    .execute();
  await movePointer(trx, region);
}

/** Where a place is in the version that stands, or the newest where none stands; undefined where there is no such place. */
async function findPlace(
  db: Kysely<Database>,
  region: string,
  kind: PlaceKind,
  place: string,
): Promise<Target | undefined> {
  const version = await standingVersion(db, region);
  if (version === null) return undefined;
  if (kind === 'sfi_group') {
    const group = await db
      .selectFrom('sfi_groups')
      .select('id')
      .where('version', '=', version)
      .where('id', '=', place)
      .executeTakeFirst();
    return group === undefined ? undefined : { region };
  }
  const unit = await db
    .selectFrom('teams')
    .innerJoin('units', (join) =>
      join.onRef('units.version', '=', 'teams.version').onRef('units.id', '=', 'teams.unit'),
    )
    .select(['units.district', 'units.principal'])
    .where('teams.version', '=', version)
    .where('teams.id', '=', place)
    .executeTakeFirst();
  return unit === undefined ? undefined : { region, ...unit, team: place };
}

async function standingVersion(db: Kysely<Database>, region: string): Promise<number | null> {
  const pointer = await findPointer(db, region);
  if (pointer === null) return (await latestVersion(db, region))?.id ?? null;
  const { region_version } = await db
    .selectFrom('proposals')
    .select('region_version')
    .where('id', '=', pointer.proposal)
    .executeTakeFirstOrThrow();
  return region_version;
}

function notSoMany(place: string, left: number): Text {
  return {
    sv: `Så många platser är inte lediga i ${place}: ${left} finns kvar.`,
    en: `Not so many seats are free in ${place}: ${left} are left.`,
  };
}
