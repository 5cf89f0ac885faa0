/**
 * The exact search by HiGHS.
 *
 * 1. Small counts hidden in the rows are cut to the hull of their whole pairs (cuts/count-cuts.ts).
 * 2. The relaxation (sift.ts) gives prices, the bound that anyone can recheck, and a loss for every option.
 * 3. The whole-number search splits the counts that priced equity rows turn on (by-counts.ts), and runs on the options
 *    that can matter (core.ts).
 * 4. Where that proves the best, and the prices alone do not, a tree is sought that anyone can recheck (proof/tree.ts).
 */
import type { Highs } from 'highs';
import { countCuts } from '../../cuts/count-cuts.ts';
import { withCountCuts } from '../../cuts/with-count-cuts.ts';
import type { Problem } from '../../problem.ts';
import { gapOf } from '../assignment.ts';
import { countsOf, withCounts } from '../counts.ts';
import type { EngineOptions, EngineResult, StopReason } from '../engine.ts';
import type { Incumbent } from '../first-answer.ts';
import { proveOptimum } from '../proof/prove.ts';
import type { Watch } from '../watch.ts';
import { solveByCounts } from './by-counts.ts';
import { withSifting } from './sift.ts';

/** What is known before the search: an assignment to beat, and a proof to fall back on where time runs out early. */
export interface Known {
  readonly start: Incumbent | null;
  readonly proof: Proof | null;
}

/** The exact search, from what is known to an optimum with a proof that anyone can recheck, or as far as it gets. */
export function searchExactly(
  runtime: Highs,
  stated: Problem,
  { start, proof }: Known,
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
    if (root.status === 'stopped') return ended(watch.stop() ?? 'exhausted', start, proof);
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

export type Proof = Pick<EngineResult, 'prices' | 'cuts' | 'tree'>;

export function ended(stopped: StopReason, incumbent: Incumbent | null, proof: Proof | null): EngineResult {
  return incumbent
    ? { status: 'found', stopped, chosen: incumbent.chosen, prices: null, ...proof }
    : { status: 'none', infeasible: false, stopped, prices: null };
}
