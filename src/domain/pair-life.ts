import { z } from 'zod';
import type { Action } from './access/table.ts';
import { leaveReason, leaveReasons, namesOf, turnDownReason, turnDownReasons } from './pair-reasons.ts';
import { statusNames, stepNames } from './pair-words.ts';
import * as cell from './tables/cells.ts';
import type { Text } from './text.ts';

/**
 * The life of a pair: proposed, then what people decide about it. One table says which step leads from where to where, what it demands and
 * which right it takes; nothing else changes a pair. A pair that has ended stays ended; every other step can be taken back.
 *
 *     proposed -> locked -> accepted -> confirmed -> started -> ended (completed, or left early)
 *     proposed, locked, accepted, confirmed -> turned down
 */
const turnedDownBy = z.enum(['participant', 'school', 'officer']);
const turnDownId = z.enum(namesOf(turnDownReasons));
const leaveId = z.enum(namesOf(leaveReasons));
const note = cell.freeText.default('');

const going = <const S extends string>(status: S) => z.strictObject({ status: z.literal(status) });

export const pairState = z.discriminatedUnion('status', [
  going('proposed'),
  going('locked'),
  going('accepted'),
  going('confirmed'),
  going('started'),
  z.discriminatedUnion('how', [
    z.strictObject({ status: z.literal('ended'), how: z.literal('completed') }),
    z.strictObject({ status: z.literal('ended'), how: z.literal('left_early'), reason: leaveId, note }),
  ]),
  z.strictObject({ status: z.literal('turned_down'), by: turnedDownBy, reason: turnDownId, note }),
]);
export type PairState = z.infer<typeof pairState>;
export type PairStatus = PairState['status'];

const plain = <const S extends string>(step: S) => z.strictObject({ step: z.literal(step), note });

/** What somebody does to a pair. */
export const pairStep = z.discriminatedUnion('step', [
  plain('lock'),
  plain('unlock'),
  plain('accept'),
  plain('withdraw_acceptance'),
  plain('confirm'),
  plain('withdraw_confirmation'),
  plain('start'),
  plain('undo_start'),
  plain('complete'),
  z.strictObject({ step: z.literal('leave_early'), reason: leaveId, note }),
  z.strictObject({ step: z.literal('turn_down'), by: turnedDownBy, reason: turnDownId, note }),
  plain('take_back'),
]);
export type PairStep = z.infer<typeof pairStep>;
export type PairStepName = PairStep['step'];

interface Transition {
  readonly from: readonly PairStatus[];
  readonly to: PairStatus;
  /** Whether it has to be said in words why. */
  readonly needsNote: boolean;
  /** The right that it takes (access/table.ts). */
  readonly right: Action;
}

const step = (from: readonly PairStatus[], to: PairStatus, right: Action, needsNote = false): Transition => ({
  from,
  to,
  right,
  needsNote,
});

const beforeStart = ['proposed', 'locked', 'accepted', 'confirmed'] as const;

export const transitions: Readonly<Record<PairStepName, Transition>> = {
  lock: step(['proposed'], 'locked', 'pair.lock'),
  unlock: step(['locked'], 'proposed', 'pair.lock'),
  accept: step(['proposed', 'locked'], 'accepted', 'pair.accept'),
  withdraw_acceptance: step(['accepted'], 'proposed', 'pair.accept'),
  confirm: step(['accepted'], 'confirmed', 'pair.confirm'),
  withdraw_confirmation: step(['confirmed'], 'accepted', 'pair.confirm', true),
  start: step(['confirmed'], 'started', 'pair.start'),
  undo_start: step(['started'], 'confirmed', 'pair.start', true),
  complete: step(['started'], 'ended', 'pair.end'),
  leave_early: step(['started'], 'ended', 'pair.end'),
  turn_down: step(beforeStart, 'turned_down', 'pair.turn_down'),
  take_back: step(['turned_down'], 'proposed', 'pair.take_back', true),
};

export type Moved =
  | { readonly status: 'moved'; readonly state: PairState }
  | { readonly status: 'refused'; readonly text: Text };

/** What a step makes of a pair, or why it cannot be taken. */
export function transition(state: PairState, taken: PairStep): Moved {
  const { from } = transitions[taken.step];
  const { sv, en } = stepNames[taken.step];
  if (!from.includes(state.status)) {
    const now = statusNames[state.status];
    return refused(`Det går inte att ${sv}: paret är ${now.sv}.`, `Cannot ${en}: the pair is ${now.en}.`);
  }
  if (taken.step === 'turn_down' && !turnDownReason(taken.reason).by.includes(taken.by)) {
    return refused(
      'Skälet hör inte till den som avböjer.',
      'The reason does not belong to whoever turns the pair down.',
    );
  }
  if (taken.note === '' && needsNote(taken)) {
    return refused('Skriv med egna ord varför.', 'Say in your own words why.');
  }
  return { status: 'moved', state: stateAfter(taken) };
}

/** The right that a step takes; schools turn down for themselves. */
export function rightFor(taken: PairStep): Action {
  return taken.step === 'turn_down' && taken.by === 'school'
    ? 'pair.turn_down_by_school'
    : transitions[taken.step].right;
}

/** The steps that can be taken from a state, in the order of the table. */
export function stepsFrom(state: PairState): readonly PairStepName[] {
  return namesOf(transitions).filter((name) => transitions[name].from.includes(state.status));
}

function needsNote(taken: PairStep): boolean {
  if (taken.step === 'turn_down') return turnDownReason(taken.reason).needsNote === true;
  if (taken.step === 'leave_early') return leaveReason(taken.reason).needsNote === true;
  return transitions[taken.step].needsNote;
}

function stateAfter(taken: PairStep): PairState {
  switch (taken.step) {
    case 'turn_down':
      return { status: 'turned_down', by: taken.by, reason: taken.reason, note: taken.note };
    case 'leave_early':
      return { status: 'ended', how: 'left_early', reason: taken.reason, note: taken.note };
    case 'complete':
      return { status: 'ended', how: 'completed' };
    case 'lock':
      return { status: 'locked' };
    case 'accept':
    case 'withdraw_confirmation':
      return { status: 'accepted' };
    case 'confirm':
    case 'undo_start':
      return { status: 'confirmed' };
    case 'start':
      return { status: 'started' };
    case 'unlock':
    case 'withdraw_acceptance':
    case 'take_back':
      return { status: 'proposed' };
  }
}

function refused(sv: string, en: string): Moved {
  return { status: 'refused', text: { sv, en } };
}

/** Whether whoever has come to this waits for no other place: a year completed, or left for a reason that ends the wait. */
export function endsTheWait(state: PairState): boolean {
  return state.status === 'ended' && (state.how === 'completed' || !leaveReason(state.reason).waitsAgain);
}
