import type { RegionIndex } from '../region-index.ts';
import type { Rule } from './rule.ts';
import { firstDayAtTeam } from './start-dates.ts';

/**
 * A criminal-record extract was shown to the team's principal and is at most max_age_days old on the first day there (skollagen 2:31-32).
 * One that is missing or too old does not exclude where the policy allows a proposal on condition that a new one is shown.
 */
export const extract: Rule = {
  id: 'extract',
  team: {
    allows: (index, participant, team) =>
      index.policy.extract.on_condition || extractShown(index, participant, team),
    reason: () => ({
      sv: 'Inget utdrag ur belastningsregistret som gäller vid start har visats för huvudmannen.',
      en: 'No criminal-record extract that is valid at the start has been shown to the principal.',
    }),
  },
  without: () => ({
    reason: {
      sv: 'Inget utdrag ur belastningsregistret har visats för huvudmannen för något av de arbetslag som annars passar.',
      en: 'No criminal-record extract has been shown to the principal of any team that fits otherwise.',
    },
    change: {
      sv: 'Att deltagaren visar ett utdrag; det tar ungefär två veckor att få.',
      en: 'If the participant shows an extract; it takes about two weeks to get.',
    },
  }),
};

/** Whether an extract that counts has been shown to this team's principal; where not, the option is on condition. */
export function extractShown(index: RegionIndex, participant: number, team: number): boolean {
  const shownTo = index.units.principal[index.teams.unit[team]];
  const start = firstDayAtTeam(index, participant, team);
  return index.participants.extracts[participant].some(
    ({ principal, issued, shown }) =>
      principal === shownTo &&
      issued <= start &&
      shown <= start &&
      start - issued <= index.policy.extract.max_age_days,
  );
}
