/**
 * One suite that every engine passes, after the habit of MathOptInterface: the odd shapes of problems, and what any
 * answer must keep to, whatever its quality.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemBuilder, type ProblemBuilder } from '../../../solver/builder.ts';
import { certify } from '../../../solver/certificate/certify.ts';
import type { Engine, EngineOptions, EngineResult } from '../../../solver/engines/engine.ts';
import type { Problem } from '../../../solver/problem.ts';
import { bruteForce, worthOf } from '../brute-force.ts';
import { tinyProblem } from '../random-problem.ts';

export interface Traits {
  /** Whether it finds the best assignment, and says so by a bound of its own, or that there is none. */
  readonly exact: boolean;
  /** Whether what it returns breaks no hard row of any kind. */
  readonly keepsHardRows: boolean;
}

export const unhurried: EngineOptions = {
  gap: 0,
  seed: 1,
  timeLimitMs: Number.POSITIVE_INFINITY,
  now: () => performance.now(),
};

/** A problem written by a function that gets the builder. */
export function problemOf(write: (builder: ProblemBuilder) => void): Problem {
  const builder = createProblemBuilder();
  write(builder);
  return builder.build();
}

/** Each list of points is a participant, each entry an option that takes one of the `seats`. */
function seatProblem(seats: number, points: readonly (readonly number[])[]): Problem {
  return problemOf((b) => {
    const row = b.constraint('seats', seats);
    points.forEach((list, p) => {
      const person = b.participant(`p${p}`);
      for (const score of list) {
        b.option(person, score);
        b.use(row, 1);
      }
    });
  });
}

/** Two men with better points and two women, for two seats; both groups' rates no further apart than `slack`. */
function equityProblem(unit: number, slack: number): Problem {
  return problemOf((b) => {
    const seats = b.constraint('seats', 2);
    const women = b.constraint('rate-women', slack * unit);
    const men = b.constraint('rate-men', slack * unit);
    for (const [id, score, own, other] of [
      ['man-1', 90, men, women],
      ['man-2', 80, men, women],
      ['woman-1', 20, women, men],
      ['woman-2', 10, women, men],
    ] as const) {
      b.option(b.participant(id), score);
      b.use(seats, 1);
      b.use(own, 2 * unit);
      b.use(other, -2 * unit);
    }
  });
}

interface Case {
  readonly name: string;
  readonly problem: Problem;
  /** The best objective, by hand; null where there is no answer. */
  readonly best: number | null;
}

const cases: readonly Case[] = [
  { name: 'an empty problem', problem: problemOf(() => undefined), best: 0 },
  { name: 'one person and one team', problem: seatProblem(1, [[7]]), best: 7 },
  { name: 'people without options', problem: seatProblem(3, [[], [5], []]), best: 5 },
  { name: 'nobody with an option', problem: seatProblem(3, [[], []]), best: 0 },
  { name: 'a limit of zero', problem: seatProblem(0, [[5], [6]]), best: 0 },
  { name: 'equal points', problem: seatProblem(2, [[5, 5], [5, 5], [5]]), best: 10 },
  { name: 'points of zero and below', problem: seatProblem(3, [[0], [-4]]), best: 0 },
  { name: 'equity rows with small amounts', problem: equityProblem(1, 0), best: 110 },
  { name: 'equity rows with amounts of 2e8', problem: equityProblem(100_000_000, 0), best: 110 },
  { name: 'equity rows one unit short of letting both men in', problem: offByOne(), best: 110 },
  {
    name: 'a soft limit worth overrunning once',
    problem: problemOf((b) => {
      const seats = b.constraint('seats', 1, 30);
      for (const [id, score] of [
        ['a', 50],
        ['b', 40],
        ['c', 20],
      ] as const) {
        b.option(b.participant(id), score);
        b.use(seats, 1);
      }
    }),
    best: 60,
  },
  {
    name: 'wanted adults in two tiers (negative limits)',
    problem: problemOf((b) => {
      const seats = b.constraint('seats', 1);
      const first = b.constraint('first', -1, 30);
      const second = b.constraint('second', -2, 10);
      b.option(b.participant('speaks'), 20);
      for (const row of [first, second]) b.use(row, -1);
      b.use(seats, 1);
      b.option(b.participant('fits'), 50);
      b.use(seats, 1);
    }),
    // The speaker: 20 points, the first tier met, the second short of one adult: 20 - 10. The other: 50 - 30 - 20.
    best: 10,
  },
  {
    name: 'a hard minimum',
    problem: problemOf((b) => {
      const least = b.constraint('least', -1);
      b.option(b.participant('a'), -5);
      b.use(least, -1);
      b.option(b.participant('b'), 8);
    }),
    best: 3,
  },
  {
    name: 'a hard minimum that nobody can meet',
    problem: problemOf((b) => {
      b.constraint('least', -1);
      b.option(b.participant('a'), 5);
    }),
    best: null,
  },
  {
    name: 'an unmet soft minimum without any option',
    problem: problemOf((b) => {
      b.participant('a');
      b.constraint('wanted', -2, 7);
    }),
    best: -14,
  },
  {
    name: 'locks beyond seats',
    problem: problemOf((b) => {
      const seats = b.constraint('seats', 1);
      for (const id of ['a', 'b']) {
        b.option(b.participant(id), 10);
        b.use(seats, 1);
        b.use(b.constraint(`lock-${id}`, -1), -1);
      }
    }),
    best: null,
  },
];

