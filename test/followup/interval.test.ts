import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, newcombe, shrinkForFew, wilson } from '../../src/followup/uncertainty/interval.ts';

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size)));

describe('wilson', () => {
  test('40 of 93 lies between 33 and 53 %', () => {
    const [low, high] = wilson(40, 93);
    expect(low).toBeCloseTo(0.3342, 4);
    expect(high).toBeCloseTo(0.5315, 4);
  });

  test('is as computed by hand for 1 of 2: 0.5 -+ 1.96 / 2 / sqrt(2 + 1.96^2)', () => {
    const half = 1.959963984540054 / 2 / Math.sqrt(2 + 1.959963984540054 ** 2);
    const [low, high] = wilson(1, 2);
    expect(low).toBeCloseTo(0.5 - half, 12);
    expect(high).toBeCloseTo(0.5 + half, 12);
  });

  test('none of 10 may still be up to 28 %', () => {
    expect(wilson(0, 10)[0]).toBe(0);
    expect(wilson(0, 10)[1]).toBeCloseTo(0.2775, 4);
  });

  test('lies within 0 and 1 and holds the share', () => {
    fc.assert(
      fc.property(counts, ([successes, size]) => {
        const [low, high] = wilson(successes, size);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / size);
        expect(high).toBeGreaterThanOrEqual(successes / size);
      }),
    );
  });

  test('is narrower for more people with the same share', () => {
    fc.assert(
      fc.property(counts, ([successes, size]) => {
        const [low, high] = wilson(successes, size);
        const [lowTwice, highTwice] = wilson(2 * successes, 2 * size);
        expect(highTwice - lowTwice).toBeLessThan(high - low);
      }),
    );
  });
});

describe('newcombe', () => {
  test("is that of Newcombe's own example: 56 of 70 and 48 of 80", () => {
    const [low, high] = newcombe([56, 70], [48, 80]);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  test('turns over with the two shares, and holds their difference', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [low, high] = newcombe(a, b);
        const [lowBack, highBack] = newcombe(b, a);
        expect(low).toBeCloseTo(-highBack, 12);
        expect(high).toBeCloseTo(-lowBack, 12);
        const difference = a[0] / a[1] - b[0] / b[1];
        expect(low).toBeLessThanOrEqual(difference + 1e-12);
        expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
      }),
    );
  });
});

test('sizes are shrunk by the percentiles of t: 2.1009 for 20 people, 2.3060 for 10', () => {
  expect(shrinkForFew(20)).toBeCloseTo((1.959964 / 2.100922) ** 2, 3);
  expect(shrinkForFew(10)).toBeCloseTo((1.959964 / 2.306004) ** 2, 3);
  expect(shrinkForFew(100_000)).toBeCloseTo(1, 3);
});

describe('median', () => {
  test('has no interval for five or fewer', () => {
    expect(median([3, 1, 2, 5, 4])).toEqual({ value: 3, interval: null });
  });

  test('of six the interval is all of them: 1 - 2/64 is 97 %', () => {
    expect(median([6, 1, 2, 5, 4, 3])).toEqual({ value: 3.5, interval: [1, 6] });
  });

  test('of ten it is the second to the ninth: fewer than two heads of ten has a chance of 1.1 %, fewer than three of 5.5 %', () => {
    expect(median([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).interval).toEqual([2, 9]);
  });

  test('answers for a country', () => {
    const { value, interval } = median(Array.from({ length: 50_001 }, (_, i) => i));
    expect(value).toBe(25_000);
    expect(interval?.[0]).toBeGreaterThan(24_700);
    expect(interval?.[1]).toBeLessThan(25_300);
  });
});
