import type { Text } from '../domain/text.ts';
import type { RegionIndex } from './region-index.ts';
import { rules } from './rules/index.ts';
import type { RuleId } from './rules/rule.ts';

/** Why somebody has no option at all: the first rule, in the order of rules/index.ts, after which nothing is left, and what would change it. */
export interface WithoutOptions {
  readonly rule: RuleId;
  readonly reason: Text;
  readonly change: Text;
}

const always = rules.length;
const firstTeamRule = rules.findIndex((rule) => rule.team !== undefined);
const firstSfiRule = rules.findIndex((rule) => rule.sfi !== undefined);

/**
 * The reason why a participant (a row) has no eligible option, or undefined where there is one.
 *
 * A triple gets as far as the first rule that refuses it; the answer is the furthest that any gets. Teams and SFI groups are judged one by
 * one first, and only those that could still get further than what was found are tried together, so it costs about teams + groups
 * where one of these alone decides.
 */
export function reasonWithoutOptions(index: RegionIndex, participant: number): WithoutOptions | undefined {
  const { teams, sfi_groups } = index.region;
  const alone = firstRefusal((rule) => rule.participant?.allows(index, participant));
  const byTeam = teams.map((_, t) => firstRefusal((rule) => rule.team?.allows(index, participant, t)));
  const bySfi = sfi_groups.map((_, g) => firstRefusal((rule) => rule.sfi?.allows(index, participant, g)));
  const most = Math.min(alone, furthestOf(byTeam, firstTeamRule), furthestOf(bySfi, firstSfiRule));
  const furthest = furthestTogether(index, participant, { byTeam, bySfi, most });
  if (furthest === always) return undefined;
  const rule = rules[furthest];
  return { rule: rule.id, ...rule.without(index, participant) };
}

function furthestTogether(
  index: RegionIndex,
  participant: number,
  { byTeam, bySfi, most }: { byTeam: readonly number[]; bySfi: readonly number[]; most: number },
): number {
  const together = firstRefusal((rule) => rule.option === undefined);
  if (most <= together) return most;
  let furthest = together;
  for (let t = 0; t < byTeam.length; t++) {
    if (byTeam[t] <= furthest) continue;
    for (let g = 0; g < bySfi.length && furthest < most; g++) {
      if (bySfi[g] <= furthest) continue;
      const option = firstRefusal((rule) => rule.option?.allows(index, participant, t, g));
      furthest = Math.max(furthest, Math.min(most, byTeam[t], bySfi[g], option));
    }
  }
  return furthest;
}

/** The position of the first rule that refuses; `always` where none does. */
function firstRefusal(allows: (rule: (typeof rules)[number]) => boolean | undefined): number {
  const position = rules.findIndex((rule) => allows(rule) === false);
  return position < 0 ? always : position;
}

/** The furthest of several; where there are none, whatever would have judged them first. */
function furthestOf(positions: readonly number[], none: number): number {
  return positions.length === 0 ? none : positions.reduce((most, position) => Math.max(most, position));
}
