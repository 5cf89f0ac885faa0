import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_END, DAY_START, moved, stretched } from '../../src/web/pages/scenario/week-moves.ts';
import { clock, minutesOf, weekdays } from '../../src/web/parts/week-times.ts';

const evening = { weekday: 'thu', start: '17:00', end: '20:00' } as const;

test('a time moves by days and half hours, stays as long as it was, and stops at the edges', () => {
  expect(moved(evening, 1, 1)).toEqual({ weekday: 'fri', start: '17:30', end: '20:30' });
  expect(moved(evening, -9, -90)).toEqual({ weekday: 'mon', start: '07:00', end: '10:00' });
  expect(moved(evening, 9, 90)).toEqual({ weekday: 'sun', start: '19:00', end: '22:00' });
  expect(moved({ ...evening, start: '05:15', end: '06:00' }, 0, -1)).toEqual({
    ...evening,
    start: '05:15',
    end: '06:00',
  });
});

test('a time is stretched to half an hour at least, and to the end of the day', () => {
  expect(stretched(evening, -1)).toEqual({ ...evening, end: '19:30' });
  expect(stretched(evening, -20)).toEqual({ ...evening, end: '17:30' });
  expect(stretched(evening, 20)).toEqual({ ...evening, end: '22:00' });
});

test('whatever is done to a time of the grid, it stays a time of the grid', () => {
  const session = fc
    .record({
      day: fc.constantFrom(...weekdays),
      from: fc.integer({ min: DAY_START, max: DAY_END - 30 }),
      length: fc.integer({ min: 30, max: 300 }),
    })
    .map(({ day, from, length }) => ({
      weekday: day,
      start: clock(from),
      end: clock(Math.min(from + length, DAY_END)),
    }));
  const step = fc.integer({ min: -40, max: 40 });
  fc.assert(
    fc.property(session, step, step, (given, days, halves) => {
      for (const { start, end } of [moved(given, days, halves), stretched(given, halves)]) {
        expect(minutesOf(start)).toBeGreaterThanOrEqual(DAY_START);
        expect(minutesOf(end)).toBeLessThanOrEqual(DAY_END);
        expect(minutesOf(end) - minutesOf(start)).toBeGreaterThanOrEqual(30);
      }
      const to = moved(given, days, halves);
      expect(minutesOf(to.end) - minutesOf(to.start)).toBe(minutesOf(given.end) - minutesOf(given.start));
    }),
  );
});
