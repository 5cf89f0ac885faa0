import { minutesAtTeam } from '../domain/week.ts';
import type { RegionIndex } from './region-index.ts';

/** Minutes a week that the participant works at the team beside this SFI group (domain/week.ts defines the plan). */
export function teamMinutesOf(index: RegionIndex, participant: number, team: number, sfi: number): number {
  const { left, leftMinutes } = index.pairs(team, sfi);
  const { weekMinutes, hindrances } = index.participants;
  const room = weekMinutes[participant] - index.groups.minutes[sfi];
  return minutesAtTeam(left, leftMinutes, hindrances[participant], room);
}

/** The least that they must be: what the team asks, what the participant accepts, and never nothing. */
export function leastTeamMinutes(index: RegionIndex, participant: number, team: number): number {
  return Math.max(1, index.teams.minMinutes[team], index.participants.minTeamMinutes[participant]);
}
