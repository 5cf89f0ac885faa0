/**
 * Exact answers by HiGHS (Huangfu and Hall, "Parallelizing the dual revised simplex method", 2018), compiled to
 * WebAssembly, fed with typed arrays.
 *
 * 1. First answer: the better of the warm start, arrival order and nobody placed, where feasible.
 * 2. Small counts hidden in the rows are cut to the hull of their whole pairs (cuts/count-cuts.ts).
 * 3. The relaxation (sift.ts) gives prices, the bound that anyone can recheck, and a loss for every option.
 * 4. The whole-number search splits the counts that priced equity rows turn on (by-counts.ts), and runs on the options
 *    that can matter (core.ts).
 * 5. Where that proves the best, and the prices alone do not, a tree is sought that anyone can recheck (proof/tree.ts).
 *
 * Its own bound is what HiGHS proved, rounded down to whole points. It stays within the time limit but for phases of
 * HiGHS that cannot be interrupted, and keeps the best assignment found.
 */
import type { Highs } from 'highs';
import { withCountCuts } from '../cuts/with-cuts.ts';
import { type Problem, UNPLACED } from '../problem.ts';
import type { ProofTree } from '../solution.ts';
import { gapOf, worthOf } from './assignment.ts';
import { countsOf, withCounts } from './counts.ts';
import type { Engine, EngineOptions, EngineResult, StopReason } from './engine.ts';
import { firstAnswer, type Incumbent } from './first-answer.ts';
import type { PriceBound } from './highs/bound.ts';
import { solveByCounts } from './highs/by-counts.ts';
import type { CoreResult } from './highs/core.ts';
import { withHighs } from './highs/runtime.ts';
import { withSifting } from './highs/sift.ts';
import { proofTree } from './proof/tree.ts';
import { startWatch, type Watch } from './watch.ts';

export const highs: Engine = {
  name: 'highs',
  solve: async (problem, options) => {
    const watch = startWatch(options);
    const incumbent = firstAnswer(problem, options);
    const stop = watch.stop();
    if (stop) return ended(stop, incumbent, null);
    if (problem.participant.length === 0) return nobody(problem);
    return withHighs((runtime) => search(runtime, problem, incumbent, watch, options));
  },
};

/** So many relaxations are spent on a tree that proves an optimum; it is work, not time, so that runs repeat. */
const TREE_RELAXATIONS = 8000;

function search(
  runtime: Highs,
  stated: Problem,
  start: Incumbent | null,
  watch: Watch,
  options: EngineOptions,
): EngineResult {
  const { problem, cuts } = withCountCuts(stated);
  const counts = countsOf(problem);
  const counted = withCounts(problem, counts);
  options.onProgress?.({ phase: 'relaxation', objective: start?.objective ?? null, bound: null });
  return withSifting(runtime, counted, watch, (sifting) => {
    const root = sifting.relax(new Map());
    if (root.status === 'infeasible') return impossible('exhausted');
    if (root.status === 'stopped') return ended(watch.stop() ?? 'exhausted', start, null);
    const { relaxed } = root;
    // Before a branch limits them, the rows of the counts cost nothing.
    const prices = root.prices.subarray(0, problem.constraints.length);
    if (start && options.gap > 0 && gapOf(relaxed.bound, start.objective) <= options.gap) {
      return ended('gap', start, { prices, cuts });
    }
    const result = solveByCounts({
      highs: runtime,
      sifting,
      problem: counted,
      stated: problem.constraints.length,
      counts,
      root,
      start,
      watch,
      options,
    });
    if (result.infeasible) return impossible(result.stopped);
    const tree = proofOf(runtime, problem, result, relaxed, watch, options);
    return {
      ...ended(watch.stop() ?? result.stopped, result.incumbent, { prices, cuts, ...(tree && { tree }) }),
      ownBound: result.bound,
    };
  });
}

function impossible(stopped: StopReason): EngineResult {
  return { status: 'none', infeasible: true, stopped, prices: null };
}

/** A tree for an optimum that the root's prices do not prove; null where there is none, or no need of one. */
function proofOf(
  runtime: Highs,
  problem: Problem,
  { incumbent, bound }: CoreResult,
  root: PriceBound,
  watch: Watch,
  options: EngineOptions,
): ProofTree | null {
  if (!incumbent || incumbent.objective < bound || root.bound < incumbent.objective + 1 || watch.stop())
    return null;
  const { objective } = incumbent;
  options.onProgress?.({ phase: 'proof', objective, bound });
  return proofTree(runtime, problem, { objective, root, watch, relaxations: TREE_RELAXATIONS });
}

type Proof = Pick<EngineResult, 'prices' | 'cuts' | 'tree'>;

function ended(stopped: StopReason, incumbent: Incumbent | null, proof: Proof | null): EngineResult {
  return incumbent
    ? { status: 'found', stopped, chosen: incumbent.chosen, prices: null, ...proof }
    : { status: 'none', infeasible: false, stopped, prices: null };
}

/** A problem without options: nobody is placed, and what rows ask for all the same costs its full price. */
function nobody(problem: Problem): EngineResult {
  const chosen = new Int32Array(problem.participants.length).fill(UNPLACED);
  const { objective, broken } = worthOf(problem, chosen);
  if (broken.length > 0) return { status: 'none', infeasible: true, stopped: 'exhausted', prices: null };
  const prices = problem.limit.map((limit, r) => (limit < 0 ? problem.penalty[r] : 0));
  return { status: 'found', stopped: 'gap', chosen, prices, ownBound: objective };
}
