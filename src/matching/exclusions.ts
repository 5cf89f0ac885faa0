import type { Text } from '../domain/text.ts';
import type { RegionIndex } from './region-index.ts';
import { rules } from './rules/index.ts';
import type { RuleId } from './rules/rule.ts';

/** A hard rule that says no, and why. */
export interface Exclusion {
  readonly rule: RuleId;
  readonly reason: Text;
}

/**
 * Every hard rule that says no to this participant at this team, and with this SFI group where one is given. Empty: the option is
 * eligible (without an SFI group: nothing speaks against the team as such). Indices are rows of the region's arrays.
 */
export function exclusionsOf(
  index: RegionIndex,
  participant: number,
  team: number,
  sfi?: number,
): Exclusion[] {
  const found: Exclusion[] = [];
  for (const rule of rules) {
    const add = (allowed: boolean | undefined, reason: () => Text | undefined) => {
      const text = allowed === false ? reason() : undefined;
      if (text !== undefined) found.push({ rule: rule.id, reason: text });
    };
    add(rule.participant?.allows(index, participant), () => rule.participant?.reason(index, participant));
    add(rule.team?.allows(index, participant, team), () => rule.team?.reason(index, participant, team));
    if (sfi === undefined) continue;
    add(rule.sfi?.allows(index, participant, sfi), () => rule.sfi?.reason(index, participant, sfi));
    add(rule.option?.allows(index, participant, team, sfi), () =>
      rule.option?.reason(index, participant, team, sfi),
    );
  }
  return found;
}
