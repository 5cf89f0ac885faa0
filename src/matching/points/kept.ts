import type { RegionIndex } from '../region-index.ts';

/** policy.keep_points for the team and SFI group that were proposed before, half of them, rounded down, for the team with another group. */
export function keptPoints(
  { previous, policy }: RegionIndex,
  participant: number,
  team: number,
  sfi: number,
): number {
  if (previous.team[participant] !== team) return 0;
  return previous.sfi[participant] === sfi ? policy.keep_points : Math.floor(policy.keep_points / 2);
}
