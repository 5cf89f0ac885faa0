import type { Text } from '../../domain/text.ts';
import { homeToSfi, homeToTeam } from '../legs.ts';
import type { RegionIndex } from '../region-index.ts';
import type { Rule } from './rule.ts';

/**
 * No way is longer than max_commute_min: between home and team, between home and SFI group, and between team and SFI group where both
 * meet on some weekday (else nobody goes from one to the other). Where the two directions differ the longer counts.
 */
export const commute: Rule = {
  id: 'commute',
  team: {
    allows: (index, participant, team) =>
      homeToTeam(index, participant, team) <= index.participants.maxCommute[participant],
    reason: (index, participant, team) =>
      tooFar(index, participant, homeToTeam(index, participant, team), HOME_TEAM),
  },
  sfi: {
    allows: (index, participant, sfi) =>
      homeToSfi(index, participant, sfi) <= index.participants.maxCommute[participant],
    reason: (index, participant, sfi) =>
      tooFar(index, participant, homeToSfi(index, participant, sfi), HOME_SFI),
  },
  option: {
    allows: (index, participant, team, sfi) =>
      index.pairs(team, sfi).leg <= index.participants.maxCommute[participant],
    reason: (index, participant, team, sfi) =>
      tooFar(index, participant, index.pairs(team, sfi).leg, TEAM_SFI),
  },
  without: () => ({
    reason: {
      sv: 'De arbetslag och sfi-grupper som annars passar ligger längre bort än deltagarens längsta restid.',
      en: "The teams and SFI groups that fit otherwise are further away than the participant's longest commute.",
    },
    change: {
      sv: 'En längre restid, eller ett arbetslag eller en sfi-grupp som ligger närmare.',
      en: 'A longer commute, or a team or an SFI group that is nearer.',
    },
  }),
};

const HOME_TEAM = { sv: 'mellan hemmet och arbetslaget', en: 'between home and the team' };
const HOME_SFI = { sv: 'mellan hemmet och sfi-gruppen', en: 'between home and the SFI group' };
const TEAM_SFI = { sv: 'mellan arbetslaget och sfi-gruppen', en: 'between the team and the SFI group' };

function tooFar(index: RegionIndex, participant: number, minutes: number, way: Text): Text {
  const most = index.participants.maxCommute[participant];
  return {
    sv: `Resan ${way.sv} tar ${minutes} minuter; deltagarens gräns är ${most}.`,
    en: `The way ${way.en} takes ${minutes} minutes; the participant's limit is ${most}.`,
  };
}
