import type { TeamTerm } from './term.ts';

/** The share of the competences that the team asks for which the participant has; nothing at a team that asks for none, as there is nobody's knowledge to ask for. */
export const competences: TeamTerm = {
  id: 'competences',
  points: (index, participant, team) => {
    const asked = index.teams.competences[team];
    if (asked.length === 0) return 0;
    const has = index.participants.competences[participant];
    const met = asked.filter((competence) => has.includes(competence)).length;
    return Math.floor((index.policy.weights.competences * met) / asked.length);
  },
};
