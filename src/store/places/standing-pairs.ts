/**
 * The pairs that take a seat now: those of the proposal that stands in the region which nobody has ended or turned down. Where none stands yet,
 * nobody takes a seat.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** The standing pairs of a region, to be joined with. */
export function standingPairs(db: Kysely<Database>, region: string) {
  const standing = db.selectFrom('standing_proposals').select('proposal').where('region', '=', region);
  return db
    .selectFrom('pairs')
    .select(['participant', 'team', 'sfi_group', 'unit', 'district', 'principal', 'state'])
    .where('proposal', '=', standing)
    .where('state', 'not in', ['ended', 'turned_down']);
}

/** How many seats the standing pairs take of a team or SFI group, and how many are held by hand; `place` is where its id stands. */
export function seatsOf(db: Kysely<Database>, region: string, kind: 'team' | 'sfi_group', place: string) {
  const taken = standingPairs(db, region)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef(`pairs.${kind}`, '=', sql.ref(place));
  const held = db
    .selectFrom('held_seats')
    .select(sql<number>`coalesce(sum(seats), 0)::integer`.as('count'))
    .where('region', '=', region)
    .where('place_kind', '=', kind)
    .where('released_at', 'is', null)
    .whereRef('held_seats.place', '=', sql.ref(place));
  return [taken.as('taken'), held.as('held')] as const;
}
