/**
 * The engine for every size: prices first, then people.
 *
 * 1. Small whole counts hidden in the rows are cut to their integer hull (cuts/count-cuts.ts).
 * 2. Prices by a smoothed dual (priced/dual.ts): the bound that anyone can recheck, and a loss for every option.
 * 3. People are placed at these prices by annealing with limits that harden (priced/anneal.ts); ejection trees and
 *    cyclic exchanges improve it (priced/improve.ts), and it is warmed up again while that wins anything.
 * 4. Of a district's size, the exact search takes over with that answer to beat (highs/exact.ts).
 * 5. In larger problems, options whose loss is above the gap cannot be in a better assignment. Where few are left, HiGHS solves what is left
 *    exactly (highs/core.ts).
 * 6. Where many are left, neighbourhoods of some hundred people are solved exactly, one after the other
 *    (priced/neighbourhood.ts), until few options are left, or nothing is won any more.
 *
 * It can stop between any two steps, with the best assignment so far and the best prices. Work is counted in passes,
 * nodes and iterations; only the clock and the signal make an answer depend on time.
 */
import type { Highs } from 'highs';
import { carryPrices } from '../cuts/carry-prices.ts';
import { countCuts } from '../cuts/count-cuts.ts';
import { withCountCuts } from '../cuts/with-count-cuts.ts';
import type { Problem } from '../problem.ts';
import type { Cut, StopReason } from '../solution.ts';
import { gapOf } from './assignment.ts';
import type { Engine, EngineOptions, EngineResult } from './engine.ts';
import { firstAnswer, type Incumbent } from './first-answer.ts';
import { priceBound } from './highs/bound.ts';
import { CORE_OPTIONS_A_PERSON, solveByCore, wholeBound } from './highs/core.ts';
import { searchExactly } from './highs/exact.ts';
import { shapeOf } from './highs/model.ts';
import { withHighs } from './highs/runtime.ts';
import { solveDual } from './priced/dual.ts';
import { createSearch, type Search } from './priced/search.ts';
import { compile } from './priced/working.ts';
import { unmeetableRow, worstObjective } from './priced/worst.ts';
import { proveOptimum } from './proof/prove.ts';
import { startWatch, type Watch } from './watch.ts';

/** As many options as HiGHS settles in some seconds. */
const FEW_OPTIONS = 6000;
/** As many as are worth an attempt once nothing else helps. */
const SOME_OPTIONS = 12_000;
/** Up to so many people the exact search comes to an end by itself. */
const MOST_PEOPLE_FOR_EXACT = 1000;

export const priced: Engine = {
  name: 'priced',
  solve: async (problem, options) => {
    const watch = startWatch(options);
    const first = firstAnswer(problem, options);
    const stop = watch.stop();
    if (stop) return ended(stop, first, null, []);
    const counts = countCuts(problem);
    if (counts.impossible >= 0 || unmeetableRow(problem) >= 0) return impossible();
    const whole = withCountCuts(problem, counts);
    const working = compile(whole);
    const worst = worstObjective(problem);
    const half = firstHalf(watch);
    const { prices, bound, cut } = solveDual(working, half, {
      ...(options.warmPrices && {
        start: carryPrices(options.warmPrices, options.warmCuts ?? [], problem.limit.length, counts.cuts),
      }),
      enough: (sofar) => {
        options.onProgress?.({ phase: 'prices', objective: first?.objective ?? null, bound: sofar });
        return sofar < worst || isClose(first, sofar, options);
      },
    });
    if (bound < worst - 1) return impossible();
    const cutShort = watch.stop();
    if (cutShort) return ended(cutShort, first, prices, counts.cuts, bound);
    if (first && isClose(first, bound, options)) return ended('gap', first, prices, counts.cuts, bound);
    // Prices that the clock cut short make all that follows depend on it, and the answer must say so.
    const told = (result: EngineResult): EngineResult =>
      cut && half.stop() ? { ...result, stopped: watch.stop() ?? 'time' } : result;
    const search = createSearch({ problem, whole, working, prices, first, watch, options });
    search.improve();
    const stopped = stopOf(search, watch, options);
    if (stopped) return told(ended(stopped, search.best(), prices, counts.cuts, bound));
    if (problem.participants.length <= MOST_PEOPLE_FOR_EXACT) {
      const known = { start: search.best(), proof: { prices, cuts: counts.cuts } };
      return told(await withHighs((highs) => searchExactly(highs, problem, known, watch, options)));
    }
    return told(
      await withHighs((highs) => finish(highs, problem, whole, search, prices, counts.cuts, watch, options)),
    );
  },
};

/** Half of the time that is left, so that people are placed even where prices take long. */
function firstHalf(watch: Watch): Watch {
  const kept = watch.leftMs() / 2;
  return {
    stop: () => watch.stop() ?? (watch.leftMs() < kept ? 'time' : null),
    leftMs: watch.leftMs,
  };
}

/** Steps 4 and 5. */
function finish(
  highs: Highs,
  problem: Problem,
  whole: Problem,
  search: Search,
  prices: Float64Array,
  cuts: readonly Cut[],
  watch: Watch,
  options: EngineOptions,
): EngineResult {
  if (search.optionsLeft() > FEW_OPTIONS) {
    search.neighbourhoods(highs, FEW_OPTIONS);
    const stopped = stopOf(search, watch, options);
    if (stopped) return ended(stopped, search.best(), prices, cuts, search.bound);
    if (search.optionsLeft() > SOME_OPTIONS)
      return ended('exhausted', search.best(), prices, cuts, search.bound);
  }
  const relaxed = priceBound(whole, prices);
  const start = search.best();
  const core = solveByCore({
    highs,
    shape: shapeOf(whole),
    relaxed,
    start,
    watch,
    options,
    coreOptions: CORE_OPTIONS_A_PERSON * whole.participants.length,
  });
  if (core.infeasible) return impossible();
  const tree = proveOptimum(highs, problem, whole, { ...core, root: relaxed }, watch, options);
  const result = ended(watch.stop() ?? core.stopped, core.incumbent, prices, cuts, core.bound);
  return tree ? { ...result, tree } : result;
}

/** Why to stop now, if at all: the gap is reached, or clock or signal say so. */
function stopOf(search: Search, watch: Watch, options: EngineOptions): StopReason | null {
  return isClose(search.best(), search.bound, options) ? 'gap' : watch.stop();
}

function isClose(best: Incumbent | null, bound: number, { gap }: EngineOptions): boolean {
  return best !== null && gapOf(wholeBound(bound), best.objective) <= gap;
}

function impossible(): EngineResult {
  return { status: 'none', infeasible: true, stopped: 'exhausted', prices: null };
}

function ended(
  stopped: StopReason,
  best: Incumbent | null,
  prices: Float64Array | null,
  cuts: readonly Cut[],
  bound = Number.POSITIVE_INFINITY,
): EngineResult {
  const proof = prices ? { prices, cuts, ownBound: wholeBound(bound) } : { prices: null };
  return best
    ? { status: 'found', stopped, chosen: best.chosen, ...proof }
    : { status: 'none', infeasible: false, stopped, ...proof };
}
