/**
 * The engine for every size: prices first, then people.
 *
 * 1. Small whole counts hidden in the rows are cut to their integer hull (cuts/count-cuts.ts).
 * 2. Prices by a smoothed dual (priced/dual.ts): the bound that anyone can recheck, and a loss for every option.
 * 3. People are placed at these prices by annealing with limits that harden (priced/anneal.ts); ejection trees and
 *    cyclic exchanges improve it (priced/improve.ts), and it is warmed up again while that wins anything.
 * 4. Up to some thousand people, the dual simplex takes the bound down to that of the relaxation (priced/exact-prices.ts).
 *    The search stays with the smooth prices: those at a vertex of the relaxation guide it worse.
 * 5. Options whose loss is above the gap cannot be in a better assignment. Where few are left, branch and bound with cuts
 *    (branching/search.ts) finds the best and a proof of it.
 * 6. Where many are left, neighbourhoods of some hundred people are searched so, one after the other
 *    (priced/neighbourhood.ts), until few options are left, or nothing is won any more.
 *
 * It can stop between any two steps, with the best assignment so far and the best prices. Work is counted in passes,
 * nodes and steps; only the clock and the signal make an answer depend on time.
 */
import { carryBasis } from '../cuts/carry-basis.ts';
import { carryPrices } from '../cuts/carry-prices.ts';
import { countCuts } from '../cuts/count-cuts.ts';
import { withCountCuts } from '../cuts/with-count-cuts.ts';
import type { Problem } from '../problem.ts';
import type { CountCut, StopReason } from '../solution.ts';
import { gapOf } from './assignment.ts';
import { leafBound } from './branching/leaf.ts';
import { branchAndBound } from './branching/search.ts';
import type { Engine, EngineOptions, EngineResult } from './engine.ts';
import { firstAnswer, type Incumbent } from './first-answer.ts';
import type { CutRow } from './linear/program.ts';
import { priceBound } from './price-bound.ts';
import { solveDual } from './priced/dual.ts';
import { createSearch, type Search } from './priced/search.ts';
import { compile } from './priced/working.ts';
import { unmeetableRow, worstObjective } from './priced/worst.ts';
import { firstHalf, startWatch, type Watch } from './watch.ts';
import { wholeBound } from './whole-bound.ts';

/** As many options as branch and bound is worth trying on. */
const FEW_OPTIONS = 6000;
/** Up to so many people it is tried on whatever is left. */
const MOST_PEOPLE_FOR_ALL = 1000;
/** Steps of the dual simplex that it gets, in a search that nothing else ends. */
const MOST_STEPS = 2_000_000;
const CUT_ROUNDS = 40;
/** Up to so many people the relaxation is solved to its end: each step costs more with them, and there are more. */
const MOST_PEOPLE_FOR_EXACT = 3000;

export const priced: Engine = {
  name: 'priced',
  solve: async (problem, options) => {
    const watch = startWatch(options);
    const first = firstAnswer(problem, options);
    const stop = watch.stop();
    if (stop) return ended(stop, first, { prices: null });
    const counts = countCuts(problem);
    if (counts.impossible >= 0 || unmeetableRow(problem) >= 0) return impossible();
    const carried = carriedPrices(problem, counts.cuts, options);
    if (carried && first) {
      const known = boundOf(problem, counts.cuts, carried);
      options.onProgress?.({ phase: 'prices', objective: first.objective, bound: known });
      if (isClose(first, known, options)) return ended('gap', first, proofBy(carried, counts.cuts, known));
    }
    const whole = withCountCuts(problem, counts);
    const working = compile(whole);
    const worst = worstObjective(problem);
    const half = firstHalf(watch);
    const { prices, bound, cut } = solveDual(working, half, {
      ...(carried && { start: carried }),
      enough: (sofar) => {
        options.onProgress?.({ phase: 'prices', objective: first?.objective ?? null, bound: sofar });
        return sofar < worst || isClose(first, sofar, options);
      },
    });
    if (bound < worst - 1) return impossible();
    const cutShort = watch.stop();
    if (cutShort) return ended(cutShort, first, proofBy(prices, counts.cuts, bound));
    if (first && isClose(first, bound, options))
      return ended('gap', first, proofBy(prices, counts.cuts, bound));
    // Prices that the clock cut short make all that follows depend on it, and the answer must say so.
    const early = cut ? half.stop() : null;
    const told = (result: EngineResult): EngineResult =>
      early ? { ...result, stopped: watch.stop() ?? early } : result;
    const isPrelude = problem.participants.length <= MOST_PEOPLE_FOR_ALL;
    const search = createSearch({ problem, whole, working, prices, first, isPrelude, watch, options });
    search.improve();
    const stopped = stopOf(search, watch, options);
    if (stopped) return told(ended(stopped, search.best(), proofBy(prices, counts.cuts, bound)));
    if (!isPrelude && whole.participants.length <= MOST_PEOPLE_FOR_EXACT) search.prove();
    if (!isPrelude && search.optionsLeft() > FEW_OPTIONS) search.neighbourhoods(FEW_OPTIONS);
    const proof = search.proof();
    const late = isPrelude ? null : stopOf(search, watch, options);
    if (late) return told(ended(late, search.best(), proofBy(proof.prices, counts.cuts, proof.bound)));
    return told(searchAll(problem, whole, search.best(), proof.prices, counts.cuts, watch, options));
  },
};

