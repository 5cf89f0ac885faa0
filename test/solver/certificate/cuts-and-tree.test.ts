import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemBuilder } from '../../../solver/builder.ts';
import { certify } from '../../../solver/certificate/certify.ts';
import type { Problem } from '../../../solver/problem.ts';
import type { Cut, ProofTree } from '../../../solver/solution.ts';
import { bruteForce } from '../brute-force.ts';
import { tinyProblem } from '../random-problem.ts';

/**
 * Three people and three pair-wise rows of one seat: prices alone cannot go below 15 (half of everybody), while only
 * one person can be placed, for 10 points.
 */
function triangle(): Problem {
  const builder = createProblemBuilder();
  const rows = ['ab', 'bc', 'ac'].map((id) => builder.constraint(id, 1));
  for (const [id, used] of [
    ['a', [0, 2]],
    ['b', [0, 1]],
    ['c', [1, 2]],
  ] as const) {
    builder.option(builder.participant(id), 10);
    for (const r of used) builder.use(rows[r], 1);
  }
  return builder.build();
}
const one = Int32Array.of(0, -1, -1);
const oddCycle: Cut = {
  kind: 'rounded',
  denominator: 2,
  multipliers: {
    constraints: [
      [0, 1],
      [1, 1],
      [2, 1],
    ],
    participants: [],
    cuts: [],
  },
};

describe('rounded cuts', () => {
  test('by hand: half of the three rows, rounded down, closes the triangle', () => {
    const prices = Float64Array.of(0, 0, 0, 10);
    expect(certify(triangle(), one, { prices, cuts: [oddCycle] })).toMatchObject({
      bound: 10,
      flaws: [],
      proof: 'cuts',
    });
    expect(certify(triangle(), one, { prices: Float64Array.of(5, 5, 5) }).bound).toBe(15);
  });

  test.each([
    ['a multiplier below 0', { constraints: [[0, -1]], participants: [], cuts: [] }],
    ['a fraction', { constraints: [[0, 0.5]], participants: [], cuts: [] }],
    ['a cut that comes later', { constraints: [], participants: [], cuts: [[0, 1]] }],
    ['a constraint that is not there', { constraints: [[3, 1]], participants: [], cuts: [] }],
  ] as const)('%s is refused', (_, multipliers) => {
    const cut: Cut = { kind: 'rounded', denominator: 2, multipliers };
    const { bound, flaws } = certify(triangle(), one, { prices: Float64Array.of(0, 0, 0, 10), cuts: [cut] });
    expect(bound).toBe(Number.POSITIVE_INFINITY);
    expect(flaws).toMatchObject([{ kind: 'cut', cut: 0 }]);
  });

  test('a soft row carries a cut that gives way to its overrun, and shares its penalty with it', () => {
    const builder = createProblemBuilder();
    // 2 x <= 1, where a unit of overrun costs 5: halved and rounded down, x - overrun <= 0.
    const soft = builder.constraint('soft', 1, 5);
    const option = builder.option(builder.participant('p'), 7);
    builder.use(soft, 2);
    const problem = builder.build();
    const cut: Cut = { ...oddCycle, multipliers: { constraints: [[0, 1]], participants: [], cuts: [] } };
    const at = (price: number, ofCut: number) =>
      certify(problem, Int32Array.of(option), { prices: Float64Array.of(price, ofCut), cuts: [cut] });
    // Picking it overruns by one: 7 - 5. Without the cut the best price, 3.5, proves 3.5, and so 3.
    expect(at(3.5, 0)).toMatchObject({ objective: 2, bound: 3 });
    expect(at(0, 5)).toMatchObject({ objective: 2, bound: 2 });
    expect(at(1, 5).flaws).toMatchObject([{ kind: 'price', index: 0, most: 5 }]);
  });

  test('a mixed cut is the stronger where the remainder of the limit is small', () => {
    const builder = createProblemBuilder();
    // 3 x + 2 y <= 4 in thirds: rounded x <= 1; mixed with f = 1, F(3) = 2, F(2) = 1: 2 x + y <= 2.
    const row = builder.constraint('row', 4);
    for (const [id, amount] of [
      ['x', 3],
      ['y', 2],
    ] as const) {
      builder.option(builder.participant(id), 10);
      builder.use(row, amount);
    }
    const problem = builder.build();
    const multipliers = { constraints: [[0, 1]], participants: [], cuts: [] } as const;
    const bound = (kind: 'rounded' | 'mixed', prices: number[]) =>
      certify(problem, new Int32Array(2).fill(-1), {
        prices: Float64Array.from(prices),
        cuts: [{ kind, denominator: 3, multipliers }],
      }).bound;
    expect(bound('mixed', [0, 10])).toBe(20);
    expect(bound('mixed', [0, 5])).toBe(15);
    expect(bound('rounded', [0, 10])).toBe(20);
    expect(bound('rounded', [0, 5])).toBe(20);
  });
});

