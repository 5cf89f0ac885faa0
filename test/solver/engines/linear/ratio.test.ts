import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratioTest } from '../../../../solver/engines/linear/ratio.ts';

const candidates = fc.array(
  fc.record({
    size: fc.integer({ min: 1, max: 128 }).map((size) => size / 128),
    reduced: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 2 ** 40 })),
    upper: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 8 },
);

test('somebody enters exactly where not all can flip, and those that flip leave the row out of its bound', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 10 }), (all, slope) => {
      const candidate = Int32Array.from(all.keys());
      const of = (value: (one: (typeof all)[number]) => number) => Float64Array.from(all, value);
      const size = of((one) => one.size);
      const upper = of((one) => one.upper);
      const { entering, flips } = ratioTest(
        candidate,
        all.length,
        slope,
        size,
        of((one) => one.reduced),
        upper,
      );
      const gained = (some: Int32Array) => some.reduce((sum, v) => sum + size[v] * upper[v], 0);
      expect(entering >= 0).toBe(gained(candidate) >= slope);
      expect(gained(candidate.subarray(0, flips))).toBeLessThan(slope);
    }),
    { numRuns: 2000 },
  );
});

test('the nearest is taken where its reduced cost, divided and multiplied again by its entry, falls short of itself', () => {
  const [reduced, size] = [24_130_862, 88 / 128];
  expect(((reduced + 1e-9) / size) * size).toBeLessThan(reduced);
  const found = ratioTest(
    Int32Array.of(0),
    1,
    0.5,
    Float64Array.of(size),
    Float64Array.of(reduced),
    Float64Array.of(1),
  );
  expect(found).toEqual({ entering: 0, flips: 0 });
});
