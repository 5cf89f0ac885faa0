import type { Rule } from './rule.ts';

/** The team has a role that the participant wants; an empty list, of either, means any. */
export const roles: Rule = {
  id: 'roles',
  team: {
    allows: ({ participants, teams }, participant, team) =>
      (participants.roles[participant] & teams.roles[team]) !== 0,
    reason: () => ({
      sv: 'Arbetslaget har ingen av de roller som deltagaren önskar.',
      en: 'The team has none of the roles that the participant wants.',
    }),
  },
  without: () => ({
    reason: {
      sv: 'Inget av de arbetslag som annars passar har en roll som deltagaren önskar.',
      en: 'None of the teams that fit otherwise has a role that the participant wants.',
    },
    change: { sv: 'Att deltagaren önskar fler roller.', en: 'If the participant wants more roles.' },
  }),
};
