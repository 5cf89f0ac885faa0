import type { Text } from '../domain/text.ts';
import type { RegionIndex } from './region-index.ts';
import { rules } from './rules/index.ts';
import type { RuleId } from './rules/rule.ts';

/**
 * Why people have no eligible option at all. A triple gets as far as the first rule, in the order of rules/index.ts, that refuses it; the
 * answer is the furthest that any triple of the person's gets, for after that rule nothing is left.
 *
 * 1. The rule on language (and background) and that on SFI course come before all others on teams and on groups, and look at so little
 *    that people share their answers: they are asked once per set of languages, and once per course and own group. Every other team
 *    or group ends there.
 * 2. How far the groups get alone, then the teams, until one gets as far as person and groups do.
 * 3. Only where that is beyond the first rule on team and group together, the pairs that could get further than what was found.
 *
 * Cost: the teams that share a language with the person plus the groups of their course, and for those whom only a rule on both stops
 * the teams in reach x groups in reach.
 */

/** The rule after which nothing is left, and what would change it. */
interface WithoutOptions {
  readonly rule: RuleId;
  readonly reason: Text;
  readonly change: Text;
}

/** The reason why a participant (a row) has no eligible option, or undefined where there is one. */
type ReasonWithoutOptions = (participant: number) => WithoutOptions | undefined;

/** Past all rules. */
const always = rules.length;

/** The checks of one kind, each with the position of its rule; the first on teams is shared_language, the first on groups sfi_course. */
const participantChecks = rules.flatMap(({ participant }, at) => (participant ? { at, ...participant } : []));
const [languageCheck, ...teamChecks] = rules.flatMap(({ team }, at) => (team ? { at, ...team } : []));
const [courseCheck, ...sfiChecks] = rules.flatMap(({ sfi }, at) => (sfi ? { at, ...sfi } : []));
const optionChecks = rules.flatMap(({ option }, at) => (option ? { at, ...option } : []));

const firstOptionRule = optionChecks[0].at;

/** What answers for the people of a region, one by one; it keeps what they share. */
export function reasonsWithoutOptions(index: RegionIndex): ReasonWithoutOptions {
  const { participants, region } = index;
  const teamsOf = keptLists(
    region.teams.length,
    (p) => `${participants.languages[p].join(' ')}/${participants.background[p]}`,
    (p, t) => languageCheck.allows(index, p, t),
  );
  const groupsOf = keptLists(
    region.sfi_groups.length,
    (p) => `${participants.sfiPath[p]}/${participants.sfiCourse[p]}/${participants.ownGroup[p]}`,
    (p, g) => courseCheck.allows(index, p, g),
  );
  return (p) => {
    const furthest = furthestOf(index, p, teamsOf(p), groupsOf(p));
    if (furthest === always) return undefined;
    const rule = rules[furthest];
    return { rule: rule.id, ...rule.without(index, p) };
  };
}

/** Which of so many are allowed, kept by what the answer hangs on. */
function keptLists(
  count: number,
  keyOf: (participant: number) => string,
  allows: (participant: number, number: number) => boolean,
): (participant: number) => readonly number[] {
  const kept = new Map<string, readonly number[]>();
  return (participant) => {
    const key = keyOf(participant);
    const known = kept.get(key);
    if (known) return known;
    const list: number[] = [];
    for (let i = 0; i < count; i++) if (allows(participant, i)) list.push(i);
    kept.set(key, list);
    return list;
  };
}

function furthestOf(
  index: RegionIndex,
  p: number,
  teams: readonly number[],
  groups: readonly number[],
): number {
  const alone = participantChecks.find((check) => !check.allows(index, p))?.at ?? always;
  const byGroup = groups.map((g) => sfiRefusal(index, p, g));
  const mostBySfi = byGroup.reduce((most, at) => Math.max(most, at), courseCheck.at);
  const most = Math.min(alone, mostBySfi);
  let mostByTeam = languageCheck.at;
  const beyond: { readonly team: number; readonly at: number }[] = [];
  for (const team of teams) {
    if (mostByTeam >= most && most <= firstOptionRule) break;
    const at = teamRefusal(index, p, team);
    mostByTeam = Math.max(mostByTeam, at);
    if (at > firstOptionRule) beyond.push({ team, at });
  }
  const apart = Math.min(most, mostByTeam);
  if (apart <= firstOptionRule) return apart;
  let furthest = firstOptionRule;
  for (const { team, at } of beyond) {
    for (let i = 0; i < groups.length && furthest < apart; i++) {
      if (Math.min(at, byGroup[i]) <= furthest) continue;
      const together = optionRefusal(index, p, team, groups[i]);
      furthest = Math.max(furthest, Math.min(apart, at, byGroup[i], together));
    }
  }
  return furthest;
}

// The position of the first rule that refuses; `always` where none does. Plain loops, as they are asked millions of times.

function teamRefusal(index: RegionIndex, p: number, t: number): number {
  for (const check of teamChecks) if (!check.allows(index, p, t)) return check.at;
  return always;
}

function sfiRefusal(index: RegionIndex, p: number, g: number): number {
  for (const check of sfiChecks) if (!check.allows(index, p, g)) return check.at;
  return always;
}

function optionRefusal(index: RegionIndex, p: number, t: number, g: number): number {
  for (const check of optionChecks) if (!check.allows(index, p, t, g)) return check.at;
  return always;
}
