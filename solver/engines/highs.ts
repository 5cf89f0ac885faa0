/**
 * Exact answers by HiGHS (Huangfu and Hall, "Parallelizing the dual revised simplex method", 2018), compiled to
 * WebAssembly, fed with typed arrays.
 *
 * 1. First answer: the better of the warm start, one after the other by lottery, and nobody placed, where feasible.
 * 2. The exact search goes on from there (highs/exact.ts).
 *
 * Its own bound is what HiGHS proved, rounded down to whole points. It stays within the time limit but for phases of
 * HiGHS that cannot be interrupted, and keeps the best assignment found.
 */
import { type Problem, UNPLACED } from '../problem.ts';
import { worthOf } from './assignment.ts';
import type { Engine, EngineResult } from './engine.ts';
import { firstAnswer } from './first-answer.ts';
import { ended, searchExactly } from './highs/exact.ts';
import { withHighs } from './highs/runtime.ts';
import { startWatch } from './watch.ts';

export const highs: Engine = {
  name: 'highs',
  solve: async (problem, options) => {
    const watch = startWatch(options);
    const incumbent = firstAnswer(problem, options);
    const stop = watch.stop();
    if (stop) return ended(stop, incumbent);
    if (problem.participant.length === 0) return nobody(problem);
    return withHighs((runtime) => searchExactly(runtime, problem, incumbent, watch, options));
  },
};

/** A problem without options: nobody is placed, and what rows ask for all the same costs its full price. */
function nobody(problem: Problem): EngineResult {
  const chosen = new Int32Array(problem.participants.length).fill(UNPLACED);
  const { objective, broken } = worthOf(problem, chosen);
  if (broken.length > 0) return { status: 'none', infeasible: true, stopped: 'exhausted', prices: null };
  const prices = problem.limit.map((limit, r) => (limit < 0 ? problem.penalty[r] : 0));
  return { status: 'found', stopped: 'gap', chosen, prices, ownBound: objective };
}
