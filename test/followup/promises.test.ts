/** What a partner's report tells of others' promises: nothing that one's own and a sum would give away. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommitmentRow } from '../../src/domain/tables/followup.ts';
import { commitmentsOn } from '../../src/followup/commitments.ts';
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
