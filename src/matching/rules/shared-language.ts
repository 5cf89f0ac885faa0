import { languageName } from '../../domain/languages.ts';
import type { RegionIndex } from '../region-index.ts';
import { sharesLanguage } from '../shared-language.ts';
import type { Rule } from './rule.ts';

/**
 * The participant speaks a language of the team's pupils, or one that its speakers understand, whatever the level; or the team asks for
 * the background that the participant has consented to state. Background only ever adds.
 */
export const sharedLanguage: Rule = {
  id: 'shared_language',
  team: {
    allows: (index, participant, team) =>
      sharesLanguage(index, participant, team) || sharesBackground(index, participant, team),
    reason: () => ({
      sv: 'Deltagaren och arbetslagets elever har inget gemensamt språk.',
      en: "The participant and the team's pupils share no language.",
    }),
  },
  without: (index, participant) => {
    const own = index.participants.languages[participant].map((language) => index.languages[language]);
    if (own.length === 0) return withoutLanguage;
    const names = own.toSorted().map(languageName);
    const sv = names.map((name) => name.sv).join(' eller ');
    const en = names.map((name) => name.en).join(' or ');
    return {
      reason: {
        sv: `Inget arbetslag har elever som talar eller förstår ${sv}.`,
        en: `No team has pupils who speak or understand ${en}.`,
      },
      change: {
        sv: `Ett arbetslag med elever som talar ${sv}.`,
        en: `A team with pupils who speak ${en}.`,
      },
    };
  },
};

const withoutLanguage = {
  reason: {
    sv: 'Inget annat språk än svenska är angivet för deltagaren.',
    en: 'No language other than Swedish is stated for the participant.',
  },
  change: { sv: 'Att deltagarens språk läggs till.', en: "If the participant's languages are added." },
};

function sharesBackground(index: RegionIndex, participant: number, team: number): boolean {
  const own = index.participants.background[participant];
  return own >= 0 && index.teams.backgrounds[team].some(({ country }) => country === own);
}
