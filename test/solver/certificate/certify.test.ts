import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemBuilder } from '../../../solver/builder.ts';
import { certify, gapOf } from '../../../solver/certificate/certify.ts';
import type { Problem } from '../../../solver/problem.ts';
import { bruteForce, worthOf } from '../brute-force.ts';
import { tinyProblem } from '../random-problem.ts';

/** Two people, one seat: 50 points for the first, 30 for the second. */
function oneSeat(): Problem {
  const builder = createProblemBuilder();
  const seat = builder.constraint('team:a', 1);
  for (const [id, points] of [
    ['first', 50],
    ['second', 30],
  ] as const) {
    builder.option(builder.participant(id), points);
    builder.use(seat, 1);
  }
  return builder.build();
}

const anyAssignment = (problem: Problem): fc.Arbitrary<Int32Array> =>
  fc
    .tuple(
      ...problem.participants.map((_, p) => {
        const own = [...problem.participant.keys()].filter((k) => problem.participant[k] === p);
        return fc.constantFrom(-1, ...own);
      }),
    )
    .map((chosen) => Int32Array.from(chosen));

const anyPrices = (problem: Problem): fc.Arbitrary<Float64Array> =>
  fc
    .tuple(
      ...Array.from(problem.penalty, (most) =>
        most === Number.POSITIVE_INFINITY
          ? fc.oneof(
              fc.constant(0),
              fc.double({ min: 0, max: 100, noNaN: true }),
              fc.double({ min: 0, max: 1e-6, noNaN: true }),
              fc.double({ min: 0, max: 1e40, noNaN: true }),
            )
          : fc.double({ min: 0, max: most, noNaN: true }),
      ),
    )
    .map((prices) => Float64Array.from(prices));

