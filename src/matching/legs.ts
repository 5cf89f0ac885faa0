import { travelMinutes } from '../domain/travel.ts';
import type { RegionIndex } from './region-index.ts';

/** The ways that a participant would travel, in whole minutes; where the two directions differ, the longer one. */

export function homeToTeam(index: RegionIndex, participant: number, team: number): number {
  const { participants, teams, units, travel, policy } = index;
  const unit = teams.unit[team];
  const there = travelMinutes(travel, policy.travel, participants.home, participant, units.place, unit);
  if (travel.minutes.size === 0) return there;
  return Math.max(
    there,
    travelMinutes(travel, policy.travel, units.place, unit, participants.home, participant),
  );
}

export function homeToSfi(index: RegionIndex, participant: number, sfi: number): number {
  const { participants, groups, travel, policy } = index;
  const there = travelMinutes(travel, policy.travel, participants.home, participant, groups.place, sfi);
  if (travel.minutes.size === 0) return there;
  return Math.max(
    there,
    travelMinutes(travel, policy.travel, groups.place, sfi, participants.home, participant),
  );
}

/** The longest way of an option: home to team, home to SFI group, team to SFI group where both meet on some weekday. */
export function longestLeg(index: RegionIndex, participant: number, team: number, sfi: number): number {
  return Math.max(
    homeToTeam(index, participant, team),
    homeToSfi(index, participant, sfi),
    index.pairs(team, sfi).leg,
  );
}
