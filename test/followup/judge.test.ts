import { describe, expect, test } from 'vitest';
import { amountOf } from '../../src/followup/indicators/amount.ts';
import { type Condition, conditionSchema } from '../../src/followup/indicators/condition.ts';
import { judge } from '../../src/followup/indicators/judge.ts';
import { caseOf, record } from './any-case.ts';

const nobodyKnows = caseOf();
const completed = caseOf(
  record('enrolled', { on: '2003-03-03' }),
  record('started', { on: '2003-04-07' }),
  record('completed', { on: '2004-04-01' }),
);
const leftWithoutReason = caseOf(record('left_early', { on: '2004-04-01' }));
const notReached = caseOf(
  record('status', { on: '2005-10-03', occupation: 'unknown', self_support: 'unknown' }),
);
const working = caseOf(record('status', { on: '2005-10-03', occupation: 'work', self_support: 'unknown' }));

const supported: Condition = { status: { at: 'latest', self_support: ['full', 'part'] } };
const inWork: Condition = { status: { at: 'latest', occupation: ['work'] } };

describe('unknown is an answer, never a no', () => {
  test.each<[string, Condition, typeof completed, string]>([
    ['nobody has said whether they completed', { happened: 'completed' }, nobodyKnows, 'unknown'],
    ['they completed', { happened: 'completed' }, completed, 'yes'],
    ['who completed did not leave early', { happened: 'left_early' }, completed, 'no'],
    ['who left early has started', { happened: 'started' }, leftWithoutReason, 'yes'],
    ['who left early was enrolled', { happened: 'enrolled' }, leftWithoutReason, 'yes'],
    ['the reason is not known', { left_because: ['illness'] }, leftWithoutReason, 'unknown'],
    ['who did not leave has no reason', { left_because: ['illness'] }, completed, 'no'],
    ['asked, but not reached', supported, notReached, 'unknown'],
    ['never asked', supported, nobodyKnows, 'unknown'],
    ['working, support not known', supported, working, 'unknown'],
    ['working', inWork, working, 'yes'],
    ['a status is on record, even an unknown one', { status: { at: 'latest' } }, notReached, 'yes'],
    ['no status at six months', { status: { at: 6 } }, working, 'no'],
    ['five weeks to the start', { within: { weeks: 5, from: 'enrolled', to: 'started' } }, completed, 'yes'],
    ['not four', { within: { weeks: 4.9, from: 'enrolled', to: 'started' } }, completed, 'no'],
    ['no start, no time', { within: { weeks: 5, from: 'permit', to: 'started' } }, nobodyKnows, 'unknown'],
  ])('%s', (_what, condition, known, answer) => {
    expect(judge(condition, known)).toBe(answer);
  });

  test('an unknown part decides nothing where another part does', () => {
    const no: Condition = { not: { everybody: true } };
    const yes: Condition = { everybody: true };
    expect(judge({ all: [supported, no] }, nobodyKnows)).toBe('no');
    expect(judge({ all: [supported, yes] }, nobodyKnows)).toBe('unknown');
    expect(judge({ any: [supported, yes] }, nobodyKnows)).toBe('yes');
    expect(judge({ any: [supported, no] }, nobodyKnows)).toBe('unknown');
    expect(judge({ not: supported }, nobodyKnows)).toBe('unknown');
  });

  test('a completion that was taken back leaves open how it ended', () => {
    const takenBack = caseOf(record('completed', { happened: false }));
    expect(judge({ happened: 'completed' }, takenBack)).toBe('no');
    expect(judge({ happened: 'left_early' }, takenBack)).toBe('unknown');
  });
});

describe('amounts', () => {
  const attended = caseOf(
    record('attended', { on: '2003-04-07', weeks: 10, swedish_hours: 12 }),
    record('attended', { on: '2003-06-16', weeks: 30, swedish_hours: 16 }),
    record('attended', { on: '2004-01-12', weeks: 5 }),
  );

  test('hours are weighed by weeks, and weeks without a report are not zeros', () => {
    expect(amountOf(attended, 'swedish_hours')).toBe(15);
    expect(amountOf(attended, 'work_hours')).toBeNull();
    expect(amountOf(attended, 'weeks_attended')).toBe(45);
    expect(judge({ amount: { of: 'swedish_hours', at_least: 15 } }, attended)).toBe('yes');
    expect(judge({ amount: { of: 'work_hours', at_least: 15 } }, attended)).toBe('unknown');
  });

  test('time from permit to start is in weeks', () => {
    expect(amountOf(completed, 'weeks_permit_to_start')).toBe(13);
    expect(amountOf(nobodyKnows, 'weeks_permit_to_start')).toBeNull();
  });
});

test('a condition is data in a fixed vocabulary', () => {
  expect(conditionSchema.safeParse({ all: [supported, { not: { gender: ['man'] } }] }).success).toBe(true);
  expect(conditionSchema.safeParse('completed && supported').success).toBe(false);
  expect(conditionSchema.safeParse({ happened: 'graduated' }).success).toBe(false);
  expect(conditionSchema.safeParse({ happened: 'completed', also: true }).success).toBe(false);
});
