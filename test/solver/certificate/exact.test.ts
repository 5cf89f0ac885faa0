import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubleAbove, doubleBelow, exactTotal } from '../../../solver/certificate/exact.ts';

test('a total of whole doubles is exact at any size', () => {
  const whole = fc.oneof(
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, min: -1e30, max: 1e30 }).map(Math.trunc),
  );
  fc.assert(
    fc.property(fc.array(whole), (values) => {
      const total = exactTotal();
      for (const value of values) total.add(value);
      expect(total.value()).toBe(values.reduce((sum, value) => sum + BigInt(value), 0n));
    }),
  );
});

test('a total that would round at the edge of whole doubles does not', () => {
  const total = exactTotal();
  total.add(2 ** 53 - 1);
  total.add(2);
  expect(total.value()).toBe(2n ** 53n + 1n);
});

test('rounding to doubles goes the way it says, and no further than it must', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (whole) => {
      const [below, above] = [doubleBelow(whole), doubleAbove(whole)];
      expect(BigInt(below)).toBeLessThanOrEqual(whole);
      expect(BigInt(above)).toBeGreaterThanOrEqual(whole);
      expect([below, above]).toContain(Number(whole));
      if (Number.isSafeInteger(below)) expect(above).toBe(below);
    }),
  );
  expect(Object.is(doubleAbove(0n), 0)).toBe(true);
});
