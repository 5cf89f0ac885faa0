import { termsOf } from './options.ts';
import type { AssignedProposal } from './proposal-format.ts';
import type { RegionIndex } from './region-index.ts';
import { extractShown } from './rules/extract.ts';
import { teamMinutesOf } from './team-minutes.ts';

type Pair = AssignedProposal['pairs'][number];

/** A pair of a participant, a team and an SFI group (rows) as a proposal tells it, whether or not the rules allow it. */
export function pairDetail(
  index: RegionIndex,
  participant: number,
  team: number,
  sfi: number,
): Omit<Pair, 'overridden'> {
  const { participants, teams, sfi_groups } = index.region;
  const terms = termsOf(index, participant, team, sfi);
  return {
    participant: participants[participant].id,
    team: teams[team].id,
    unit: teams[team].unit,
    sfiGroup: sfi_groups[sfi].id,
    points: terms.reduce((sum, { points }) => sum + points, 0),
    terms: Object.fromEntries(terms.map(({ term, points }) => [term, points])),
    teamHours: hours(teamMinutesOf(index, participant, team, sfi)),
    sfiHours: hours(index.groups.minutes[sfi]),
    conditions: extractShown(index, participant, team) ? [] : [extractCondition],
  };
}

const extractCondition: Pair['conditions'][number] = {
  code: 'extract',
  sv: 'Gäller om deltagaren visar ett giltigt utdrag ur belastningsregistret för huvudmannen före start.',
  en: 'Holds if the participant shows the principal a valid criminal-record extract before the start.',
};

/** To a hundredth, downwards: a plan never shows more time than there is. */
function hours(minutes: number): number {
  return Math.floor((minutes * 100) / 60) / 100;
}
