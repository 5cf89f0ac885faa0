/**
 * Seats as they are now: what a place has, less what the region reserves, what is held and who stands there. A place may be over its seats,
 * where people have said so; nothing below 0 is shown.
 */
import { type Kysely, sql } from 'kysely';
import type { Text } from '../../domain/text.ts';
import type { Database } from '../schema/database.ts';

export type PlaceKind = 'team' | 'sfi_group';

export interface PlaceSeats {
  readonly kind: PlaceKind;
  readonly place: string;
  readonly seats: number;
  /** By the region and by hand. */
  readonly held: number;
  readonly taken: number;
  /** Below 0 where more stand there than it has seats for. */
  readonly left: number;
}

interface OfProposal {
  /** Null where none stands: then nobody takes a seat. */
  readonly proposal: string | null;
  readonly region: string;
  readonly region_version: number;
}

/** Every team and SFI group of the proposal's version of the region, in the order of ids, teams first. */
export async function liveSeats(
  db: Kysely<Database>,
  { proposal, region, region_version }: OfProposal,
): Promise<readonly PlaceSeats[]> {
  const { rows } = await sql<PlaceSeats>`
    with places as (
      select 'team' as kind, id as place, row from teams where version = ${region_version}
      union all
      select 'sfi_group', id, row from sfi_groups where version = ${region_version}
    ), taken as (
      select kind, place, count(*)::integer as taken from pairs
      cross join lateral (values ('team', team), ('sfi_group', sfi_group)) as at (kind, place)
      where proposal = ${proposal} and state not in ('ended', 'turned_down')
      group by kind, place
    ), holding as (
      select place_kind as kind, place, sum(seats)::integer as held from held_seats
      where region = ${region} and released_at is null
      group by place_kind, place
    ), counted as (
      select places.kind, places.place, (row ->> 'seats')::integer as seats,
        coalesce((row ->> 'reserved_seats')::integer, 0) + coalesce(held, 0) as held, coalesce(taken, 0) as taken
      from places
      left join taken on taken.kind = places.kind and taken.place = places.place
      left join holding on holding.kind = places.kind and holding.place = places.place
    )
    select *, seats - held - taken as left from counted order by kind desc, place`.execute(db);
  return rows;
}

/** Why a pair cannot take its seats back; null where both places have one left. */
export async function seatsFull(
  db: Kysely<Database>,
  pair: OfProposal & { readonly team: string; readonly sfi_group: string },
): Promise<Text | null> {
  const full = (await liveSeats(db, pair)).filter(
    ({ kind, place, left }) => left < 1 && place === (kind === 'team' ? pair.team : pair.sfi_group),
  );
  if (full.length === 0) return null;
  const names = full.map(({ place }) => place).join(', ');
  return {
    sv: `Det finns ingen ledig plats kvar i ${names}.`,
    en: `There is no seat left in ${names}.`,
  };
}
