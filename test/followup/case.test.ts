import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, knownOn, statusAt } from '../../src/followup/case.ts';
import { caseOf, farsta, record } from './any-case.ts';

describe('what is known on a day', () => {
  const left = record('left_early', { on: '2004-05-01', reason: 'illness', recorded_on: '2004-05-03' });
  const completed = record('completed', { on: '2004-06-01', recorded_on: '2004-06-20' });

  test('a later report corrects an earlier one, whatever the order of the rows', () => {
    for (const rows of [
      [left, completed],
      [completed, left],
    ]) {
      const { cases, corrected } = knownOn('2004-12-31', rows, farsta);
      expect(cases[0].facts.get('ended')).toEqual(completed);
      expect(corrected).toBe(1);
    }
  });

  test('an earlier day is known again as it was then', () => {
    const [known] = knownOn('2004-06-19', [left, completed], farsta).cases;
    expect(known.facts.get('ended')).toEqual(left);
    expect(knownOn('2004-05-02', [left, completed], farsta).cases[0].facts.size).toBe(0);
  });

  test('whoever no record speaks of is a case of whom nothing is known', () => {
    const { cases } = knownOn('2004-12-31', [completed], farsta);
    expect(cases).toHaveLength(farsta.participants.length);
    expect(cases[1].facts.size).toBe(0);
  });

  test('is the same in any order of the records', () => {
    const rows = [
      left,
      completed,
      record('attended', { on: '2004-01-05', weeks: 4, recorded_on: '2004-02-10' }),
      record('attended', { on: '2004-01-05', weeks: 5, recorded_on: '2004-03-10' }),
      record('status', { on: '2004-09-01', months: 3, occupation: 'unknown', self_support: 'unknown' }),
    ];
    const expected = knownOn('2005-12-31', rows, farsta).cases[0].facts;
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const { facts } = knownOn('2005-12-31', shuffled, farsta).cases[0];
        expect(new Map([...facts].sort())).toEqual(new Map([...expected].sort()));
      }),
    );
  });

  test('a report that something did not happen takes an earlier one back', () => {
    const known = caseOf(
      record('started', { on: '2004-02-02', recorded_on: '2004-02-03' }),
      record('started', { happened: false, recorded_on: '2004-02-05' }),
    );
    expect(dayOf(known, 'started')).toBeNull();
  });

  test('the latest status is the one whose day is latest, not the one reported last', () => {
    const autumn = record('status', {
      on: '2005-10-03',
      occupation: 'work',
      self_support: 'full',
      recorded_on: '2005-10-04',
    });
    const lateSpring = record('status', {
      on: '2005-03-01',
      months: 3,
      occupation: 'other',
      self_support: 'none',
      recorded_on: '2005-11-01',
    });
    const known = caseOf(autumn, lateSpring);
    expect(statusAt(known, 'latest')).toEqual(autumn);
    expect(statusAt(known, 3)).toEqual(lateSpring);
    expect(statusAt(known, 6)).toBeNull();
  });
});
