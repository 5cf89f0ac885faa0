import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalise } from '../../../../solver/canonical.ts';
import { certify } from '../../../../solver/certificate/certify.ts';
import { highs } from '../../../../solver/engines/highs.ts';
import { lossesAt } from '../../../../solver/engines/priced/losses.ts';
import { createState, moveCost } from '../../../../solver/engines/priced/state.ts';
import { priced } from '../../../../solver/engines/priced.ts';
import { UNPLACED } from '../../../../solver/problem.ts';
import { solve } from '../../../../solver/solve.ts';
import { worthOf } from '../../brute-force.ts';
import { tinyProblem } from '../../random-problem.ts';
import { unhurried } from '../shared-suite.ts';
import { teamProblem } from './random-team-problem.ts';

test('the cost of an assignment that breaks nothing is its distance to the bound, however it came about', () => {
  fc.assert(
    fc.property(
      tinyProblem,
      fc.array(fc.nat()),
      fc.array(fc.integer({ min: 0, max: 9 })),
      (problem, picks, raw) => {
        const prices = problem.penalty.map((most, r) =>
          Math.min(most, raw[r % Math.max(1, raw.length)] ?? 0),
        );
        const losses = lossesAt(problem, prices);
        const state = createState(problem, prices, losses, () => 1000);
        for (const pick of picks) {
          if (problem.participant.length === 0) break;
          const option = pick % problem.participant.length;
          const person = problem.participant[option];
          const next = state.chosen[person] === option ? UNPLACED : option;
          const before = state.cost();
          const change = moveCost(state, person, next);
          state.move(person, next);
          expect(state.cost() - before).toBeCloseTo(change, 3);
        }
        state.recount();
        const { objective, broken } = worthOf(problem, state.chosen);
        if (broken.length === 0) expect(state.cost()).toBeCloseTo(losses.bound - objective, 3);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([1, 2])('it agrees with HiGHS on problems with every kind of row (problem %i)', async (seed) => {
  const { problem } = canonicalise(teamProblem(seed, 60), seed);
  const [ours, theirs] = [await priced.solve(problem, unhurried), await highs.solve(problem, unhurried)];
  expect(ours.ownBound).toBe(theirs.ownBound);
  if (ours.status !== 'found' || !ours.prices) throw new Error('nothing found');
  const certificate = certify(problem, ours.chosen, { prices: ours.prices, cuts: ours.cuts ?? [] });
  expect(certificate.violations).toEqual([]);
  expect(certificate.objective).toBe(ours.ownBound);
});

test('it starts from an assignment and prices of a former run, and keeps at least its worth', async () => {
  const { problem } = canonicalise(teamProblem(3, 300), 3);
  const cold = await priced.solve(problem, { ...unhurried, gap: 0.002 });
  if (cold.status !== 'found' || !cold.prices) throw new Error('nothing found');
  const warm = await priced.solve(problem, {
    ...unhurried,
    gap: 0.002,
    warmStart: cold.chosen,
    warmPrices: cold.prices,
    warmCuts: cold.cuts ?? [],
  });
  if (warm.status !== 'found') throw new Error('nothing found');
  expect(worthOf(problem, warm.chosen).objective).toBeGreaterThanOrEqual(
    worthOf(problem, cold.chosen).objective,
  );
  expect(warm.stopped).toBe('gap');
});

test('prices and assignment of a solution, told in the problem as it was stated, start the next run', async () => {
  const problem = teamProblem(4, 300);
  const settings = { ...unhurried, engine: 'priced', gap: 0.002 } as const;
  const cold = await solve(problem, settings);
  if (!('chosen' in cold)) throw new Error('nothing found');
  let first = Number.POSITIVE_INFINITY;
  await solve(problem, {
    ...settings,
    warmStart: cold.chosen,
    warmPrices: cold.prices,
    warmCuts: cold.cuts ?? [],
    onProgress: ({ bound }) => {
      if (first === Number.POSITIVE_INFINITY && bound !== null) first = bound;
    },
  });
  expect(Math.floor(first)).toBeLessThanOrEqual(cold.certifiedBound + 1);
});
