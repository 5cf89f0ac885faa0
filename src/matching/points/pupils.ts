import { languageFit } from '../shared-language.ts';
import type { TeamTerm } from './term.ts';

/**
 * How many of the team's pupils speak a language that the participant shares, in all such languages, and how many more they have become
 * since last year. Two thirds of the weight for the number (full at 12 pupils), one third for the growth (full at 6 more). An absolute
 * scale, so that no team's points hang on another's. `<5` counts as 2 pupils.
 */
export const pupils: TeamTerm = {
  id: 'pupils',
  points: (index, participant, team) => {
    let number = 0;
    let growth = 0;
    for (const row of index.teams.languages[team]) {
      if (languageFit(index, participant, row.language) === 0) continue;
      number += row.pupils;
      growth += Math.max(0, row.pupils - row.pupilsLastYear);
    }
    // In eighteenths: up to 12 for the number and up to 6 for the growth.
    const eighteenths = Math.min(FULL_NUMBER, number) + Math.min(FULL_GROWTH, growth);
    return Math.floor((index.policy.weights.pupils * eighteenths) / (FULL_NUMBER + FULL_GROWTH));
  },
};

const FULL_NUMBER = 12;
const FULL_GROWTH = 6;
