import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ShownCount, type ShownCounts, withoutSmallNumbers } from '../../src/domain/small-numbers.ts';

/** What a reader may think that a count is, up to a size that no total here reaches. */
function possible(shown: ShownCount): readonly number[] {
  if (shown === '<5') return [1, 2, 3, 4];
  if (shown === 'hidden') return Array.from({ length: 40 }, (_, i) => i + 5);
  return [shown];
}

/** Every way to fill in what is not shown, such that the shown total holds. */
function fillings({ counts, total }: ShownCounts): readonly (readonly number[])[] {
  const all = counts.reduce<readonly (readonly number[])[]>(
    (lists, shown) => lists.flatMap((list) => possible(shown).map((count) => [...list, count])),
    [[]],
  );
  const sums = new Set(total === 'hidden' ? [] : possible(total));
  return all.filter((list) => total === 'hidden' || sums.has(list.reduce((sum, count) => sum + count, 0)));
}

describe('small numbers', () => {
  test.each<[number[], ShownCount[], ShownCount]>([
    [[12, 30], [12, 30], 42],
    [[0, 30], [0, 30], 30],
    [[3, 30], ['<5', 'hidden'], 33],
    [[3, 30, 12], ['<5', 30, 'hidden'], 45],
    [[2, 3, 30], ['<5', '<5', 30], 35],
    [[4, 4, 30], ['<5', '<5', 'hidden'], 38],
    [[4, 4], ['<5', '<5'], 'hidden'],
    [[1, 1], ['<5', '<5'], '<5'],
    [[3, 0], ['<5', 0], '<5'],
    [[], [], 0],
  ])('%j is shown as %j, in all %j', (counts, shown, total) => {
    expect(withoutSmallNumbers(counts)).toEqual({ counts: shown, total });
  });

  test('whoever knows what is shown cannot tell a count below 5, and what is shown is true', () => {
    const counts = fc.array(fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 4 })), { maxLength: 4 });
    fc.assert(
      fc.property(counts, (given) => {
        const shown = withoutSmallNumbers(given);
        const ways = fillings(shown);
        given.forEach((count, i) => {
          if (count < 1 || count > 4) return;
          expect(new Set(ways.map((way) => way[i])).size).toBeGreaterThan(1);
        });
        expect(ways.map(String)).toContain(String(given));
      }),
    );
  });
});
