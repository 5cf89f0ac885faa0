import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certify } from '../../../../solver/certificate/certify.ts';
import { countCuts } from '../../../../solver/cuts/count-cuts.ts';
import { withCountCuts } from '../../../../solver/cuts/with-count-cuts.ts';
import { worthOf } from '../../../../solver/engines/assignment.ts';
import { type Branched, branchAndBound } from '../../../../solver/engines/branching/search.ts';
import type { Incumbent } from '../../../../solver/engines/first-answer.ts';
import { priceBound } from '../../../../solver/engines/price-bound.ts';
import { startWatch } from '../../../../solver/engines/watch.ts';
import type { Problem } from '../../../../solver/problem.ts';
import type { Cut, ProofTree } from '../../../../solver/solution.ts';
import { bruteForce } from '../../brute-force.ts';
import { tinyProblem } from '../../random-problem.ts';
import { teamProblem } from '../priced/random-team-problem.ts';

const watch = startWatch({ gap: 0, seed: 1, timeLimitMs: Number.POSITIVE_INFINITY, now: () => 0 });

interface Searched extends Branched {
  readonly allCuts: readonly Cut[];
}

/** The search from prices of 0, with nothing known. */
function search(problem: Problem, steps = 100_000, start: Incumbent | null = null): Searched | null {
  const counts = countCuts(problem);
  if (counts.impossible >= 0) return null;
  const whole = withCountCuts(problem, counts);
  const prices = new Float64Array(whole.limit.length);
  const root = { ...priceBound(whole, prices), prices };
  const task = { stated: problem, problem: whole, root, start, gap: 0, watch, steps, cutRounds: 20 };
  const found = branchAndBound(task);
  return found && { ...found, allCuts: [...counts.cuts, ...found.cuts] };
}

const nobody = (problem: Problem): Int32Array => new Int32Array(problem.participants.length).fill(-1);

const proofOf = ({ prices, allCuts, tree }: Searched) => ({ prices, cuts: allCuts, ...(tree && { tree }) });

/** Where amounts of 1e8 miss a limit by one, tolerances may end a proof early; never too low. */
const isPlain = ({ useAmount }: Problem): boolean => useAmount.every((amount) => Math.abs(amount) < 1e6);

describe('branch and bound', () => {
  test('finds the optimum of every tiny problem, or that there is none, and the certificate agrees', () => {
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        const optimum = bruteForce(problem);
        const found = search(problem);
        if (!found) {
          expect(optimum).toBeNull();
          return;
        }
        if (isPlain(problem)) expect(found.incumbent?.objective ?? null).toBe(optimum);
        if (!found.incumbent) {
          if (found.isComplete) expect(optimum).toBeNull();
          return;
        }
        const { bound, objective, flaws, violations } = certify(
          problem,
          found.incumbent.chosen,
          proofOf(found),
        );
        expect({ flaws, violations }).toEqual({ flaws: [], violations: [] });
        expect(objective).toBe(found.incumbent.objective);
        expect(bound).toBeGreaterThanOrEqual(optimum ?? 0);
        if (isPlain(problem)) expect(bound).toBe(optimum);
      }),
      { numRuns: 1000 },
    );
  });

  test('proves an optimum that it is given', () => {
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        const first = search(problem);
        fc.pre(first?.incumbent != null && isPlain(problem));
        if (!first?.incumbent) return;
        const again = search(problem, 100_000, first.incumbent);
        expect(again?.isComplete).toBe(true);
        if (again) {
          expect(certify(problem, nobody(problem), proofOf(again)).bound).toBe(first.incumbent.objective);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('finds and proves the optimum from however poor an assignment', () => {
    fc.assert(
      fc.property(tinyProblem, (tiny) => {
        // So many points that it hopes more than once before it has to take what there is.
        const problem = {
          ...tiny,
          score: tiny.score.map((points) => 50 * points),
          penalty: tiny.penalty.map((each) => 50 * each),
        };
        const poor = search({ ...tiny, score: tiny.score.map((points) => -points) })?.incumbent;
        const optimum = bruteForce(problem);
        fc.pre(poor != null && optimum !== null && isPlain(problem));
        if (!poor || optimum === null) return;
        const { objective } = worthOf(problem, poor.chosen);
        const found = search(problem, 100_000, { chosen: poor.chosen, objective });
        expect(found?.incumbent?.objective).toBe(optimum);
        if (found) expect(certify(problem, nobody(problem), proofOf(found)).bound).toBe(optimum);
      }),
      { numRuns: 500 },
    );
  });

  test('a budget that is spent gives a weaker bound, never a wrong one', () => {
    fc.assert(
      fc.property(tinyProblem, fc.integer({ min: 1, max: 30 }), (problem, steps) => {
        const optimum = bruteForce(problem);
        fc.pre(optimum !== null);
        const found = search(problem, steps);
        if (!found) return;
        expect(found.bound).toBeGreaterThanOrEqual((optimum ?? 0) - 1e-6);
        expect(certify(problem, nobody(problem), proofOf(found)).bound).toBeGreaterThanOrEqual(optimum ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  test('spoiled leaves, sides and cuts do not prove more than the truth', () => {
    const spoil = (tree: ProofTree, factor: number): ProofTree => {
      if ('prices' in tree) return { prices: tree.prices.map((price) => price * factor) };
      if ('count' in tree) return { ...tree, low: spoil(tree.high, factor), high: spoil(tree.low, factor) };
      return { split: tree.split, in: spoil(tree.out, factor), out: spoil(tree.in, factor) };
    };
    const bent = (cut: Cut, by: number): Cut =>
      cut.kind === 'count'
        ? cut
        : {
            ...cut,
            multipliers: {
              ...cut.multipliers,
              constraints: cut.multipliers.constraints.map(([r, u]) => [r, u + by]),
            },
          };
    fc.assert(
      fc.property(
        tinyProblem,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -3, max: 3 }),
        (problem, factor, by) => {
          const optimum = bruteForce(problem);
          const found = search(problem);
          fc.pre(optimum !== null && found !== null);
          if (!found || optimum === null) return;
          const { prices, allCuts, tree } = found;
          const proof = {
            prices: prices.map((price) => price * factor),
            cuts: allCuts.map((cut) => bent(cut, by)),
            ...(tree && { tree: spoil(tree, factor) }),
          };
          expect(certify(problem, nobody(problem), proof).bound).toBeGreaterThanOrEqual(optimum);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([1, 2, 3])('the same problem gives the same tree, with cuts on the way (problem %i)', (seed) => {
    const problem = teamProblem(seed, 60);
    const [one, two] = [search(problem), search(problem)];
    expect(one?.isComplete).toBe(true);
    expect(two).toEqual(one);
  });

  test.each([
    ['open nodes', 2, 1000],
    ['a hope that came to nothing', 6, 2000],
  ])('a tree that the budget ends, by %s, proves the bound that is told', (_what, seed, steps) => {
    const problem = teamProblem(seed, 120);
    const start = { chosen: nobody(problem), objective: worthOf(problem, nobody(problem)).objective };
    const found = search(problem, steps, start);
    expect(found).toMatchObject({ isComplete: false, tree: expect.anything() });
    if (!found) return;
    const { tree: _tree, ...prices } = proofOf(found);
    const boundOf = (proof: typeof prices): number => certify(problem, nobody(problem), proof).bound;
    expect(boundOf(proofOf(found))).toBe(Math.floor(found.bound));
    expect(boundOf(prices)).toBeGreaterThan(found.bound);
    expect(search(problem, 20_000, start)?.incumbent?.objective).toBeLessThanOrEqual(found.bound);
  });
});
