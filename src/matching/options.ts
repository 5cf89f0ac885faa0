import { minutesAtTeam } from '../domain/week.ts';
import { exclusionsOf } from './exclusions.ts';
import { optionTerms, teamTerms } from './points/index.ts';
import type { TermPoints } from './points/term.ts';
import type { RegionIndex } from './region-index.ts';

/**
 * Every eligible (participant, team, SFI group), as flat arrays: option k of each array belongs together. Options are grouped by participant
 * in the order of the participants' rows; within a participant they stand by team id, then SFI group id.
 */
export interface Options {
  readonly participant: Int32Array;
  readonly team: Int32Array;
  readonly sfi: Int32Array;
  /** Whole points: placement_points and the terms. */
  readonly points: Int32Array;
  /** Minutes a week at the team and in SFI. */
  readonly teamMinutes: Int32Array;
  readonly sfiMinutes: Int32Array;
  /** 1 where the option holds on condition that a criminal-record extract is shown to the team's principal. */
  readonly conditional: Uint8Array;
  /** Participant p has the options start[p] <= k < start[p + 1]; one longer than the participants. */
  readonly start: Int32Array;
}

/** Finds every eligible option, with its points. */
export function findOptions(index: RegionIndex): Options {
  const { participants, teams, groups, pairs } = index;
  const found: number[][] = [];
  const start = [0];
  for (let p = 0; p < index.region.participants.length; p++) {
    for (const [, t] of sorted(index.names.team)) {
      for (const [, g] of sorted(index.names.sfi)) {
        if (exclusionsOf(index, p, t, g).length > 0) continue;
        const points = termsOf(index, p, t, g).reduce((sum, term) => sum + term.points, 0);
        const { left, leftMinutes } = pairs(t, g);
        const room = participants.weekMinutes[p] - groups.minutes[g];
        const minutes = minutesAtTeam(left, leftMinutes, participants.hindrances[p], room);
        if (minutes < Math.max(1, teams.minMinutes[t], participants.minTeamMinutes[p])) continue;
        found.push([p, t, g, points, minutes, groups.minutes[g], 0]);
      }
    }
    start.push(found.length);
  }
  const column = (i: number) => Int32Array.from(found, (option) => option[i]);
  return {
    participant: column(0),
    team: column(1),
    sfi: column(2),
    points: column(3),
    teamMinutes: column(4),
    sfiMinutes: column(5),
    conditional: Uint8Array.from(found, (option) => option[6]),
    start: Int32Array.from(start),
  };
}

function sorted(names: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...names].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The terms of an option's points, in the order in which a proposal shows them; they add up exactly to `points`. */
export function termsOf(index: RegionIndex, participant: number, team: number, sfi: number): TermPoints[] {
  return [
    { term: 'placement', points: index.policy.placement_points },
    ...teamTerms.map(({ id, points }) => ({ term: id, points: points(index, participant, team) })),
    ...optionTerms.map(({ id, points }) => ({ term: id, points: points(index, participant, team, sfi) })),
  ];
}
