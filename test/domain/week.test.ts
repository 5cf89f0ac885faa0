import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  leftBySfi,
  minutesAtTeam,
  minutesOf,
  overlapMinutes,
  weekdayBits,
  weekOf,
} from '../../src/domain/week.ts';

const DAY = 24 * 60;
const at = (day: number, time: string) => day * DAY + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const session = (weekday: 'mon' | 'tue' | 'sun', start: string, end: string) => ({ weekday, start, end });

/** The same thing minute by minute: which minutes of the week a week holds. */
function minuteSet(week: Int32Array): Set<number> {
  const set = new Set<number>();
  for (let i = 0; i < week.length; i += 2) for (let m = week[i]; m < week[i + 1]; m++) set.add(m);
  return set;
}

/** Short sessions over two days, so that much meets. */
const randomWeek = fc
  .array(
    fc.record({
      weekday: fc.constantFrom('mon' as const, 'tue' as const, 'sun' as const),
      from: fc.integer({ min: 0, max: 22 * 60 }),
      minutes: fc.integer({ min: 1, max: 119 }),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    weekOf(
      list.map(({ weekday, from, minutes }) => ({ weekday, start: clock(from), end: clock(from + minutes) })),
    ),
  );

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

describe('weekOf', () => {
  test('counts minutes from Monday 00:00, in order, and joins what overlaps or touches', () => {
    const week = weekOf([
      session('tue', '13:00', '14:00'),
      session('mon', '09:00', '10:30'),
      session('mon', '08:00', '09:30'),
      session('mon', '10:30', '11:00'),
    ]);
    expect([...week]).toEqual([at(0, '08:00'), at(0, '11:00'), at(1, '13:00'), at(1, '14:00')]);
    expect(minutesOf(week)).toBe(240);
    expect(weekdayBits(week)).toBe(0b11);
  });

  test('has Sunday as its last day', () => {
    const week = weekOf([session('sun', '23:00', '23:59')]);
    expect([...week]).toEqual([6 * DAY + 1380, 6 * DAY + 1439]);
    expect(weekdayBits(week)).toBe(0b1000000);
  });

  test('throws where a session ends before it starts', () => {
    expect(() => weekOf([session('mon', '10:00', '10:00')])).toThrow('before it starts');
  });
});

describe('the weekly plan', () => {
  const team = weekOf([session('mon', '08:00', '16:00'), session('tue', '08:00', '16:00')]);
  const sfi = weekOf([session('mon', '12:00', '15:00')]);

  test('leaves the team what SFI and the ways to it and from it do not take', () => {
    // Monday 8-11.40 and 15.30-16, Tuesday all day.
    const left = leftBySfi(team, sfi, 20, 30);
    expect([...left]).toEqual([
      at(0, '08:00'),
      at(0, '11:40'),
      at(0, '15:30'),
      at(0, '16:00'),
      at(1, '08:00'),
      at(1, '16:00'),
    ]);
    expect(minutesOf(left)).toBe(220 + 30 + 480);
  });

  test('takes out the hindrances and stays within the room of the week', () => {
    const left = leftBySfi(team, sfi, 20, 30);
    const hindrance = weekOf([session('mon', '11:00', '13:00'), session('tue', '07:00', '09:00')]);
    // 730 less 40 (Monday 11-11.40) less 60 (Tuesday 8-9).
    expect(minutesAtTeam(left, 730, hindrance, 10_000)).toBe(630);
    expect(minutesAtTeam(left, 730, weekOf([]), 10_000)).toBe(730);
    expect(minutesAtTeam(left, 730, hindrance, 600)).toBe(600);
    expect(minutesAtTeam(left, 730, hindrance, -5)).toBe(0);
  });

  test('leaves nothing of a session between two SFI sessions that the ways fill', () => {
    const close = weekOf([session('mon', '08:00', '09:00'), session('mon', '10:00', '11:00')]);
    const between = weekOf([session('mon', '09:00', '10:00')]);
    expect([...leftBySfi(between, close, 30, 30)]).toEqual([]);
    expect([...leftBySfi(between, close, 30, 29)]).toEqual([at(0, '09:29'), at(0, '09:30')]);
  });

  test('agrees with counting minute by minute', () => {
    const way = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(randomWeek, randomWeek, randomWeek, way, way, (works, meets, hinders, to, from) => {
        const taken = new Set<number>();
        for (let i = 0; i < meets.length; i += 2) {
          for (let m = meets[i] - to; m < meets[i + 1] + from; m++) taken.add(m);
        }
        const free = [...minuteSet(works)].filter((minute) => !taken.has(minute));
        const left = leftBySfi(works, meets, to, from);
        expect([...minuteSet(left)]).toEqual(free);
        const hindered = minuteSet(hinders);
        const usable = free.filter((minute) => !hindered.has(minute)).length;
        expect(minutesAtTeam(left, minutesOf(left), hinders, 10_000)).toBe(usable);
        expect(overlapMinutes(left, hinders)).toBe(free.length - usable);
      }),
    );
  });
});