describe('certify', () => {
  test('by hand: the seat at 30 points proves that 50 is the best', () => {
    const certificate = certify(oneSeat(), Int32Array.of(0, -1), { prices: Float64Array.of(30) });
    expect(certificate).toEqual({ violations: [], objective: 50, flaws: [], bound: 50, proof: 'prices' });
  });

  test('by hand: without a price the bound is what everybody would like', () => {
    expect(certify(oneSeat(), Int32Array.of(0, -1), { prices: Float64Array.of(0) }).bound).toBe(80);
  });

  test('a fraction of a point is rounded down, for no assignment is worth half a point', () => {
    // 0.5 + max(0, 50 - 0.5) + max(0, 30 - 0.5) = 79.5
    expect(certify(oneSeat(), Int32Array.of(-1, -1), { prices: Float64Array.of(0.5) }).bound).toBe(79);
  });

  test('two people in one seat, another person’s option and a missing person are told', () => {
    const prices = Float64Array.of(0);
    expect(certify(oneSeat(), Int32Array.of(0, 1), { prices }).violations).toEqual([
      { kind: 'constraint', constraint: 0, used: 2, limit: 1 },
    ]);
    expect(certify(oneSeat(), Int32Array.of(1, -1), { prices }).violations).toEqual([
      { kind: 'option', participant: 0, option: 1 },
    ]);
    expect(certify(oneSeat(), Int32Array.of(0), { prices }).violations).toEqual([
      { kind: 'length', expected: 2, read: 1 },
    ]);
  });

  test.each([-1e-9, Number.NaN, Number.POSITIVE_INFINITY])('a price of %s is no price', (price) => {
    const certificate = certify(oneSeat(), Int32Array.of(0, -1), { prices: Float64Array.of(price) });
    expect(certificate.bound).toBe(Number.POSITIVE_INFINITY);
    expect(certificate.flaws).toMatchObject([{ kind: 'price', index: 0 }]);
  });

  test('a price above the penalty is no price', () => {
    const builder = createProblemBuilder();
    builder.constraint('wanted', -1, 20);
    const prices = Float64Array.of(20.000001);
    expect(certify(builder.build(), new Int32Array(0), { prices }).flaws).toHaveLength(1);
    expect(certify(builder.build(), new Int32Array(0), { prices: Float64Array.of(20) }).bound).toBe(-20);
  });

  test('any prices bound the optimum, and any assignment is worth what brute force says', () => {
    fc.assert(
      fc.property(
        tinyProblem.chain((problem) =>
          fc.tuple(fc.constant(problem), anyPrices(problem), anyAssignment(problem)),
        ),
        ([problem, prices, chosen]) => {
          const { bound, flaws, objective, violations } = certify(problem, chosen, { prices });
          expect(flaws).toEqual([]);
          expect(bound).toBeGreaterThanOrEqual(bruteForce(problem) ?? Number.NEGATIVE_INFINITY);
          const worth = worthOf(problem, chosen);
          expect(objective).toBe(worth.objective);
          expect(violations.map((v) => (v.kind === 'constraint' ? v.constraint : -1))).toEqual(worth.broken);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('at the size of a country the bound is exact where plain doubles are not', () => {
    // 50,000 people of 1,999 points, an equity row of +-2e8: in doubles the total would drift; here it is recomputed in BigInt.
    const builder = createProblemBuilder();
    const equity = builder.constraint('equity', 12_345);
    for (let p = 0; p < 50_000; p++) {
      builder.option(builder.participant(`p${p}`), 1999);
      builder.use(equity, p % 2 === 0 ? 200_000_000 : -199_999_999);
    }
    const problem = builder.build();
    const price = 3.3e-6;
    const { bound } = certify(problem, new Int32Array(50_000).fill(-1), { prices: Float64Array.of(price) });
    // The same by rational arithmetic at 2^60, with the price rounded to the certificate's own grid.
    const size = 1999 + 200_000_000 * price;
    const shift = Math.floor(51 - Math.log2(size));
    const grid = BigInt(Math.floor(price * 2 ** shift));
    const one = 1n << BigInt(shift);
    const each = (amount: bigint): bigint => {
      const left = 1999n * one - amount * grid;
      return left > 0n ? left : 0n;
    };
    const total = 25_000n * each(200_000_000n) + 25_000n * each(-199_999_999n) + grid * 12_345n;
    expect(BigInt(bound)).toBe(total / one);
  });

  test('large terms that cancel leave no rounding behind', () => {
    // Two rows, amounts of +-(2e8 + 1) and prices of billions: each term is 6e17, what is left of them is one point.
    const builder = createProblemBuilder();
    const plus = builder.constraint('plus', 0);
    const minus = builder.constraint('minus', 0);
    for (let p = 0; p < 10_000; p++) {
      builder.option(builder.participant(`p${p}`), 1);
      builder.use(plus, 200_000_001);
      builder.use(minus, -200_000_001);
    }
    const prices = Float64Array.of(3_000_000_000.5, 3_000_000_000.5);
    const { bound } = certify(builder.build(), new Int32Array(10_000).fill(-1), { prices });
    expect(bound).toBeGreaterThanOrEqual(10_000);
  });

  test('numbers at the edge of whole doubles do not slip', () => {
    const big = Number.MAX_SAFE_INTEGER;
    const builder = createProblemBuilder();
    const row = builder.constraint('row', big);
    for (let p = 0; p < 3; p++) {
      builder.option(builder.participant(`p${p}`), big);
      builder.use(row, big);
    }
    const problem = builder.build();
    const all = certify(problem, Int32Array.of(0, 1, 2), { prices: Float64Array.of(0) });
    expect(BigInt(all.objective)).toBeLessThanOrEqual(3n * BigInt(big));
    expect(BigInt(all.bound)).toBeGreaterThanOrEqual(3n * BigInt(big));
    expect(all.violations).toHaveLength(1);
    // Prices are kept to coarser steps there: the bound is looser, never too low.
    expect(
      certify(problem, Int32Array.of(0, -1, -1), { prices: Float64Array.of(1) }).bound,
    ).toBeGreaterThanOrEqual(big);
  });
});

test('the gap is relative to the objective, and absolute near nothing', () => {
  expect(gapOf(200, 201)).toBe(0.005);
  expect(gapOf(0, 3)).toBe(3);
  expect(gapOf(-50, -50)).toBe(0);
});
