import { teamLanguageFit } from '../shared-language.ts';
import type { TeamTerm } from './term.ts';

/** How well participant and pupils understand each other in the best language they share: level x intelligibility (shared-language.ts). */
export const language: TeamTerm = {
  id: 'language',
  points: (index, participant, team) =>
    Math.floor((index.policy.weights.language * teamLanguageFit(index, participant, team)) / 100),
};
