import type { Policy } from '../domain/policy.ts';
import type { Region, TableRow } from '../domain/region.ts';
import { supervisedPlaces } from './constraints/places.ts';
import { pointsOf } from './options.ts';
import { byText } from './order.ts';
import { createPlaceFinder } from './place-finder.ts';
import type { PreviousPair } from './previous.ts';
import { indexRegion } from './region-index.ts';

/**
 * Places for a person with protected data, one at a time and outside every batch, by whoever has that role: against the seats that are left
 * now, those held in reserve among them, for they are held for this. Nobody is in this index but the person; nothing is written anywhere.
 *
 * Best first by the person's own points: prices would weigh the person against a batch in which they do not stand.
 *
 * Cost: the index of the region's places, and the person's own places.
 */
export interface OneCase {
  readonly participant: TableRow<'participants'>;
  readonly languages: readonly TableRow<'participant_languages'>[];
  /** Times when the person cannot come. */
  readonly hindrances: readonly TableRow<'sessions'>[];
  readonly extracts: readonly TableRow<'extracts'>[];
}

export interface LivePlace {
  readonly team: string;
  readonly unit: string;
  readonly sfiGroup: string;
  readonly points: number;
  /** Whether a seat held in reserve has to be used, in the team or in the SFI group. */
  readonly teamReserve: boolean;
  readonly sfiReserve: boolean;
}

/** The places with a seat left, beside the pairs that stand. Ties by the ids of team and SFI group. */
export function placesForOne(
  region: Region,
  policy: Policy,
  given: OneCase,
  standing: readonly PreviousPair[],
): readonly LivePlace[] {
  const index = indexRegion(withOnly(region, given), policy);
  const inTeam = Map.groupBy(standing, ({ team }) => team);
  const inGroup = Map.groupBy(standing, ({ sfiGroup }) => sfiGroup);
  const left = (seats: number, taken: readonly PreviousPair[] | undefined) => seats - (taken?.length ?? 0);
  return createPlaceFinder(index)(0)
    .map(({ team, sfi }) => {
      const { id, unit, seats } = region.teams[team];
      const group = region.sfi_groups[sfi];
      const most = Math.min(seats, supervisedPlaces(index, team));
      return {
        place: { team: id, unit, sfiGroup: group.id, points: pointsOf(index, 0, team, sfi) },
        teamLeft: left(most, inTeam.get(id)),
        sfiLeft: left(group.seats, inGroup.get(group.id)),
        teamHeld: region.teams[team].reserved_seats ?? 0,
        sfiHeld: group.reserved_seats ?? 0,
      };
    })
    .filter(({ teamLeft, sfiLeft }) => teamLeft > 0 && sfiLeft > 0)
    .map(({ place, teamLeft, sfiLeft, teamHeld, sfiHeld }) => ({
      ...place,
      teamReserve: teamLeft <= teamHeld,
      sfiReserve: sfiLeft <= sfiHeld,
    }))
    .sort((a, b) => b.points - a.points || byText(a.team, b.team) || byText(a.sfiGroup, b.sfiGroup));
}

/** The region's places with one person, and with no seat held back. */
function withOnly(region: Region, { participant, languages, hindrances, extracts }: OneCase): Region {
  const { protected: _, ...row } = participant;
  return {
    ...region,
    participants: [row],
    participant_languages: languages,
    extracts,
    sessions: [...region.sessions.filter(({ owner }) => owner !== 'participant'), ...hindrances],
    teams: region.teams.map((team) => ({ ...team, reserved_seats: 0 })),
    sfi_groups: region.sfi_groups.map((group) => ({ ...group, reserved_seats: 0 })),
    decisions: [],
  };
}
