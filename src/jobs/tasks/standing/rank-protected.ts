/**
 * rankProtected: the places that the rules allow a person with a protected identity, against the seats that are left now. The person is
 * numbered alone, in a region of the same places without anybody else, so that no share or count of others has them in it.
 */

import type { Region } from '../../../domain/region.ts';
import { liveOf } from '../../../matching/live.ts';
import { pricesOf, type RankedPlace, rankPlaces } from '../../../matching/ranking.ts';
import { indexRegion } from '../../../matching/region-index.ts';
import type { Acting } from '../../../store/acting.ts';
import type { StoreAccess, StoreData } from '../../../store/open-store.ts';
import { findPointer } from '../../../store/proposals/standing-proposal.ts';
import { type ProtectedData, readProtected } from '../../../store/protected/protected-person.ts';
import { liveSeats } from '../../../store/seats/live-seats.ts';
import { inStore } from '../../in-store.ts';
import { liveRegion } from './live-region.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly id: string;
  readonly actor: Acting;
}

export type ProtectedRanking =
  | { readonly status: 'ranked'; readonly places: readonly RankedPlace[] }
  | { readonly status: 'not_found' }
  /** No proposal stands in the region, so no seats are known. */
  | { readonly status: 'not_standing' };

export function rankProtected({ access, id, actor }: Asked): Promise<ProtectedRanking> {
  return inStore(access, async (store) => {
    const found = await readProtected(store, { id, actor });
    if (found.status === 'not_found') return found;
    const pointer = await findPointer(store.db, found.region);
    if (pointer === null) return { status: 'not_standing' };
    const { live, pricesById } = await liveRegion(store, pointer.proposal);
    const { region, policy } = live.index;
    const alone = liveOf(indexRegion(withOnly(region, id, found.data), policy), []);
    const { region_version } = await store.db
      .selectFrom('proposals')
      .select('region_version')
      .where('id', '=', pointer.proposal)
      .executeTakeFirstOrThrow();
    const places = rankPlaces(alone, pricesOf(alone, pricesById), 0);
    return {
      status: 'ranked',
      places: await withSeats(store, places, { ...pointer, region: found.region, region_version }),
    };
  });
}

function withOnly(
  region: Region,
  id: string,
  { person, languages, sessions, extracts }: ProtectedData,
): Region {
  return {
    ...region,
    participants: [{ ...person, id }],
    participant_languages: languages.map((row) => ({ ...row, participant: id })),
    extracts: extracts.map((row) => ({ ...row, participant: id })),
    sessions: [
      ...region.sessions.filter(({ owner }) => owner !== 'participant'),
      ...sessions.map((row) => ({ ...row, owner: 'participant' as const, id })),
    ],
    decisions: [],
  };
}

/** Only places that have a seat left in both, with how many. */
async function withSeats(
  { db }: StoreData,
  places: readonly RankedPlace[],
  of: Parameters<typeof liveSeats>[1],
): Promise<readonly RankedPlace[]> {
  const left = { team: new Map<string, number>(), sfi_group: new Map<string, number>() };
  for (const seats of await liveSeats(db, of)) left[seats.kind].set(seats.place, seats.left);
  return places
    .map((place) => ({
      ...place,
      teamSeatsLeft: left.team.get(place.team) ?? 0,
      sfiSeatsLeft: left.sfi_group.get(place.sfiGroup) ?? 0,
    }))
    .filter(({ teamSeatsLeft, sfiSeatsLeft }) => teamSeatsLeft > 0 && sfiSeatsLeft > 0);
}
