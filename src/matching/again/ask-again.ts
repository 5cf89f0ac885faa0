import type { ParticipantAnswer } from '../../domain/participant-answer.ts';
import type { Region } from '../../domain/region.ts';
import { byText } from '../order.ts';
import type { PreviousPair } from '../previous.ts';
import { avoids, consequencesFor, coversLock, type Decision } from './decisions.ts';
import { type HeldSeats, withHeldSeats, without, withWishes } from './edits.ts';
import { isStanding, type StandingPair } from './standing-pair.ts';
import type { Told } from './told.ts';

/**
 * A proposal is asked for again: from the region's newest version, what has become of the pairs, what participants have answered and which
 * seats are held, the region to match and the pairs to keep where it costs nothing (`match(region, policy, ..., previous)` pays for every
 * change at the policy's keep_points).
 *
 * What people have decided since wins over decisions.csv, and everything that could not be kept is told. Pure: the region given is untouched.
 */
export interface AskAgain {
  readonly region: Region;
  readonly pairs: readonly StandingPair[];
  readonly answers: readonly ParticipantAnswer[];
  readonly held: readonly HeldSeats[];
}

export interface AskedAgain {
  readonly region: Region;
  readonly previous: readonly PreviousPair[];
  /** Participants who are not in the pool any more, in the order of their ids. */
  readonly leftPool: readonly string[];
  /** In the order of whom it is about. */
  readonly told: readonly Told[];
}

export function askAgain({ region, pairs, answers, held }: AskAgain): AskedAgain {
  const participants = new Set(region.participants.map(({ id }) => id));
  const known = {
    unitOf: new Map(region.teams.map(({ id, unit }) => [id, unit])),
    groups: new Set(region.sfi_groups.map(({ id }) => id)),
  };
  const counting = countingAnswers(answers);
  const pairsOf = Map.groupBy(pairs, ({ participant }) => participant);
  const answersOf = Map.groupBy(counting, ({ participant }) => participant);
  const told: Told[] = [];
  const leftPool = new Set<string>();
  const decided: Decision[] = [];
  for (const id of new Set([...pairsOf.keys(), ...answersOf.keys()])) {
    const own = pairsOf.get(id) ?? [];
    if (!participants.has(id)) {
      if (own.some(isStanding)) told.push(participantGone(id));
      continue;
    }
    const follows = consequencesFor(id, own, answersOf.get(id) ?? [], known);
    if (follows.leavesPool) leftPool.add(id);
    decided.push(...follows.rows);
    told.push(...follows.told);
  }
  const latest = latestOf(answers);
  const spared = ({ participant, team }: Decision) =>
    avoids(latest.get(participant), known.unitOf.get(team ?? ''));
  const merged = mergeDecisions(region.decisions, decided, spared);
  const wished = withWishes({ ...region, decisions: merged.decisions }, latest);
  const locks = merged.decisions.filter(({ decision }) => decision === 'lock');
  const reserved = withHeldSeats(
    wished.region,
    held,
    (table, id) => locks.filter((row) => (table === 'teams' ? row.team : row.sfi_group) === id).length,
  );
  const stays = ({ participant }: PreviousPair) =>
    participants.has(participant) && !leftPool.has(participant);
  return {
    region: without(reserved.region, leftPool),
    previous: pairs
      .filter((pair) => isStanding(pair) && stays(pair))
      .map(({ participant, team, sfiGroup }) => ({ participant, team, sfiGroup })),
    leftPool: [...leftPool].sort(byText),
    told: [...told, ...merged.told, ...wished.told, ...reserved.told].sort((a, b) =>
      byText(a.about, b.about),
    ),
  };
}

/** Of answers to the same place, the latest, so that a later yes takes an earlier no back; in the order of time. */
function countingAnswers(answers: readonly ParticipantAnswer[]): readonly ParticipantAnswer[] {
  const latest = new Map<string, ParticipantAnswer>();
  for (const answer of inTime(answers)) {
    const key = JSON.stringify([answer.participant, answer.team, answer.sfi_group]);
    latest.delete(key);
    latest.set(key, answer);
  }
  return [...latest.values()];
}

function latestOf(answers: readonly ParticipantAnswer[]): ReadonlyMap<string, ParticipantAnswer> {
  return new Map(inTime(answers).map((answer) => [answer.participant, answer]));
}

function inTime(answers: readonly ParticipantAnswer[]): readonly ParticipantAnswer[] {
  return answers.toSorted((a, b) => byText(a.answered_on, b.answered_on));
}

/** decisions.csv with what has been decided since: a new lock replaces an old one and lifts old refusals of it; a new refusal, or the wish to be spared the unit, an old lock. */
function mergeDecisions(
  file: readonly Decision[],
  decided: readonly Decision[],
  spared: (lock: Decision) => boolean,
): { readonly decisions: readonly Decision[]; readonly told: readonly Told[] } {
  const decidedOf = Map.groupBy(decided, ({ participant }) => participant);
  const told: Told[] = [];
  const kept = file.filter((row) => {
    const since = decidedOf.get(row.participant) ?? [];
    const lock = since.find(({ decision }) => decision === 'lock');
    if (row.decision === 'turned_down') return lock === undefined || !coversLock(row, lock);
    const replaced = lock !== undefined || since.some((refusal) => coversLock(refusal, row)) || spared(row);
    const same =
      lock?.team === row.team && (row.sfi_group === undefined || lock?.sfi_group === row.sfi_group);
    if (replaced && !same) told.push(lockReplaced(row.participant));
    return !replaced;
  });
  return { decisions: [...kept, ...decided], told };
}

function participantGone(about: string): Told {
  return {
    code: 'participant_gone',
    about,
    sv: 'Deltagaren finns inte i regionens nya version; paret kan inte stå kvar.',
    en: "The participant is not in the region's new version; the pair cannot stay.",
  };
}

function lockReplaced(about: string): Told {
  return {
    code: 'lock_replaced',
    about,
    sv: 'Ett lås i underlaget gäller inte längre, eftersom något annat har beslutats sedan dess.',
    en: 'A lock in the data no longer holds, since something else has been decided since.',
  };
}
