import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divide, type Measured } from '../../src/followup/indicators/measure.ts';
import { hiddenCells } from '../../src/followup/report/suppression.ts';

/** People by place in the list. */
function measured(denominator: readonly number[], numerator: readonly number[]): Measured {
  return { denominator, numerator, unknown: [], amounts: [] };
}

const people = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const whole = (all: readonly Measured[]) => hiddenCells(all.map((one) => [one])).map(([hidden]) => hidden);
const inGroups = (all: Measured, groupOf: readonly number[], groups: number) =>
  divide(all, groupOf, groups).slice(0, -1);
const isSmall = (count: number): boolean => count >= 1 && count <= 4;

describe('the whole', () => {
  test.each([
    ['four of twenty', 4, true],
    ['sixteen of twenty, so four not', 16, true],
    ['five of twenty', 5, false],
    ['nobody', 0, false],
    ['everybody', 20, false],
  ])('%s', (_what, reached, hidden) => {
    expect(whole([measured(people(0, 20), people(0, reached))])).toEqual([hidden]);
  });

  test('two counts with few between them: the smaller is hidden', () => {
    const supported = measured(people(0, 40), people(0, 20));
    const inWork = measured(people(0, 40), people(0, 17));
    expect(whole([supported, inWork])).toEqual([false, true]);
    expect(whole([inWork, supported])).toEqual([true, false]);
  });

  test('two counts of other people give nothing away by their difference', () => {
    expect(whole([measured(people(0, 40), people(0, 20)), measured(people(0, 40), people(20, 37))])).toEqual([
      false,
      false,
    ]);
  });
});

describe('groups', () => {
  test('a group that is hidden alone takes the smallest other one with it', () => {
    const groupOf = [...Array(20).fill(0), ...Array(12).fill(1), ...Array(10).fill(2)];
    const reached = [...people(0, 10), ...people(20, 26), ...people(32, 35)];
    expect(hiddenCells([inGroups(measured(people(0, 42), reached), groupOf, 3)])).toEqual([
      [false, true, true],
    ]);
  });

  const mostly = fc.integer({ min: 1, max: 5 }).map((number) => number > 1);
  const populations = fc
    .array(
      fc.record({
        group: fc.integer({ min: 0, max: 3 }),
        completed: fc.boolean(),
        supported: mostly,
        work: mostly,
      }),
      { maxLength: 200, size: 'max' },
    )
    .map((all) => {
      const those = (is: (person: (typeof all)[number]) => boolean) =>
        people(0, all.length).filter((place) => is(all[place]));
      const everybody = people(0, all.length);
      const completed = those((person) => person.completed);
      const supported = those((person) => person.completed && person.supported);
      const work = those((person) => person.completed && person.supported && person.work);
      const groupOf = all.map(({ group }) => group);
      const sets = [
        measured(everybody, completed),
        measured(everybody, supported),
        measured(completed, supported),
        measured(everybody, work),
      ];
      return sets.map((set) => inGroups(set, groupOf, 4));
    });

  test('no small count is shown, nor is one the difference of two that are, in any population', () => {
    fc.assert(
      fc.property(populations, (cells) => {
        const hidden = hiddenCells(cells);
        for (let group = 0; group < 4; group++) {
          const shown = cells.flatMap((row, indicator) =>
            hidden[indicator][group] ? [] : [row[group].denominator, row[group].numerator],
          );
          for (const a of shown) {
            expect(isSmall(a.length)).toBe(false);
            for (const b of shown)
              if (a.every((place) => b.includes(place))) expect(isSmall(b.length - a.length)).toBe(false);
          }
        }
      }),
    );
  });

  test('what is hidden of a division sums to no small count, and is more than one group', () => {
    fc.assert(
      fc.property(populations, (cells) => {
        hiddenCells(cells).forEach((row, indicator) => {
          const gone = cells[indicator].filter((_, group) => row[group]);
          const sum = (count: (cell: Measured) => number) => gone.reduce((all, cell) => all + count(cell), 0);
          const sums = [
            sum((c) => c.numerator.length),
            sum((c) => c.denominator.length - c.numerator.length),
          ];
          const anybodyShown = cells[indicator].some((c, group) => !row[group] && c.denominator.length > 0);
          if (anybodyShown) {
            expect(gone.length).not.toBe(1);
            for (const count of sums) expect(isSmall(count)).toBe(false);
          }
        });
      }),
    );
  });
});