/** Prices of a former run, per row and within the penalties of this one, then per cut; null where there are none. */
function carriedPrices(
  { limit, penalty }: Problem,
  cuts: readonly CountCut[],
  { warmPrices, warmCuts = [] }: EngineOptions,
): Float64Array | null {
  if (!warmPrices) return null;
  const carried = carryPrices(warmPrices, warmCuts, limit.length, cuts);
  return carried.map((price, r) => (r < limit.length ? Math.min(price, penalty[r]) : price));
}

/** The bound by prices of the constraints and of cuts beside them, without a copy of the problem with these as its rows. */
function boundOf(problem: Problem, cuts: readonly CountCut[], prices: Float64Array): number {
  const constraints = problem.limit.length;
  const none = new Int32Array(0);
  const rows = cuts.map(({ a, b, facet: [ca, cb, limit] }, i): CutRow => {
    if (prices[constraints + i] === 0)
      return { options: none, coefficients: new Float64Array(0), limit, overruns: [] };
    const coefficients = new Float64Array(a.length + b.length).fill(ca, 0, a.length).fill(cb, a.length);
    return { options: Int32Array.of(...a, ...b), coefficients, limit, overruns: [] };
  });
  return leafBound(problem, rows, prices, []).bound;
}

/** Step 5. */
function searchAll(
  stated: Problem,
  whole: Problem,
  start: Incumbent | null,
  prices: Float64Array,
  cuts: readonly CountCut[],
  watch: Watch,
  options: EngineOptions,
): EngineResult {
  const root = { ...priceBound(whole, prices), prices };
  const { gap, onProgress, warmBasis, warmCuts = [] } = options;
  const searched = branchAndBound({
    stated,
    problem: whole,
    root,
    start,
    basis: warmBasis ? carryBasis(warmBasis, warmCuts, stated.limit.length, cuts) : null,
    gap,
    watch,
    steps: MOST_STEPS,
    cutRounds: CUT_ROUNDS,
    onProgress: (best, bound) => {
      onProgress?.({ phase: 'branching', objective: best?.objective ?? null, bound: wholeBound(bound) });
    },
  });
  if (!searched) return ended(watch.stop() ?? 'exhausted', start, proofBy(prices, cuts, root.bound));
  const { incumbent, bound, tree, basis, isComplete } = searched;
  if (isComplete && incumbent === null) return impossible();
  const stopped = isComplete ? 'gap' : (watch.stop() ?? 'exhausted');
  const proof = { prices: searched.prices, cuts: [...cuts, ...searched.cuts], ownBound: wholeBound(bound) };
  return { ...ended(stopped, incumbent, proof), basis, ...(tree && { tree }) };
}

/** Why to stop now, if at all: the gap is reached, or clock or signal say so. */
function stopOf(search: Search, watch: Watch, options: EngineOptions): StopReason | null {
  return isClose(search.best(), search.proof().bound, options) ? 'gap' : watch.stop();
}

function isClose(best: Incumbent | null, bound: number, { gap }: EngineOptions): boolean {
  return best !== null && gapOf(wholeBound(bound), best.objective) <= gap;
}

function impossible(): EngineResult {
  return { status: 'none', infeasible: true, stopped: 'exhausted', prices: null };
}

type Proof = Pick<EngineResult, 'prices' | 'cuts' | 'ownBound'>;

/** What prices prove, with the count cuts that have one: four of five have none, and a proof is as long as its cuts. */
function proofBy(prices: Float64Array, counts: readonly CountCut[], bound: number): Proof {
  const constraints = prices.length - counts.length;
  const cuts = counts.filter((_, i) => prices[constraints + i] > 0);
  return {
    prices: prices.filter((price, r) => r < constraints || price > 0),
    cuts,
    ownBound: wholeBound(bound),
  };
}

function ended(stopped: StopReason, best: Incumbent | null, proof: Proof): EngineResult {
  return best
    ? { status: 'found', stopped, chosen: best.chosen, ...proof }
    : { status: 'none', infeasible: false, stopped, ...proof };
}
