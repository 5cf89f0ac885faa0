import type { Text } from '../../domain/text.ts';
import type { Rule } from './rule.ts';

/** Team and SFI group have seats that a batch may fill: some that are not held in reserve. How many may be filled is a constraint, not a rule. */
export const seats: Rule = {
  id: 'seats',
  team: {
    allows: (index, _participant, team) => index.teams.openSeats[team] > 0,
    reason: (index, _participant, team) =>
      index.region.teams[team].seats === 0
        ? none('Arbetslaget', 'The team')
        : reserved('Alla arbetslagets', "The team's"),
  },
  sfi: {
    allows: (index, _participant, sfi) => index.groups.openSeats[sfi] > 0,
    reason: (index, _participant, sfi) =>
      index.region.sfi_groups[sfi].seats === 0
        ? none('Sfi-gruppen', 'The SFI group')
        : reserved('Alla sfi-gruppens', "The SFI group's"),
  },
  without: () => ({
    reason: {
      sv: 'De arbetslag eller sfi-grupper som annars passar har inga platser, eller bara reserverade.',
      en: 'The teams or SFI groups that fit otherwise have no seats, or only reserved ones.',
    },
    change: { sv: 'En plats till där, eller en annan grupp.', en: 'One more seat there, or another group.' },
  }),
};

function none(sv: string, en: string): Text {
  return { sv: `${sv} har inga platser.`, en: `${en} has no seats.` };
}

function reserved(sv: string, en: string): Text {
  return { sv: `${sv} platser är reserverade.`, en: `${en} seats are all held in reserve.` };
}
