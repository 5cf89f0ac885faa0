import type { Rule } from './rule.ts';

/** The unit is of a school form that the participant wants; an empty list means any. */
export const schoolForm: Rule = {
  id: 'school_form',
  team: {
    allows: ({ participants, teams, units }, participant, team) =>
      (participants.forms[participant] & (1 << units.form[teams.unit[team]])) !== 0,
    reason: () => ({
      sv: 'Enheten är av en annan skolform än de som deltagaren önskar.',
      en: 'The unit is of another school form than those the participant wants.',
    }),
  },
  without: () => ({
    reason: {
      sv: 'Inget av de arbetslag som annars passar finns i en skolform som deltagaren önskar.',
      en: 'None of the teams that fit otherwise is in a school form that the participant wants.',
    },
    change: {
      sv: 'Att deltagaren önskar fler skolformer.',
      en: 'If the participant wants more school forms.',
    },
  }),
};
