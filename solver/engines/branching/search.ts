/**
 * Branch and bound that leaves a proof: the tree that it searched, with prices at its leaves, for the certificate to
 * replay (VIPR, Cheung, Gleixner and Steffy 2017).
 *
 * 1. The root is tightened by cuts (root.ts). It works on the options that lose little at the root's prices; the others
 *    take part in the leaves' bounds, where some may turn out to be worth a column after all: then they get one.
 * 2. At a node that is worth more than the best known by a point or more, it is decided how to split it (choice.ts).
 * 3. The sides are searched in turn (tree-search.ts), which finds whole assignments on the way: a relaxation that picks
 *    whole options, and keeps the rows as stated, is the new best.
 * 4. Where the best known is far off, a second search hopes for one close to the root's bound (in-turns.ts).
 *
 * Cost: some dozen to some hundred steps of the dual simplex a node. Same problem, same tree, but for the clock.
 */
import { type Problem, UNPLACED } from '../../problem.ts';
import type { Cut, ProofTree, WarmBasis } from '../../solution.ts';
import { countsOf, withCounts } from '../counts.ts';
import type { Incumbent } from '../first-answer.ts';
import type { Watch } from '../watch.ts';
import { createBestKnown } from './best-known.ts';
import { createBudget } from './budget.ts';
import { searchInTurns } from './in-turns.ts';
import { withoutRowsOfCounts } from './leaf-prices.ts';
import { type Root, solveRoot } from './root.ts';
import { type SearchState, searchState } from './search-state.ts';
import type { SearchedTree } from './tree-search.ts';

export interface BranchingTask {
  readonly stated: Problem;
  /** With count cuts as further rows; the tree is told in its terms. */
  readonly problem: Problem;
  /** Prices of its rows, what each participant's best is worth at them, and every option's loss. */
  readonly root: {
    readonly bound: number;
    readonly prices: Float64Array;
    readonly best: Float64Array;
    readonly loss: Float64Array;
  };
  readonly start: Incumbent | null;
  /** That of a former run, rows in the terms of `problem`. */
  readonly basis?: WarmBasis | null;
  /** The gap at which a node counts as settled. */
  readonly gap: number;
  readonly watch: Watch;
  /** At most so many steps of the dual simplex, as many nodes solved, and so many rounds of cuts at the root, are made. */
  readonly steps: number;
  readonly cutRounds: number;
  /** Told now and then; the bound is in points, over all that is open. */
  readonly onProgress?: (best: Incumbent | null, bound: number) => void;
}

export interface Branched {
  readonly incumbent: Incumbent | null;
  /** In points, by this arithmetic: no assignment is worth more. */
  readonly bound: number;
  /** Prices of the root, per row of the problem and per cut. */
  readonly prices: Float64Array;
  /** Cuts beyond those of the problem. */
  readonly cuts: readonly Cut[];
  /** That of the relaxation before cuts beyond those of the problem. */
  readonly basis: WarmBasis;
  /** What proves the bound beyond these prices. */
  readonly tree: ProofTree | null;
  /** Nothing is left to search: the best is within the gap, or, where there is none, nothing is feasible. */
  readonly isComplete: boolean;
  /** Steps of the dual simplex that were made. */
  readonly steps: number;
}

/** The columns that the search starts with. */
const CORE_OPTIONS_A_PERSON = 8;
const LEAST_CORE = 2000;

/** Searches for the best assignment and proves that it is. Null where the budget was not enough for the root. */
export function branchAndBound(task: BranchingTask): Branched | null {
  const { stated, watch } = task;
  const counts = countsOf(stated);
  const problem = withCounts(task.problem, counts);
  const told = task.problem.limit.length;
  const best = createBestKnown(stated, task.start, task.gap);
  const root = solveRoot({
    problem,
    stated: stated.limit.length,
    told,
    options: leastLoss(task),
    start: task.basis
      ? { basis: task.basis }
      : { prices: padded(task.root.prices, problem.limit.length), best: task.root.best },
    wanted: best.wanted,
    onSolved: (relaxation, solved, bound) => {
      best.note(relaxation, solved);
      watch.spend(relaxation.steps() * relaxation.size());
      task.onProgress?.(best.get(), bound);
      return watch.stop() !== null;
    },
    steps: task.steps,
    mostRounds: task.cutRounds,
  });
  if (!root) return null;
  const { relaxation } = root;
  const cuts = root.cuts.map(({ row }) => row);
  const budget = createBudget(watch, task.steps, root.stepsBefore + relaxation.steps());
  const search = searchState({ stated, problem, told, counts, cuts, relaxation, best, budget });
  const searched = searchInTurns(search, root, task.root.bound, (bound) =>
    task.onProgress?.(best.get(), bound),
  );
  return { ...answerOf(search, root, searched), steps: budget.steps() };
}

function answerOf(
  { problem, told, best }: SearchState,
  root: Root,
  { tree, unsettled }: SearchedTree,
): Omit<Branched, 'steps'> {
  const incumbent = best.get();
  const isComplete = unsettled === Number.NEGATIVE_INFINITY;
  const bound = Math.min(root.bound, Math.max(unsettled, Math.round(best.wanted() - 1)));
  const provesMore = tree !== null && incumbent !== null && (isComplete || bound < root.bound);
  // A tree of one leaf is no more than its prices.
  const single = provesMore && 'prices' in tree ? Float64Array.from(tree.prices) : null;
  return {
    incumbent,
    bound,
    prices: single ?? withoutRowsOfCounts({ problem, told }, root.solved.prices),
    cuts: root.cuts.map(({ cut }) => cut),
    basis: toldBasis(root.plainBasis, told),
    tree: provesMore && single === null ? tree : null,
    isComplete,
  };
}

/** Without the rows of counts, which no branch holds at the root. */
function toldBasis(basis: WarmBasis, told: number): WarmBasis {
  return { ...basis, tight: basis.tight.filter((r) => r < told) };
}

function padded(prices: Float64Array, length: number): Float64Array {
  const more = new Float64Array(length);
  more.set(prices);
  return more;
}

/** The options to start with, in rising order: those of the smallest losses, of the basis to start from, and of the assignment to beat. */
function leastLoss({ problem, root: { loss, bound }, start, basis }: BranchingTask): Int32Array {
  const most = Math.max(LEAST_CORE, CORE_OPTIONS_A_PERSON * problem.participants.length);
  const reach = start === null ? Number.POSITIVE_INFINITY : bound - start.objective;
  let all = Array.from(loss.keys()).filter((option) => loss[option] <= reach);
  if (all.length > most) all = all.sort((a, b) => loss[a] - loss[b] || a - b).slice(0, most);
  const own = start ? Array.from(start.chosen).filter((option) => option !== UNPLACED) : [];
  return Int32Array.from(new Set([...all, ...own, ...(basis?.options ?? [])])).sort();
}
