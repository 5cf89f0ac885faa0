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
import { countCuts } from '../cuts/count-cuts.ts';
import { withCountCuts } from '../cuts/with-count-cuts.ts';
import { type Problem, UNPLACED } from '../problem.ts';
import { gapOf, worthOf } from './assignment.ts';
import { countsOf, withCounts } from './counts.ts';
import type { Engine, EngineOptions, EngineResult, StopReason } from './engine.ts';
import { firstAnswer, type Incumbent } from './first-answer.ts';
import { solveByCounts } from './highs/by-counts.ts';
import { withHighs } from './highs/runtime.ts';
import { withSifting } from './highs/sift.ts';
import { proveOptimum } from './proof/prove.ts';
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

function search(
  runtime: Highs,
  stated: Problem,
  start: Incumbent | null,
  watch: Watch,
  options: EngineOptions,
): EngineResult {
  const found = countCuts(stated);
  if (found.impossible >= 0) return impossible('exhausted');
  const { cuts } = found;
  const problem = withCountCuts(stated, found);
  const counts = countsOf(stated);
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
    const belief = { ...result, root: relaxed };
    const tree = proveOptimum(runtime, stated, problem, belief, watch, options);
    return {
      ...ended(watch.stop() ?? result.stopped, result.incumbent, { prices, cuts, ...(tree && { tree }) }),
      ownBound: result.bound,
    };
  });
}

function impossible(stopped: StopReason): EngineResult {
  return { status: 'none', infeasible: true, stopped, prices: null };
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