/** A team of two seats where women must be at least half of those placed: 2 women and 2 men apply. */
function mixed(): { problem: Problem; women: number[]; men: number[] } {
  const builder = createProblemBuilder();
  const seats = builder.constraint('team', 3);
  const mix = builder.constraint('mix', 0);
  const women = [10, 10].map((points, i) => {
    const k = builder.option(builder.participant(`w${i}`), points);
    builder.use(seats, 1);
    builder.use(mix, -2);
    return k;
  });
  const men = [20, 20, 20].map((points, i) => {
    const k = builder.option(builder.participant(`m${i}`), points);
    builder.use(seats, 1);
    builder.use(mix, 1);
    return k;
  });
  return { problem: builder.build(), women, men };
}

describe('count cuts', () => {
  // Allowed (women, men): women + men <= 3 and men <= 2 women.
  test('a facet that holds at every allowed pair is taken, one that cuts off an allowed pair is not', () => {
    const { problem, women, men } = mixed();
    const none = new Int32Array(5).fill(-1);
    const cut = (facet: [number, number, number]): Cut => ({
      kind: 'count',
      a: women,
      b: men,
      rows: [0, 1],
      facet,
    });
    const prices = Float64Array.of(0, 0, 10);
    expect(certify(problem, none, { prices, cuts: [cut([0, 1, 2])] }).flaws).toEqual([]);
    expect(certify(problem, none, { prices, cuts: [cut([0, 1, 1])] }).flaws).toMatchObject([{ kind: 'cut' }]);
    expect(certify(problem, none, { prices, cuts: [cut([1, 1, 3])] }).flaws).toEqual([]);
    expect(certify(problem, none, { prices, cuts: [cut([1, 1, 2])] }).flaws).toHaveLength(1);
  });

  test('overlapping sets, strangers with amounts below 0 and uneven amounts are refused', () => {
    const { problem, women, men } = mixed();
    const refused = (cut: Partial<Extract<Cut, { kind: 'count' }>>) =>
      certify(problem, new Int32Array(5).fill(-1), {
        prices: Float64Array.of(0, 0, 0),
        cuts: [{ kind: 'count', a: women, b: men, rows: [0, 1], facet: [0, 1, 2], ...cut }],
      }).flaws;
    expect(refused({})).toEqual([]);
    expect(refused({ b: [...men, women[0]] })).toHaveLength(1);
    expect(refused({ a: [women[0]] })).toHaveLength(1);
    expect(refused({ a: [women[0], men[0]], b: [men[1]] })).toHaveLength(1);
    expect(refused({ rows: [7] })).toHaveLength(1);
    expect(refused({ a: [99] })).toHaveLength(1);
  });
});

