import { exclusionsOf } from '../exclusions.ts';
import type { RegionIndex } from '../region-index.ts';
import { sharesLanguage } from '../shared-language.ts';
import { background, neutralBackground } from './background.ts';

/**
 * What it would change for a participant to withhold the background, so that consent is given, or not, in full knowledge. Only teams that no
 * rule speaks against are counted. `not_used`: nothing is stated, there is no consent or the policy has no legal basis.
 */
export type WithholdingEffect =
  | { readonly status: 'not_used' }
  | {
      readonly status: 'used';
      /** Teams that are possible through the background alone, and would not be without it. */
      readonly teamsLost: number;
      /** Of the others, the teams at which points would be lost, and the most that would be lost at one. */
      readonly teamsWithFewerPoints: number;
      readonly mostPointsLost: number;
    };

export function withholdingEffect(index: RegionIndex, participant: number): WithholdingEffect {
  if (index.participants.background[participant] < 0) return { status: 'not_used' };
  let teamsLost = 0;
  let teamsWithFewerPoints = 0;
  let mostPointsLost = 0;
  for (let team = 0; team < index.region.teams.length; team++) {
    if (exclusionsOf(index, participant, team).length > 0) continue;
    if (!sharesLanguage(index, participant, team)) {
      teamsLost++;
      continue;
    }
    const lost = background.points(index, participant, team) - neutralBackground(index, team);
    if (lost > 0) teamsWithFewerPoints++;
    mostPointsLost = Math.max(mostPointsLost, lost);
  }
  return { status: 'used', teamsLost, teamsWithFewerPoints, mostPointsLost };
}
