/** What a partner's report tells of others' promises: nothing that one's own and a sum would give away. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommitmentRow } from '../../src/domain/tables/followup.ts';
import { commitmentsOn, settledOn } from '../../src/followup/commitments.ts';
import { commitmentFigures } from '../../src/followup/report/commitments.ts';

const name = { sv: 'p', en: 'p' };
const periods = ['y1', 'y2'].map((id) => ({ id, name, from: '2004-01-01', to: '2004-12-31' }));
const row = (partner: string, period: string, delivered?: number): CommitmentRow => ({
  partner,
  period,
  kind: 'seats',
  promised: 10,
  ...(delivered !== undefined && { delivered }),
});
const toA = (rows: readonly CommitmentRow[]) => {
  const { whole, trend } = commitmentFigures('seats', rows, periods, new Set(['a']));
  return [whole, ...trend].map(({ status }) => status);
};

describe('what one partner sees of a sum', () => {
  test('of two partners the sum is hidden, and with a period that of all', () => {
    const rows = [row('a', 'y1', 9), row('b', 'y1', 8), row('a', 'y2', 7)];
    expect(toA(rows)).toEqual(['hidden', 'hidden', 'shown']);
    expect(commitmentFigures('seats', rows, periods, 'all').whole).toMatchObject({ numerator: 24 });
  });

  test('of three it is shown, once two others have reported', () => {
    const three = [row('a', 'y1', 9), row('b', 'y1', 8), row('c', 'y1', 5)];
    expect(toA(three)).toEqual(['shown', 'shown', 'empty']);
    expect(toA([three[0], three[1], row('c', 'y1')])).toEqual(['hidden', 'hidden', 'empty']);
    expect(toA([row('a', 'y1', 9)])).toEqual(['shown', 'shown', 'empty']);
  });

  test('no other report follows from any sums that are shown', () => {
    const rows = fc.uniqueArray(
      fc.record({
        partner: fc.constantFrom('a', 'b', 'c', 'd'),
        period: fc.constantFrom('y1', 'y2'),
        delivered: fc.option(fc.nat(20), { nil: undefined }),
      }),
      { selector: ({ partner, period }) => `${partner} ${period}` },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const all = given.map(({ partner, period, delivered }) => row(partner, period, delivered));
        const { whole, trend } = commitmentFigures('seats', all, periods, new Set(['a']));
        const othersIn = (within: readonly string[]) =>
          all.filter(
            ({ partner, period, delivered }) =>
              partner !== 'a' && within.includes(period) && delivered !== undefined,
          ).length;
        const shown = trend.filter(({ status }) => status === 'shown').map(({ group }) => group);
        const parts = shown.map((group) => [group]);
        if (whole.status === 'shown') {
          const rest = periods.map(({ id }) => id).filter((id) => !shown.includes(id));
          parts.push(rest);
        }
        for (const part of parts) expect(othersIn(part)).not.toBe(1);
      }),
    );
  });
});

test('of two reports of one promise on one day the one recorded last holds', () => {
  const days = ['2004-05-01', '2004-05-01', '2004-04-01'];
  const rows = days.map((recorded_on, delivered) => ({ ...row('a', 'y1', delivered), recorded_on }));
  expect(commitmentsOn('2004-06-01', rows, { periods })).toEqual([rows[1]]);
});

describe('what one partner sees on several days', () => {
  const two = [
    { ...periods[0], to: '2004-06-30' },
    { ...periods[1], from: '2004-03-01', to: '2004-08-31' },
  ];
  const day = (i: number) => new Date(Date.UTC(2004, 0, 1 + i)).toISOString().slice(0, 10);
  const days = Array.from({ length: 34 }, (_, i) => day(10 * i));
  const own = (partner: string) => partner === 'a';
  const seenOn = (asOf: string, history: readonly CommitmentRow[]) =>
    commitmentFigures('seats', settledOn(asOf, history, { periods: two }, own), two, new Set(['a']));

  test('a sum stands from the day after all have reported, and no correction changes it', () => {
    const on = (partner: string, recorded_on: string, delivered?: number) => ({
      ...row(partner, 'y1', delivered),
      recorded_on,
    });
    const history = [
      ...['a', 'b', 'c'].map((partner) => on(partner, '2004-01-01')),
      ...[on('a', '2004-05-01', 9), on('b', '2004-07-01', 8), on('c', '2004-07-10', 5)],
      on('b', '2004-07-20', 2),
    ];
    const sumOn = (asOf: string) => seenOn(asOf, history).trend[0].numerator;
    expect(['2004-06-01', '2004-07-05', '2004-07-10'].map(sumOn)).toEqual([null, null, null]);
    expect(['2004-07-11', '2004-07-19', '2004-07-21', '2005-01-01'].map(sumOn)).toEqual([22, 22, 22, 22]);
    const all = commitmentsOn('2004-07-21', history, { periods: two });
    expect(commitmentFigures('seats', all, two, 'all').trend[0].numerator).toBe(16);
  });

  test('no report of another partner follows from the differences of any days', () => {
    const history = fc.array(
      fc.record({
        partner: fc.constantFrom('a', 'b', 'c', 'd'),
        period: fc.constantFrom('y1', 'y2'),
        delivered: fc.option(fc.nat(20), { nil: undefined, freq: 8 }),
        recorded_on: fc.nat(320).map(day),
      }),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(history, (given) => {
        const told = given.map(({ recorded_on, partner, period, delivered }) => ({
          ...row(partner, period, delivered),
          recorded_on,
        }));
        const sums = days.map((asOf) => ({ asOf, ...seenOn(asOf, told) }));
        for (const [at, { id }] of two.entries()) {
          // With others in it, a period has one sum, whatever the day, and never that of one other.
          const shown = sums.flatMap(({ asOf, trend }) => {
            const rows = settledOn(asOf, told, { periods: two }, own).filter(({ period }) => period === id);
            const others = rows.filter(({ partner }) => partner !== 'a').length;
            if (trend[at].status !== 'shown' || others === 0) return [];
            expect(others).toBeGreaterThan(1);
            return [`${trend[at].numerator} of ${trend[at].denominator}`];
          });
          expect(new Set(shown).size).toBeLessThan(2);
        }
        // The whole tells nothing more: it is the sum of the periods that are shown.
        for (const { whole, trend } of sums)
          if (whole.status === 'shown')
            expect(whole.numerator).toBe(trend.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0));
      }),
      { numRuns: 500 },
    );
  });
});
