import type { RegionIndex } from '../region-index.ts';

/**
 * How many people a batch may bring to a team: its open seats, or fewer where supervisors do not suffice. A seat held in reserve keeps its
 * supervision too, else whoever it is kept for could not come.
 */
export function supervisedPlaces(index: RegionIndex, team: number): number {
  const { supervisors, per_supervisor, reserved_seats } = index.region.teams[team];
  if (per_supervisor === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, supervisors * per_supervisor - (reserved_seats ?? 0));
}

/** The smaller of open seats and supervised places. */
export function placesOfTeam(index: RegionIndex, team: number): number {
  return Math.min(index.teams.openSeats[team], supervisedPlaces(index, team));
}
