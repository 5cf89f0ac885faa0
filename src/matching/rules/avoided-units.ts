import type { Rule } from './rule.ts';

/** The participant has asked not to be at this unit. */
export const avoidedUnits: Rule = {
  id: 'avoided_units',
  team: {
    allows: ({ participants, teams }, participant, team) =>
      !participants.avoidUnits[participant].includes(teams.unit[team]),
    reason: () => ({
      sv: 'Deltagaren har bett att inte komma till den här enheten.',
      en: 'The participant has asked not to come to this unit.',
    }),
  },
  without: () => ({
    reason: {
      sv: 'De arbetslag som annars passar finns på enheter som deltagaren har bett att slippa.',
      en: 'The teams that fit otherwise are at units that the participant has asked to avoid.',
    },
    change: {
      sv: 'Ett arbetslag på en annan enhet, eller att deltagaren ändrar sin önskan.',
      en: 'A team at another unit, or a change of the wish by the participant.',
    },
  }),
};
