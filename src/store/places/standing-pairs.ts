/**
 * The pairs that take a seat now: those of the proposal that stands in the region which nobody has ended or turned down. Where none stands yet,
 * nobody takes a seat.
 */
import { type Kysely, sql } from 'kysely';
import { leaveReason, leaveReasons, namesOf } from '../../domain/pair-reasons.ts';
import type { Database } from '../schema/database.ts';

/** The standing pairs of a region, to be joined with. */
export function standingPairs(db: Kysely<Database>, region: string) {
  return db
    .selectFrom('pairs')
    .select(['participant', 'team', 'sfi_group', 'unit', 'district', 'principal', 'state'])
    .where('proposal', '=', standingProposal(db, region))
    .where('state', 'not in', ['ended', 'turned_down']);
}

const forGood = namesOf(leaveReasons).filter((id) => !leaveReason(id).waitsAgain);

/** Those who have had a place and wait for no other (as `endsTheWait` of domain/pair-life.ts has it), to be joined with. */
export function endedForGood(db: Kysely<Database>, region: string) {
  return db
    .selectFrom('pairs')
    .select('participant')
    .where('proposal', '=', standingProposal(db, region))
    .where('state', '=', 'ended')
    .where((eb) => eb.or([eb('ended_as', '=', 'completed'), eb('state_reason', 'in', forGood)]));
}

function standingProposal(db: Kysely<Database>, region: string) {
  return db.selectFrom('standing_proposals').select('proposal').where('region', '=', region);
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
