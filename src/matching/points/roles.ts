import type { TeamTerm } from './term.ts';

/** The share of the team's roles that the participant wants. An empty list, of either, means any role and stands for all of them. */
export const roles: TeamTerm = {
  id: 'roles',
  points: (index, participant, team) => {
    const asked = index.teams.roles[team];
    const both = asked & index.participants.roles[participant];
    return Math.floor((index.policy.weights.roles * bitCount(both)) / bitCount(asked));
  },
};

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