/** With equity at 2e8 and one unit too little: within a solver's tolerance of feasible, and yet not. */
function offByOne(): Problem {
  const problem = equityProblem(100_000_000, 4);
  return { ...problem, limit: problem.limit.map((limit, r) => (r === 0 ? limit : limit - 1)) };
}

/** Every engine passes this. */
export function passesSharedSuite(engine: Engine, traits: Traits): void {
  describe(`${engine.name}, as every engine`, () => {
    test.each(cases)('answers $name', async ({ problem, best }) => {
      const result = await engine.solve(problem, unhurried);
      expectHonest(problem, result, traits);
      expect(bruteForce(problem)).toBe(best);
      if (traits.exact) expectBest(problem, result, best);
    });

    test('stops at once on a signal that is already aborted', async () => {
      const result = await engine.solve(equityProblem(1, 0), { ...unhurried, signal: { aborted: true } });
      expect(result.stopped).toBe('signal');
      expectHonest(equityProblem(1, 0), result, traits);
    });

    test('stops at once when it has no time', async () => {
      const result = await engine.solve(equityProblem(1, 0), { ...unhurried, timeLimitMs: 0 });
      expect(result.stopped).toBe('time');
      expectHonest(equityProblem(1, 0), result, traits);
    });

    test('changes nothing in the problem', async () => {
      const problem = equityProblem(7, 1);
      const before = structuredClone(problem);
      await engine.solve(problem, unhurried);
      expect(problem).toEqual(before);
    });

    test('gives the same answer twice, and an honest one, on random problems', async () => {
      await fc.assert(
        fc.asyncProperty(tinyProblem, fc.nat(), async (problem, seed) => {
          const result = await engine.solve(problem, { ...unhurried, seed });
          expectHonest(problem, result, traits);
          expect(await engine.solve(problem, { ...unhurried, seed })).toEqual(result);
          if (traits.exact) expectBest(problem, result, bruteForce(problem));
        }),
        { numRuns: 500 },
      );
    });
  });
}

/** What holds for any answer: whole, within each person's own options, and no bound below the truth. */
function expectHonest(problem: Problem, result: EngineResult, traits: Traits): void {
  const best = bruteForce(problem);
  if (result.ownBound !== undefined && best !== null) expect(result.ownBound).toBeGreaterThanOrEqual(best);
  if (result.status === 'none') {
    if (result.infeasible) expect(best).toBe(null);
    return;
  }
  expect(result.chosen).toHaveLength(problem.participants.length);
  const { objective, broken } = worthOf(problem, result.chosen);
  if (traits.keepsHardRows) expect(broken).toEqual([]);
  const limits = problem.penalty;
  const prices = result.prices?.map((price, r) => Math.min(Math.max(price, 0), limits[r] ?? price));
  const certificate = certify(problem, result.chosen, {
    prices: prices ?? new Float64Array(limits.length),
    ...(result.cuts && { cuts: result.cuts }),
    ...(result.tree && { tree: result.tree }),
  });
  expect(certificate.flaws).toEqual([]);
  expect(certificate.objective).toBe(objective);
  expect(certificate.violations.length > 0).toBe(broken.length > 0);
  if (best !== null) expect(certificate.bound).toBeGreaterThanOrEqual(best);
}

function expectBest(problem: Problem, result: EngineResult, best: number | null): void {
  if (best === null) {
    expect(result).toMatchObject({ status: 'none', infeasible: true });
    return;
  }
  if (result.status !== 'found') throw new Error('a feasible problem without an answer');
  expect(worthOf(problem, result.chosen)).toMatchObject({ objective: best, broken: [] });
  expect(result.ownBound).toBe(best);
}
