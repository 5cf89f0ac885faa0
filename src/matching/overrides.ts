import { exclusionsOf } from './exclusions.ts';
import { byText } from './order.ts';
import type { RegionIndex } from './region-index.ts';
import type { RuleId } from './rules/rule.ts';

/**
 * Rules that an officer has set aside, with a reason: a lock of one participant to one team with one SFI group that says `override`. The pair
 * is then an option, with the points that it truly has, and the proposal says which rules it breaks. Limits (seats, equity, mix) are no
 * rules of eligibility and stay: a lock beyond them is a conflict.
 */
export interface Overridden {
  readonly participant: number;
  readonly team: number;
  readonly sfi: number;
  readonly reason: string;
}

/** What no decision sets aside: protected identities, a refusal, which is taken back where it was made, and seats, which must exist. */
const lasting: ReadonlySet<RuleId> = new Set(['protected', 'turned_down', 'seats']);

/** Whether an officer with the right to may set a rule aside. */
export function mayBeOverridden(rule: RuleId): boolean {
  return !lasting.has(rule);
}

/** The pairs that become options by a decision, one a participant, the first by team and SFI group; a pair that breaks a lasting rule does not. */
export function overriddenPairs(index: RegionIndex): ReadonlyMap<number, Overridden> {
  const { participant, team, sfi } = index.names;
  const found = new Map<number, Overridden>();
  const rows = index.region.decisions.filter((row) => row.override === true && row.decision === 'lock');
  rows.sort((a, b) => byText(a.team ?? '', b.team ?? '') || byText(a.sfi_group ?? '', b.sfi_group ?? ''));
  for (const row of rows) {
    const p = participant.get(row.participant);
    const t = team.get(row.team ?? '');
    const g = sfi.get(row.sfi_group ?? '');
    if (p === undefined || t === undefined || g === undefined || found.has(p)) continue;
    if (exclusionsOf(index, p, t, g).every(({ rule }) => mayBeOverridden(rule))) {
      found.set(p, { participant: p, team: t, sfi: g, reason: row.reason });
    }
  }
  return found;
}
