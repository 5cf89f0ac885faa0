/**
 * The pairs that take a seat now: those of the region's newest proposal that somebody has decided for and nobody has ended or turned down. A
 * proposal that nobody has decided about takes no seat.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** The states in which a pair takes its seats. */
const takingStates = ['locked', 'accepted', 'confirmed', 'started'] as const;

/** The standing pairs of a region, to be joined with. */
export function standingPairs(db: Kysely<Database>, region: string) {
  const newest = db
    .selectFrom('proposals')
    .select('id')
    .where('region', '=', region)
    .where('status', '=', 'proposed')
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .limit(1);
  return db
    .selectFrom('pairs')
    .select(['participant', 'team', 'sfi_group', 'unit', 'district', 'principal', 'state'])
    .where('proposal', '=', newest)
    .where('state', 'in', takingStates);
}

/** How many seats the standing pairs take of a team or SFI group, and how many are held in reserve, whose id stands in `place`. */
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
