import type { Rule } from './rule.ts';

/** Nobody works at the unit where a child of theirs goes. */
export const ownChildren: Rule = {
  id: 'own_children',
  team: {
    allows: ({ participants, teams }, participant, team) =>
      !participants.childUnits[participant].includes(teams.unit[team]),
    reason: () => ({
      sv: 'Deltagaren har ett barn på den här enheten.',
      en: 'The participant has a child at this unit.',
    }),
  },
  without: () => ({
    reason: {
      sv: 'De arbetslag som annars passar finns på enheter där deltagaren har ett barn.',
      en: 'The teams that fit otherwise are at units where the participant has a child.',
    },
    change: { sv: 'Ett arbetslag på en annan enhet.', en: 'A team at another unit.' },
  }),
};
