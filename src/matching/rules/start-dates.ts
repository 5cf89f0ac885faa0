import type { Text } from '../../domain/text.ts';
import type { RegionIndex } from '../region-index.ts';
import type { Rule } from './rule.ts';

/**
 * Team and SFI group have begun, and the participant is free, before the period is over. Whoever becomes free after a team or a group has
 * begun joins it then; whoever is free before waits for it.
 */
export const startDates: Rule = {
  id: 'start_dates',
  participant: {
    allows: (index, participant) => index.participants.availableFrom[participant] <= index.to,
    reason: () => ({
      sv: 'Deltagaren är inte tillgänglig förrän efter perioden.',
      en: 'The participant is not available until after the period.',
    }),
  },
  team: {
    allows: (index, _participant, team) => index.teams.startsOn[team] <= index.to,
    reason: () => late('Arbetslaget', 'The team'),
  },
  sfi: {
    allows: (index, _participant, sfi) => index.groups.startsOn[sfi] <= index.to,
    reason: () => late('Sfi-gruppen', 'The SFI group'),
  },
  without: () => ({
    reason: {
      sv: 'De arbetslag eller sfi-grupper som annars passar börjar, eller deltagaren är tillgänglig, först efter perioden.',
      en: 'The teams or SFI groups that fit otherwise begin, or the participant becomes available, only after the period.',
    },
    change: { sv: 'En tidigare start, eller en senare period.', en: 'An earlier start, or a later period.' },
  }),
};

function late(sv: string, en: string): Text {
  return { sv: `${sv} börjar först efter perioden.`, en: `${en} begins only after the period.` };
}

/** The first day at the team: the participant is free, the team has begun, the period runs. In days (domain/dates.ts). */
export function firstDayAtTeam(index: RegionIndex, participant: number, team: number): number {
  return Math.max(index.from, index.participants.availableFrom[participant], index.teams.startsOn[team]);
}
