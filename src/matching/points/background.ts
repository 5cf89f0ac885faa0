import type { RegionIndex } from '../region-index.ts';
import type { TeamTerm } from './term.ts';

/**
 * Background that the team's pupils share, self-declared, only with consent and a legal basis in the policy (else it is not even in the
 * index). The country that most of the team's pupils come from is worth the whole weight, another its share of that. Whoever withholds
 * it, and whoever states a country that the team does not ask for, gets the team's neutral value: the mean over the countries asked for
 * and one more that is not (worth 0). Nobody who states a country gets less than neutral, so stating never costs and withholding is not
 * punished. A team that asks for none gives nobody anything.
 */
export const background: TeamTerm = {
  id: 'background',
  points: (index, participant, team) => {
    const { weights } = index.policy;
    if (weights.background === 0) return 0;
    const own = index.participants.background[participant];
    return own < 0
      ? neutralBackground(index, team)
      : Math.max(neutralBackground(index, team), stated(index, team, own));
  },
};

function stated(index: RegionIndex, team: number, country: number): number {
  const asked = index.teams.backgrounds[team];
  const most = Math.max(1, ...asked.map(({ pupils }) => pupils));
  const pupils = asked.find((row) => row.country === country)?.pupils ?? 0;
  return Math.floor((index.policy.weights.background * pupils) / most);
}

/** The team's neutral value: what it gives to whoever withholds the background. */
export function neutralBackground(index: RegionIndex, team: number): number {
  const asked = index.teams.backgrounds[team];
  const sum = asked.reduce((total, { country }) => total + stated(index, team, country), 0);
  return Math.floor(sum / (asked.length + 1));
}
