import type { TeamTerm } from './term.ts';

/** The whole weight at a unit that the participant would like, nothing elsewhere. */
export const wishes: TeamTerm = {
  id: 'wishes',
  points: ({ participants, teams, policy }, participant, team) =>
    participants.preferUnits[participant].includes(teams.unit[team]) ? policy.weights.wishes : 0,
};
