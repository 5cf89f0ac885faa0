import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certify } from '../../../solver/certificate/certify.ts';
import { countsOf } from '../../../solver/engines/counts.ts';
import { priceBound } from '../../../solver/engines/highs/bound.ts';
import { shapeOf } from '../../../solver/engines/highs/model.ts';
import { solveRelaxation } from '../../../solver/engines/highs/run.ts';
import { withHighs } from '../../../solver/engines/highs/runtime.ts';
import { proofTree } from '../../../solver/engines/proof/tree.ts';
import { startWatch } from '../../../solver/engines/watch.ts';
import type { Problem } from '../../../solver/problem.ts';
import type { ProofTree } from '../../../solver/solution.ts';
import { bruteForce } from '../brute-force.ts';
import { tinyProblem } from '../random-problem.ts';

const watch = startWatch({ gap: 0, seed: 1, timeLimitMs: Number.POSITIVE_INFINITY, now: () => 0 });

async function prove(problem: Problem, objective: number, relaxations = 10_000) {
  return withHighs((highs) => {
    const everything = {
      options: Int32Array.from(problem.participant.keys()),
      bonus: new Float64Array(problem.score.length),
      margin: new Float64Array(problem.limit.length),
    };
    const relaxed = solveRelaxation(highs, shapeOf(problem), everything, watch);
    if (relaxed.status !== 'solved') throw new Error(relaxed.status);
    const root = priceBound(problem, relaxed.prices);
    const found = proofTree(highs, problem, {
      counts: countsOf(problem),
      objective,
      root,
      watch,
      relaxations,
    });
    return { prices: relaxed.prices, tree: found?.tree, complete: found?.complete === true };
  });
}

const nobody = (problem: Problem): Int32Array => new Int32Array(problem.participants.length).fill(-1);

describe('a tree of relaxations', () => {
  test('proves the optimum of every tiny problem, and the certificate agrees', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const optimum = bruteForce(problem);
        fc.pre(optimum !== null && problem.score.length > 0);
        if (optimum === null) return;
        const { prices, tree, complete } = await prove(problem, optimum);
        if (!tree) throw new Error('no tree');
        const { bound } = certify(problem, nobody(problem), { prices, tree });
        // Where amounts of 1e8 miss a limit by one, HiGHS's tolerances may end the tree early; never too low.
        if (problem.useAmount.every((amount) => Math.abs(amount) < 1e6)) expect(bound).toBe(optimum);
        else expect(bound).toBeGreaterThanOrEqual(optimum);
        // Complete is what the certificate would call it.
        if (complete) expect(bound).toBe(optimum);
      }),
      { numRuns: 300 },
    );
  });

  test('a budget that is spent gives a weaker tree, never a wrong one', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, fc.integer({ min: 1, max: 6 }), async (problem, relaxations) => {
        const optimum = bruteForce(problem);
        fc.pre(optimum !== null && problem.score.length > 0);
        const { prices, tree } = await prove(problem, optimum ?? 0, relaxations);
        if (!tree) return;
        expect(certify(problem, nobody(problem), { prices, tree }).bound).toBeGreaterThanOrEqual(
          optimum ?? 0,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('spoiled leaves and sides do not prove more than the truth', async () => {
    const spoil = (tree: ProofTree, factor: number): ProofTree => {
      if ('prices' in tree) return { prices: tree.prices.map((price) => price * factor) };
      if ('count' in tree) return { ...tree, low: spoil(tree.high, factor), high: spoil(tree.low, factor) };
      return { split: tree.split, in: spoil(tree.out, factor), out: spoil(tree.in, factor) };
    };
    await fc.assert(
      fc.asyncProperty(tinyProblem, fc.double({ min: 0, max: 1, noNaN: true }), async (problem, factor) => {
        const optimum = bruteForce(problem);
        fc.pre(optimum !== null && problem.score.length > 0);
        const { prices, tree } = await prove(problem, optimum ?? 0);
        if (!tree) return;
        const { bound } = certify(problem, nobody(problem), { prices, tree: spoil(tree, factor) });
        expect(bound).toBeGreaterThanOrEqual(optimum ?? 0);
      }),
      { numRuns: 200 },
    );
  });
});