describe('trees', () => {
  const leaf = (...prices: number[]): ProofTree => ({ prices });
  test('by hand: splitting on a proves 10', () => {
    // In: a is taken; b and c must pay 10 for the rows they share with a: 10 + 20 - 20 + ... = 10. Out: b or c.
    const tree: ProofTree = { split: [0], in: leaf(10, 0, 10), out: leaf(0, 10, 0) };
    const prices = Float64Array.of(5, 5, 5);
    expect(certify(triangle(), one, { prices, tree })).toMatchObject({ bound: 10, flaws: [], proof: 'tree' });
  });

  test('by hand: of a and b, who share the first row, none is picked, or at least one', () => {
    const count = { constraint: 0, side: 'above' } as const;
    const prices = Float64Array.of(5, 5, 5);
    const bound = (tree: ProofTree) => certify(triangle(), one, { prices, tree }).bound;
    // None: the row a + b <= 0 at 10 takes both gains, c is left: 10.
    const low = leaf(0, 0, 0, 10);
    // At least one: if it is a, 20 for two rows - 10 for a + 0 + 0; if not, 10 for the row of b and c.
    const high: ProofTree = { split: [0], in: leaf(10, 0, 10, 0), out: leaf(0, 10, 0, 0) };
    expect(bound({ count, most: 0, low, high })).toBe(10);
    // At least one is -a - b <= -1, which at a price of 3 takes 3 off and gives a and b 3 each: 15 - 3 + 3 + 3.
    const dearer = leaf(5, 5, 5, 3);
    expect(
      certify(triangle(), one, {
        prices: Float64Array.of(0, 0, 0),
        tree: { count, most: 0, low, high: dearer },
      }).bound,
    ).toBe(18);
    // The sides changed places prove nothing more than the prices alone.
    expect(bound({ count, most: 0, low: leaf(5, 5, 5, 0), high: low })).toBe(15);
  });

  test('a count of a constraint that is not there, or a price short, is refused', () => {
    const prices = Float64Array.of(5, 5, 5);
    const flaws = (tree: ProofTree) => certify(triangle(), one, { prices, tree }).flaws;
    const good = leaf(0, 0, 0, 0);
    const count = { constraint: 3, side: 'above' } as const;
    expect(flaws({ count, most: 1, low: good, high: good })).toMatchObject([{ kind: 'tree' }]);
    const low = leaf(0, 0, 0);
    expect(flaws({ count: { ...count, constraint: 0 }, most: 1, low, high: good })).toMatchObject([
      { kind: 'prices' },
    ]);
  });

  test('a split over two people, over nobody or with bad prices is refused', () => {
    const prices = Float64Array.of(5, 5, 5);
    const flaws = (tree: ProofTree) => certify(triangle(), one, { prices, tree }).flaws;
    expect(flaws({ split: [0, 1], in: leaf(0, 0, 0), out: leaf(0, 0, 0) })).toMatchObject([{ kind: 'tree' }]);
    expect(flaws({ split: [9], in: leaf(0, 0, 0), out: leaf(0, 0, 0) })).toMatchObject([{ kind: 'tree' }]);
    expect(flaws({ split: [0], in: leaf(0, 0), out: leaf(0, 0, 0) })).toMatchObject([{ kind: 'prices' }]);
    expect(flaws({ split: [0], in: leaf(0, -1, 0), out: leaf(0, 0, 0) })).toMatchObject([{ kind: 'price' }]);
  });

  const anyProof = (
    problem: Problem,
  ): fc.Arbitrary<{ prices: Float64Array; cuts: Cut[]; tree: ProofTree }> => {
    const pairs = (indices: number[], least: number) =>
      indices.length === 0
        ? fc.constant<[number, number][]>([])
        : fc.array(fc.tuple(fc.constantFrom(...indices), fc.integer({ min: least, max: 3 })), {
            maxLength: 4,
          });
    const cutAfter = <Kind extends 'rounded' | 'mixed'>(kind: Kind, earlier: number) => {
      const least = kind === 'mixed' ? -3 : 0;
      return fc.record({
        kind: fc.constant(kind),
        denominator: fc.integer({ min: 1, max: 5 }),
        multipliers: fc.record({
          constraints: pairs([...problem.constraints.keys()], least),
          participants: pairs([...problem.participants.keys()], least),
          cuts: pairs(
            Array.from({ length: earlier }, (_, i) => i),
            least,
          ),
        }),
      });
    };
    const someCuts = fc
      .integer({ min: 0, max: 3 })
      .chain((count) =>
        fc.tuple(
          ...Array.from({ length: count }, (_, c) => fc.oneof(cutAfter('rounded', c), cutAfter('mixed', c))),
        ),
      );
    return someCuts.chain((cuts) => {
      const prices = (counts: number) =>
        fc.tuple(
          ...Array.from(problem.penalty, (most) =>
            fc.double({ min: 0, max: Math.min(most, 80), noNaN: true }),
          ),
          ...[...cuts, ...Array(counts)].map(() => fc.double({ min: 0, max: 80, noNaN: true })),
        );
      const options = [...problem.participant.keys()];
      /** A tree of at most so many levels, under so many count nodes. */
      const tree = (levels: number, counts: number): fc.Arbitrary<ProofTree> => {
        const leaf = prices(counts).map((p) => ({ prices: p }));
        if (levels === 0 || options.length === 0) return leaf;
        const below = fc.tuple(tree(levels - 1, counts), tree(levels - 1, counts));
        const split = fc.tuple(fc.nat(), fc.nat({ max: 15 }), below).map(([person, mask, sides]) => {
          const owner = problem.participant[person % options.length];
          const own = options.filter((k) => problem.participant[k] === owner);
          const some = own.filter((_, i) => (mask >> i) & 1);
          return { split: some.length > 0 ? some : own, in: sides[0], out: sides[1] };
        });
        if (problem.constraints.length === 0) return fc.oneof(leaf, split);
        const count = fc.record({
          count: fc.record({
            constraint: fc.nat({ max: problem.constraints.length - 1 }),
            side: fc.constantFrom('above' as const, 'below' as const),
          }),
          most: fc.integer({ min: -1, max: 4 }),
          low: tree(levels - 1, counts + 1),
          high: tree(levels - 1, counts + 1),
        });
        return fc.oneof(leaf, split, count);
      };
      return fc.record({
        prices: prices(0).map((p) => Float64Array.from(p)),
        cuts: fc.constant(cuts),
        tree: tree(3, 0),
      });
    });
  };

  test('whatever cuts and trees are put together, no bound is below the optimum', () => {
    fc.assert(
      fc.property(
        tinyProblem.chain((problem) => fc.tuple(fc.constant(problem), anyProof(problem))),
        ([problem, proof]) => {
          const chosen = new Int32Array(problem.participants.length).fill(-1);
          const { bound, flaws } = certify(problem, chosen, proof);
          // Prices are drawn without regard to the penalties that cuts share with soft rows: some are refused for it.
          expect(flaws.filter(({ kind }) => kind !== 'price')).toEqual([]);
          const best = bruteForce(problem);
          if (best !== null) expect(bound).toBeGreaterThanOrEqual(best);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
