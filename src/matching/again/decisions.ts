import { endsTheWait } from '../../domain/pair-life.ts';
import { leaveReason, type NotAgain, turnDownReason } from '../../domain/pair-reasons.ts';
import { statusNames } from '../../domain/pair-words.ts';
import type { ParticipantAnswer } from '../../domain/participant-answer.ts';
import type { TableRow } from '../../domain/region.ts';
import type { Text } from '../../domain/text.ts';
import { isHeld, isStanding, type StandingPair } from './standing-pair.ts';
import type { Told } from './told.ts';

/**
 * What follows for one participant from the pairs that people have worked with and from the person's own answers, as decisions that a match
 * obeys:
 *
 * 1. Whoever completed a year, or left early for a reason that ends the wait, is not in the pool any more.
 * 2. A refusal, by whomever, excludes as much as its reason says; leaving early likewise.
 * 3. The participant's own no excludes what it names; before the start it is stronger than what an officer has locked or accepted.
 * 4. A pair that is held becomes a lock, and lifts what was refused of it before. What has started stays whatever the rules have become.
 */
export interface Consequences {
  readonly leavesPool: boolean;
  readonly rows: readonly Decision[];
  readonly told: readonly Told[];
}

export type Decision = TableRow<'decisions'>;

/** What of a pair the region still has, and the unit that the team belongs to. */
export interface KnownPlaces {
  readonly unitOf: ReadonlyMap<string, string>;
  readonly groups: ReadonlySet<string>;
}

/** `answers` are those that count, in the order of time. */
export function consequencesFor(
  participant: string,
  pairs: readonly StandingPair[],
  answers: readonly ParticipantAnswer[],
  known: KnownPlaces,
): Consequences {
  if (pairs.some(({ state }) => endsTheWait(state))) return { leavesPool: true, rows: [], told: [] };
  const refusals = [
    ...pairs.flatMap((pair) => refusalOf(pair)),
    ...answers.flatMap((answer) => (answer.answer === 'no' ? [ownNo(answer)] : [])),
  ].filter((row) => stillThere(row, known));
  const told: Told[] = [];
  const locks: Decision[] = [];
  for (const pair of pairs.filter(isStanding)) {
    if (!known.unitOf.has(pair.team) || !known.groups.has(pair.sfiGroup)) {
      told.push(placeGone(pair));
    } else if (isHeld(pair)) {
      if (pair.state.status !== 'started' && saysNo(answers, pair, known)) told.push(noOverDecision(pair));
      else locks.push(lockOf(pair));
    }
  }
  const lifted = refusals.filter((row) => locks.some((lock) => coversLock(row, lock)));
  if (lifted.length > 0) told.push(refusalLifted(participant));
  return { leavesPool: false, rows: [...locks, ...refusals.filter((row) => !lifted.includes(row))], told };
}

/** Whether the latest answer asks to be spared a unit. */
export function avoids(latest: ParticipantAnswer | undefined, unit: string | undefined): boolean {
  return unit !== undefined && latest?.avoids.includes(unit) === true;
}

/** Whether everything that the lock allows is refused. */
export function coversLock(refusal: Decision, lock: Decision): boolean {
  return (
    (refusal.team === undefined || refusal.team === lock.team) &&
    (refusal.sfi_group === undefined || refusal.sfi_group === lock.sfi_group)
  );
}

function refusalOf(pair: StandingPair): readonly Decision[] {
  const { state } = pair;
  if (state.status === 'turned_down') {
    const reason = turnDownReason(state.reason);
    return refusal(
      pair,
      reason.notAgain,
      { sv: `avböjt: ${reason.sv}`, en: `turned down: ${reason.en}` },
      state.note,
    );
  }
  if (state.status === 'ended' && state.how === 'left_early') {
    const reason = leaveReason(state.reason);
    return refusal(
      pair,
      reason.notAgain,
      { sv: `avslutat: ${reason.sv}`, en: `ended: ${reason.en}` },
      state.note,
    );
  }
  return [];
}

function refusal(pair: StandingPair, notAgain: NotAgain, text: Text, note: string): readonly Decision[] {
  if (notAgain === 'nothing') return [];
  return [
    {
      participant: pair.participant,
      ...((notAgain === 'team' || notAgain === 'pair') && { team: pair.team }),
      ...((notAgain === 'sfi_group' || notAgain === 'pair') && { sfi_group: pair.sfiGroup }),
      decision: 'turned_down',
      reason: inBoth(text, note),
      decided_on: pair.decidedOn,
    },
  ];
}

function ownNo({ participant, team, sfi_group, answered_on }: ParticipantAnswer): Decision {
  return {
    participant,
    ...(team !== undefined && { team }),
    ...(sfi_group !== undefined && { sfi_group }),
    decision: 'turned_down',
    reason: inBoth({ sv: 'deltagaren har sagt nej', en: 'the participant has said no' }),
    decided_on: answered_on,
  };
}

function lockOf({ participant, team, sfiGroup, state, decidedOn, override }: StandingPair): Decision {
  const going = state.status === 'started';
  return {
    participant,
    team,
    sfi_group: sfiGroup,
    decision: 'lock',
    reason: override ?? inBoth(statusNames[state.status]),
    decided_on: decidedOn,
    ...((going || override !== undefined) && { override: true }),
  };
}

/** The longest that a reason may be (domain/tables/cells.ts). */
const LONGEST_REASON = 2000;

/** A reason has one column: Swedish first, English beside it, then what was written. */
function inBoth({ sv, en }: Text, note = ''): string {
  const both = `${sv} / ${en}`;
  return note === '' ? both : `${both}: ${note}`.slice(0, LONGEST_REASON).trimEnd();
}

function stillThere({ team, sfi_group }: Decision, { unitOf, groups }: KnownPlaces): boolean {
  return (team === undefined || unitOf.has(team)) && (sfi_group === undefined || groups.has(sfi_group));
}

function saysNo(answers: readonly ParticipantAnswer[], pair: StandingPair, { unitOf }: KnownPlaces): boolean {
  const refused = answers.some((answer) => answer.answer === 'no' && coversLock(ownNo(answer), lockOf(pair)));
  return refused || avoids(answers.at(-1), unitOf.get(pair.team));
}

function placeGone({ participant, team, sfiGroup }: StandingPair): Told {
  return {
    code: 'place_gone',
    about: participant,
    sv: `Paret med ${team} och ${sfiGroup} kan inte stå kvar: arbetslaget eller sfi-gruppen finns inte längre.`,
    en: `The pair with ${team} and ${sfiGroup} cannot stay: the team or the SFI group is no longer there.`,
  };
}

function noOverDecision({ participant, team, state }: StandingPair): Told {
  const status = statusNames[state.status];
  return {
    code: 'no_over_decision',
    about: participant,
    sv: `Deltagaren har sagt nej till ${team}; paret var ${status.sv} och gäller inte längre.`,
    en: `The participant has said no to ${team}; the pair was ${status.en} and no longer holds.`,
  };
}

function refusalLifted(participant: string): Told {
  return {
    code: 'refusal_lifted',
    about: participant,
    sv: 'Ett tidigare avböjande av samma plats gäller inte längre, eftersom paret hålls kvar.',
    en: 'An earlier refusal of the same place no longer holds, since the pair is kept.',
  };
}
