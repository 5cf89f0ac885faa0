/** A region in figures: everybody counted once, and no small number given away. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OverviewGiven, overviewOf } from '../../src/domain/overview.ts';

const today = '2026-03-02';
const person = (id: string, permitDate: string, languages: readonly string[] = ['som']) => ({
  id,
  permitDate,
  languages,
});
const given = (over: Partial<OverviewGiven>): OverviewGiven => ({
  people: [],
  standing: new Map(),
  done: new Set(),
  teamLanguages: [],
  today,
  whole: true,
  ...over,
});
const wants = (team: string, language: string, adults_wanted: number) => ({
  ...{ team, language, pupils: 10, pupils_last_year: 10, adults_present: 1, adults_wanted },
});

test('whoever waits is counted by whole months, whoever has a place or is done is not', () => {
  const people = [
    person('a', '2026-03-02'),
    person('b', '2025-12-03'),
    person('c', '2025-12-02'),
    person('d', '2024-03-02'),
    person('e', '2020-01-01'),
    person('f', '2025-12-02'),
    person('g', '2025-12-02'),
    person('h', '2026-05-01'),
  ];
  const figures = overviewOf(given({ people, standing: new Map([['f', 't1']]), done: new Set(['g']) }));
  expect([figures.waiting, figures.placed]).toEqual([6, 1]);
  expect(figures.waited.map(({ people: count }) => count)).toEqual([3, 1, 0, 0, 0, 0, 0, 0, 2]);
  expect(figures.waited.at(0)).toMatchObject({ from: 0, to: 3 });
  expect(figures.waited.at(-1)).toMatchObject({ from: 24, to: null });
});

test('a language has what teams want, who placed there speaks it, and who waits', () => {
  const people = [
    person('a', today, ['som', 'ara']),
    person('b', today, ['som']),
    person('c', today, ['som']),
    person('d', today, ['tir']),
  ];
  const standing = new Map([
    ['b', 't1'],
    ['c', 't2'],
  ]);
  const teamLanguages = [
    wants('t1', 'som', 2),
    wants('t3', 'som', 1),
    wants('t2', 'som', 0),
    wants('t2', 'prs', 1),
  ];
  expect(overviewOf(given({ people, standing, teamLanguages })).languages).toEqual([
    { language: 'ara', teams: 0, wanted: 0, present: 0, placed: 0, waiting: 1 },
    { language: 'prs', teams: 1, wanted: 1, present: 1, placed: 0, waiting: 0 },
    { language: 'som', teams: 2, wanted: 3, present: 2, placed: 1, waiting: 1 },
    { language: 'tir', teams: 0, wanted: 0, present: 0, placed: 0, waiting: 1 },
  ]);
});

test('without the right to see people, no count of 1 to 4 is shown', () => {
  const months = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 });
  fc.assert(
    fc.property(months, fc.integer({ min: 0, max: 10 }), (waits, placed) => {
      const people = waits.map((back, i) =>
        person(`p${i}`, new Date(Date.UTC(2026, 2 - back, 1)).toISOString().slice(0, 10)),
      );
      const standing = new Map(people.slice(0, placed).map(({ id }) => [id, 't1']));
      const whole = overviewOf(given({ people, standing }));
      const part = overviewOf(given({ people, standing, whole: false }));
      const counts = (of: typeof whole) => [
        ...[of.waiting, of.placed],
        ...of.waited.map((row) => row.people),
        ...of.languages.flatMap((row) => [row.placed, row.waiting]),
      ];
      counts(whole).forEach((count, i) => {
        const shown = counts(part)[i];
        if (typeof shown === 'number') expect([0, count]).toContain(shown);
        if (typeof count === 'number' && count > 0 && count < 5) expect(typeof shown).toBe('string');
      });
    }),
  );
});
