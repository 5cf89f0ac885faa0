import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonDenominator, moduliOf } from '../../../../solver/engines/branching/denominators.ts';

test('the common denominator of fractions makes them all whole, and no smaller number does', () => {
  const fraction = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(fc.array(fraction, { maxLength: 6 }), (fractions) => {
      const common = commonDenominator(fractions.map(([a, b]) => a / b));
      const isWhole = (by: number): boolean => fractions.every(([a, b]) => (a * by) % b === 0);
      expect(isWhole(common)).toBe(true);
      for (let by = 1; by < common; by++) expect(isWhole(by)).toBe(false);
    }),
  );
});

test('a number that no small denominator makes whole has none', () => {
  expect(commonDenominator([Math.E / 1000 + Math.PI / 7])).toBe(0);
});

test('a small denominator stands for itself, a large one for the powers of small primes in it', () => {
  expect(moduliOf(1)).toEqual([]);
  expect(moduliOf(0)).toEqual([]);
  expect(moduliOf(12)).toEqual([12]);
  expect(moduliOf(8 * 9 * 101)).toEqual([2, 4, 8, 3, 9]);
});
