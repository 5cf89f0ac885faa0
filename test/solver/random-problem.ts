/**
 * Random tiny problems for tests, in canonical form (options grouped by participant, rising): every shape of row that
 * the domain writes, small enough for brute force. Points repeat often, so that ties are common.
 */
import fc from 'fast-check';
import type { Problem } from '../../solver/problem.ts';

interface Row {
  readonly limit: number;
  readonly penalty: number;
  /** The amounts that an option may have of this row; 0 = does not use it. */
  readonly amounts: readonly number[];
}

interface Pick {
  readonly score: number;
  /** Per row: which of its amounts. */
  readonly kinds: readonly number[];
}

const penalty = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 0, max: 60 }));

/** Seats, weekly hours, a budget: amounts of one sign, hard or to be bought. */
const seats: fc.Arbitrary<Row> = fc.record({
  limit: fc.integer({ min: 0, max: 3 }),
  penalty,
  amounts: fc.constantFrom([0, 1], [0, 1, 2], [0, 0, 0, 3]),
});

/** A tier of wanted adults: negative limit, soft. */
const tier: fc.Arbitrary<Row> = fc.record({
  limit: fc.constantFrom(-1, -2),
  penalty: fc.integer({ min: 1, max: 60 }),
  amounts: fc.constant([0, 0, -1]),
});

/** A hard minimum, which often nobody can meet. */
const minimum: fc.Arbitrary<Row> = fc.record({
  limit: fc.constantFrom(-1, 0),
  penalty: fc.constant(Number.POSITIVE_INFINITY),
  amounts: fc.constantFrom([0, -1], [0, -1, 1]),
});

/** Equity: amounts of both signs, small or of the size they have in a large region. */
const equity: fc.Arbitrary<Row> = fc
  .tuple(fc.constantFrom(1, 7, 100_000_000), fc.integer({ min: 0, max: 4 }), penalty)
  .map(([unit, slack, each]) => ({
    limit: slack * unit,
    penalty: each === Number.POSITIVE_INFINITY ? each : Math.floor(each / unit),
    amounts: [2 * unit, -3 * unit, unit + 1],
  }));

const anyRow = fc.oneof(
  { weight: 5, arbitrary: seats },
  { weight: 2, arbitrary: tier },
  { weight: 1, arbitrary: minimum },
  { weight: 2, arbitrary: equity },
);

const score = fc.oneof(fc.constantFrom(0, 10, 20, 50), fc.integer({ min: -20, max: 100 }));

/** Problems of up to 5 participants with up to 4 options each and up to 5 rows: at most 3,125 assignments. */
export const tinyProblem: fc.Arbitrary<Problem> = problemUpTo(5, 4);

/** Problems of up to two participants with many options each: at most 961 assignments. */
export const wideProblem: fc.Arbitrary<Problem> = problemUpTo(2, 30, 18);

function problemUpTo(people: number, choices: number, leastChoices = 0): fc.Arbitrary<Problem> {
  return fc.array(anyRow, { maxLength: 5 }).chain((rows) =>
    fc
      .array(fc.array(arbitraryPick(rows.length), { minLength: leastChoices, maxLength: choices }), {
        maxLength: people,
      })
      .map((picks) => assemble(rows, picks)),
  );
}

function arbitraryPick(rows: number): fc.Arbitrary<Pick> {
  return fc.record({
    score,
    kinds: fc.array(fc.nat({ max: 11 }), { minLength: rows, maxLength: rows }),
  });
}

function assemble(rows: readonly Row[], people: readonly (readonly Pick[])[]): Problem {
  const participant: number[] = [];
  const scores: number[] = [];
  const useStart = [0];
  const useConstraint: number[] = [];
  const useAmount: number[] = [];
  people.forEach((picks, person) => {
    for (const pick of picks) {
      participant.push(person);
      scores.push(pick.score);
      rows.forEach((row, constraint) => {
        const amount = row.amounts[(pick.kinds[constraint] ?? 0) % row.amounts.length] ?? 0;
        if (amount === 0) return;
        useConstraint.push(constraint);
        useAmount.push(amount);
      });
      useStart.push(useConstraint.length);
    }
  });
  return {
    participants: people.map((_, person) => `person-${person}`),
    constraints: rows.map((_, row) => `row-${row}`),
    limit: Float64Array.from(rows, (row) => row.limit),
    penalty: Float64Array.from(rows, (row) => row.penalty),
    participant: Int32Array.from(participant),
    score: Float64Array.from(scores),
    useStart: Int32Array.from(useStart),
    useConstraint: Int32Array.from(useConstraint),
    useAmount: Float64Array.from(useAmount),
  };
}
