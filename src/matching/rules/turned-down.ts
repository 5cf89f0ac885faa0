import type { Text } from '../../domain/text.ts';
import type { Rule } from './rule.ts';

/**
 * An officer or the participant has turned the pairing down: with a team, with an SFI group, with the two together, or, where the
 * decision names neither, every pairing of the person.
 */
export const turnedDown: Rule = {
  id: 'turned_down',
  participant: {
    allows: ({ participants }, participant) =>
      !participants.turnedDown[participant].some((pair) => pair.team === -1 && pair.sfi === -1),
    reason: () => ({
      sv: 'Alla förslag för deltagaren har avböjts.',
      en: 'Every proposal for the participant has been turned down.',
    }),
  },
  team: {
    allows: ({ participants }, participant, team) =>
      !participants.turnedDown[participant].some((pair) => pair.team === team && pair.sfi === -1),
    reason: () => declined('Arbetslaget har', 'The team has'),
  },
  sfi: {
    allows: ({ participants }, participant, sfi) =>
      !participants.turnedDown[participant].some((pair) => pair.team === -1 && pair.sfi === sfi),
    reason: () => declined('Sfi-gruppen har', 'The SFI group has'),
  },
  option: {
    allows: ({ participants }, participant, team, sfi) =>
      !participants.turnedDown[participant].some((pair) => pair.team === team && pair.sfi === sfi),
    reason: () => declined('Arbetslaget med den här sfi-gruppen har', 'The team with this SFI group has'),
  },
  without: () => ({
    reason: {
      sv: 'Allt som annars passar har avböjts för deltagaren.',
      en: 'All that fits otherwise has been turned down for the participant.',
    },
    change: {
      sv: 'Att ett avböjande tas tillbaka, eller ett nytt arbetslag.',
      en: 'If a refusal is withdrawn, or a new team.',
    },
  }),
};

function declined(sv: string, en: string): Text {
  return { sv: `${sv} avböjts för deltagaren.`, en: `${en} been turned down for the participant.` };
}
