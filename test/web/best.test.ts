import { expect, test } from 'vitest';
import { bestOf, paidBy } from '../../src/web/pages/scenario-run/best.ts';

const rates = (woman: number, man: number) => ({
  genders: (
    [
      ['woman', woman],
      ['man', man],
    ] as const
  ).map(([gender, rate]) => ({
    ...{ gender, rate },
    ...{ pool: 100, placed: 100 * rate, meanPoints: 0 },
  })),
});

test('what is best is the most or the least of the row, and only where values differ', () => {
  expect(bestOf('placed', [3, null, 5])).toBe(5);
  expect(bestOf('longest_minutes', [30, 20])).toBe(20);
  expect(bestOf('placed', [3, 3])).toBeNull();
  expect(bestOf('swedish_hours', [3, 5])).toBeNull();
});

test('a share of women that men pay for names the column where more men are placed', () => {
  const columns = [rates(0.5, 0.6), rates(0.6, 0.55), null];
  expect(paidBy('women_placed', 1, columns)).toEqual({ gender: 'man', column: 0 });
  expect(paidBy('placed', 1, columns)).toEqual({ gender: 'man', column: 0 });
  expect(paidBy('men_placed', 0, columns)).toEqual({ gender: 'woman', column: 1 });
});

test('nobody pays where both gain, where one stays, or where the row is about something else', () => {
  expect(paidBy('women_placed', 1, [rates(0.5, 0.5), rates(0.6, 0.6)])).toBeNull();
  expect(paidBy('women_placed', 1, [rates(0.5, 0.6), rates(0.6, 0.6)])).toBeNull();
  expect(paidBy('pupils_reached', 1, [rates(0.5, 0.6), rates(0.6, 0.55)])).toBeNull();
});
