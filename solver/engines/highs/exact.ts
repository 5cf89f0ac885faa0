/**
 * The exact search by HiGHS.
 *
 * 1. Small counts hidden in the rows are cut to the hull of their whole pairs (cuts/count-cuts.ts).
 * 2. The relaxation (sift.ts) gives prices, the bound that anyone can recheck, and a loss for every option.
 * 3. The whole-number search splits the counts that priced equity rows turn on (by-counts.ts), and runs on the options
 *    that can matter (core.ts).
 * 4. Where that proves the best, and the prices alone do not, or where it comes to an end without the best, cuts and a
 *    tree are sought that anyone can recheck (branching/search.ts).
 */
import type { Highs } from 'highs';
import { countCuts } from '../../cuts/count-cuts.ts';
import { withCountCuts } from '../../cuts/with-count-cuts.ts';
import type { Problem } from '../../problem.ts';
import type { Cut } from '../../solution.ts';
import { gapOf } from '../assignment.ts';
import { branchAndBound } from '../branching/search.ts';
import { countsOf, withCounts } from '../counts.ts';
import type { EngineOptions, EngineResult, StopReason } from '../engine.ts';
import type { Incumbent } from '../first-answer.ts';
import type { PriceBound } from '../price-bound.ts';
import type { Watch } from '../watch.ts';
import { solveByCounts } from './by-counts.ts';
import type { CoreResult } from './core.ts';
import { withSifting } from './sift.ts';

/** Steps of the dual simplex, and rounds of cuts, that are spent on a proof; it is work, not time, so that runs repeat. */
const PROOF_STEPS = 400_000;
const PROOF_CUT_ROUNDS = 40;

/** The exact search, from an assignment to beat to an optimum with a proof that anyone can recheck, or as far as it gets. */
export function searchExactly(
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
    if (root.status === 'stopped') return ended(watch.stop() ?? 'exhausted', start);
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
    const settled = settle(stated, problem, result, { ...relaxed, prices }, cuts, watch, options);
    if (settled === 'infeasible') return impossible('exhausted');
    const { incumbent, bound, ...proof } = settled;
    return { ...ended(watch.stop() ?? result.stopped, incumbent, proof), ownBound: bound };
  });
}

/**
 * What proves the bound to anyone: prices, and where these stop above an optimum that HiGHS believes in, cuts and a tree. The same search decides
 * what HiGHS could not: where all that it found broke a row by less than it can tell, at amounts of 1e8.
 */
function settle(
  stated: Problem,
  problem: Problem,
  { incumbent, bound, stopped }: CoreResult,
  root: PriceBound & { readonly prices: Float64Array },
  cuts: readonly Cut[],
  watch: Watch,
  options: EngineOptions,
): Settled | 'infeasible' {
  const plain = { incumbent, bound, prices: root.prices, cuts };
  const isOpen = incumbent === null || incumbent.objective < bound;
  if (isOpen ? stopped !== 'exhausted' : root.bound < incumbent.objective + 1) return plain;
  if (watch.stop()) return plain;
  options.onProgress?.({ phase: 'proof', objective: incumbent?.objective ?? null, bound });
  const work = { steps: PROOF_STEPS, cutRounds: PROOF_CUT_ROUNDS };
  const found = branchAndBound({ stated, problem, root, start: incumbent, gap: 0, watch, ...work });
  if (!found) return plain;
  const { tree, incumbent: best } = found;
  if (best === null && found.isComplete) return 'infeasible';
  return {
    incumbent: best,
    bound: found.isComplete && best ? best.objective : bound,
    prices: found.prices,
    cuts: [...cuts, ...found.cuts],
    ...(tree && { tree }),
  };
}

function impossible(stopped: StopReason): EngineResult {
  return { status: 'none', infeasible: true, stopped, prices: null };
}

type Proof = Pick<EngineResult, 'prices' | 'cuts' | 'tree'>;

interface Settled extends Proof, Pick<CoreResult, 'incumbent' | 'bound'> {}

/** `proof` is none where the search stopped before it had any. */
export function ended(stopped: StopReason, incumbent: Incumbent | null, proof?: Proof): EngineResult {
  return incumbent
    ? { status: 'found', stopped, chosen: incumbent.chosen, prices: null, ...proof }
    : { status: 'none', infeasible: false, stopped, prices: null };
}
