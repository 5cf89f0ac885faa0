/**
 * Exact answers by HiGHS (Huangfu and Hall, "Parallelizing the dual revised simplex method", 2018), compiled to
 * WebAssembly, fed with typed arrays.
 *
 * 1. First answer: the better of the warm start, arrival order and nobody placed, where feasible.
 * 2. The relaxation (sift.ts) gives prices, the bound that anyone can recheck, and a loss for every option.
 * 3. The whole-number search runs on the options that can matter (core.ts).
 *
 * Its own bound is what HiGHS proved, rounded down to whole points. It stays within the time limit but for phases of
 * HiGHS that cannot be interrupted, and keeps the best assignment found.
 */
import type { Highs } from 'highs';
import { type Problem, UNPLACED } from '../problem.ts';
import { gapOf, worthOf } from './assignment.ts';
import type { Engine, EngineOptions, EngineResult, StopReason } from './engine.ts';
import { firstAnswer, type Incumbent } from './first-answer.ts';
import { CORE_OPTIONS_A_PERSON, solveByCore } from './highs/core.ts';
import { shapeOf } from './highs/model.ts';
import { withHighs } from './highs/runtime.ts';
import { sift } from './highs/sift.ts';
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
  problem: Problem,
  incumbent: Incumbent | null,
  watch: Watch,
  options: EngineOptions,
): EngineResult {
  const shape = shapeOf(problem);
  options.onProgress?.({ phase: 'relaxation', objective: incumbent?.objective ?? null, bound: null });
  const relaxed = sift(runtime, shape, watch);
  if (relaxed.status === 'infeasible') {
    return { status: 'none', infeasible: true, stopped: 'exhausted', prices: null };
  }
  if (relaxed.status === 'stopped') return ended(watch.stop() ?? 'exhausted', incumbent, null);
  if (incumbent && options.gap > 0 && gapOf(relaxed.relaxed.bound, incumbent.objective) <= options.gap) {
    return ended('gap', incumbent, relaxed.prices);
  }
  const result = solveByCore({
    highs: runtime,
    shape,
    relaxed: relaxed.relaxed,
    start: incumbent,
    watch,
    options,
    coreOptions: CORE_OPTIONS_A_PERSON * problem.participants.length,
  });
  if (result.infeasible) {
    return { status: 'none', infeasible: true, stopped: result.stopped, prices: relaxed.prices };
  }
  return { ...ended(result.stopped, result.incumbent, relaxed.prices), ownBound: result.bound };
}

function ended(stopped: StopReason, incumbent: Incumbent | null, prices: Float64Array | null): EngineResult {
  return incumbent
    ? { status: 'found', stopped, chosen: incumbent.chosen, prices }
    : { status: 'none', infeasible: false, stopped, prices };
}

/** A problem without options: nobody is placed, and what rows ask for all the same costs its full price. */
function nobody(problem: Problem): EngineResult {
  const chosen = new Int32Array(problem.participants.length).fill(UNPLACED);
  const { objective, broken } = worthOf(problem, chosen);
  if (broken.length > 0) return { status: 'none', infeasible: true, stopped: 'exhausted', prices: null };
  const prices = problem.limit.map((limit, r) => (limit < 0 ? problem.penalty[r] : 0));
  return { status: 'found', stopped: 'gap', chosen, prices, ownBound: objective };
}
