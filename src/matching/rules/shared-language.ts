import type { RegionIndex } from '../region-index.ts';
import { teamLanguageFit } from '../shared-language.ts';
import type { Rule } from './rule.ts';

/**
 * The participant speaks a language of the team's pupils, or one that its speakers understand, whatever the level; or the team asks for
 * the background that the participant has consented to state. Background only ever adds.
 */
export const sharedLanguage: Rule = {
  id: 'shared_language',
  team: {
    allows: (index, participant, team) =>
      teamLanguageFit(index, participant, team) > 0 || sharesBackground(index, participant, team),
    reason: () => ({
      sv: 'Deltagaren och arbetslagets elever har inget gemensamt språk.',
      en: "The participant and the team's pupils share no language.",
    }),
  },
  without: () => ({
    reason: {
      sv: 'Inget arbetslag har elever som talar något av deltagarens språk.',
      en: "No team has pupils who speak any of the participant's languages.",
    },
    change: {
      sv: 'Ett arbetslag som behöver något av deltagarens språk.',
      en: "A team that needs one of the participant's languages.",
    },
  }),
};

function sharesBackground(index: RegionIndex, participant: number, team: number): boolean {
  const own = index.participants.background[participant];
  return own >= 0 && index.teams.backgrounds[team].some(({ country }) => country === own);
}
