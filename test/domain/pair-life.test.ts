import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actions } from '../../src/domain/access/table.ts';
import {
  type PairState,
  type PairStep,
  pairState,
  pairStep,
  rightFor,
  stepsFrom,
  transition,
  transitions,
} from '../../src/domain/pair-life.ts';
import { leaveReasons, namesOf, turnDownReason, turnDownReasons } from '../../src/domain/pair-reasons.ts';
import { statusNames } from '../../src/domain/pair-words.ts';

const notes = fc.constantFrom('', 'In words.');
const turnDown = fc
  .record({
    by: fc.constantFrom('participant' as const, 'school' as const, 'officer' as const),
    reason: fc.constantFrom(...namesOf(turnDownReasons)),
    note: notes,
  })
  .map((over): PairStep => ({ step: 'turn_down', ...over }));
const leave = fc
  .record({ reason: fc.constantFrom(...namesOf(leaveReasons)), note: notes })
  .map((over): PairStep => ({ step: 'leave_early', ...over }));
const plain = fc
  .record({
    step: fc.constantFrom(
      ...namesOf(transitions).filter((name) => name !== 'turn_down' && name !== 'leave_early'),
    ),
    note: notes,
  })
  .map((given) => pairStep.parse(given));
const steps = fc.oneof({ weight: 4, arbitrary: plain }, turnDown, leave);
const proposed: PairState = { status: 'proposed' };

function lifeAfter(state: PairState, taken: readonly PairStep[]): PairState {
  return taken.reduce((now, next) => {
    const outcome = transition(now, next);
    return outcome.status === 'moved' ? outcome.state : now;
  }, state);
}

const lived = fc.array(steps, { maxLength: 12 }).map((taken) => lifeAfter(proposed, taken));
const word = (step: 'lock' | 'accept' | 'confirm' | 'start' | 'complete', note = ''): PairStep => ({
  step,
  note,
});

describe('the life of a pair', () => {
  test('goes from proposed to completed in the order of the table', () => {
    const all = [word('lock'), word('accept'), word('confirm'), word('start'), word('complete')];
    expect(lifeAfter(proposed, all)).toEqual({ status: 'ended', how: 'completed' });
    expect(lifeAfter(proposed, all.slice(1))).toEqual({ status: 'ended', how: 'completed' });
  });

  test('every step leads where the table says, from where it says, and nowhere else', () => {
    fc.assert(
      fc.property(lived, steps, (state, taken) => {
        const outcome = transition(state, taken);
        expect(stepsFrom(state).includes(taken.step)).toBe(
          transitions[taken.step].from.includes(state.status),
        );
        if (outcome.status === 'moved') {
          expect(stepsFrom(state)).toContain(taken.step);
          expect(outcome.state.status).toBe(transitions[taken.step].to);
          expect(pairState.parse(outcome.state)).toEqual(outcome.state);
        } else {
          expect(outcome.text.sv.length * outcome.text.en.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('what has ended stays ended', () => {
    fc.assert(
      fc.property(lived, fc.array(steps), (state, more) => {
        if (state.status === 'ended') expect(lifeAfter(state, more)).toEqual(state);
      }),
    );
  });

  test('every status can be reached, and from every one that has not ended both an end and the beginning', () => {
    const next = (status: string) =>
      Object.values(transitions).flatMap(({ from, to }) => (from.some((one) => one === status) ? [to] : []));
    const reachable = (from: string): ReadonlySet<string> => {
      const found = new Set([from]);
      for (const status of found) for (const to of next(status)) found.add(to);
      return found;
    };
    expect([...reachable('proposed')].sort()).toEqual(Object.keys(statusNames).sort());
    for (const status of Object.keys(statusNames)) {
      if (status === 'ended') expect(next(status)).toEqual([]);
      else expect([...reachable(status)]).toEqual(expect.arrayContaining(['ended', 'proposed']));
    }
  });

  test('a reason belongs to whoever turns down, and another reason needs words', () => {
    const by = (who: 'participant' | 'school', reason: 'too_far' | 'other', note = '') =>
      transition(proposed, { step: 'turn_down', by: who, reason, note }).status;
    expect(by('participant', 'too_far')).toBe('moved');
    expect(by('school', 'too_far')).toBe('refused');
    expect(by('school', 'other')).toBe('refused');
    expect(by('school', 'other', 'The team is being rebuilt.')).toBe('moved');
  });

  test('a refusal that is taken back says why', () => {
    const down: PairState = { status: 'turned_down', by: 'school', reason: 'no_supervision', note: '' };
    expect(transition(down, { step: 'take_back', note: '' }).status).toBe('refused');
    expect(transition(down, { step: 'take_back', note: 'Somebody came back.' })).toEqual({
      status: 'moved',
      state: proposed,
    });
  });

  test('what has started cannot be turned down, only ended', () => {
    const turned: PairStep = { step: 'turn_down', by: 'officer', reason: 'data_wrong', note: '' };
    expect(transition({ status: 'started' }, turned)).toEqual({
      status: 'refused',
      text: {
        sv: 'Det går inte att avböja: paret är påbörjat.',
        en: 'Cannot turn down: the pair is started.',
      },
    });
  });

  test('every step takes a right of the table, a school refusal that of schools', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        expect(actions).toContain(rightFor(taken));
      }),
    );
    expect(rightFor({ step: 'turn_down', by: 'school', reason: 'times', note: '' })).toBe(
      'pair.turn_down_by_school',
    );
  });

  test('everybody who may turn down has reasons to choose from', () => {
    for (const who of ['participant', 'school', 'officer'] as const) {
      const theirs = namesOf(turnDownReasons).filter((id) => turnDownReason(id).by.includes(who));
      expect(theirs.length).toBeGreaterThan(1);
      expect(theirs).toContain('other');
    }
  });
});
