/**
 * The root of a search: its relaxation, tightened by cuts for as long as these lower the bound.
 *
 * 1. The relaxation is solved over the options in hand; those that are worth more at its prices get a column too.
 * 2. Cuts that it breaks are found (mixed-cuts.ts) and become rows; those that hold nothing any more go.
 * 3. It ends when nothing whole is left below the bound, when no cut is found, or when rounds win too little; the search
 *    then goes on with the tight cuts alone.
 */
import { type Problem, UNPLACED } from '../../problem.ts';
import type { CutRow } from '../linear/program.ts';
import { leafBound } from './leaf.ts';
import { withoutLoose } from './loose-cuts.ts';
import { type CutScope, createCutFinder, type FoundCut } from './mixed-cuts.ts';
import { createRelaxation, type Relaxation, type Relaxed } from './relaxation.ts';

export interface Root {
  readonly relaxation: Relaxation;
  readonly solved: Relaxed;
  readonly cuts: readonly FoundCut[];
  /** In points, over all options. */
  readonly bound: number;
  /** Steps made before the relaxation at hand. */
  readonly stepsBefore: number;
}

export interface RootTask extends CutScope {
  readonly options: Int32Array;
  /** Per row, and what each participant's best is worth at them. */
  readonly prices: Float64Array;
  readonly best: Float64Array;
  /** A bound below this is as good as needed. */
  readonly wanted: () => number;
  /** Told of every solved relaxation; true stops. */
  readonly onSolved: (relaxation: Relaxation, solved: Relaxed, bound: number) => boolean;
  /** At most so many steps of the dual simplex. */
  readonly steps: number;
  readonly mostRounds: number;
}

/** Rounds that win less than this share of what is missing, so many in a row, are the last. */
const LEAST_SHARE = 0.03;
const MOST_POOR_ROUNDS = 3;
/** A bound over all options this close to that of the columns is as good. */
const CLOSE = 0.01;
const MOST_TURNS = 10;

/** Null where so many steps were not enough for the first relaxation. */
export function solveRoot(task: RootTask): Root | null {
  const { problem, told, wanted } = task;
  const findCuts = createCutFinder(task);
  const kept = (r: number): boolean => r >= told;
  let cuts: readonly FoundCut[] = [];
  let relaxation = createRelaxation(problem, [], task.options, task, kept);
  let stepsBefore = 0;
  let root: Root | null = null;
  let poor = 0;
  let isOver = false;
  for (let round = 0; ; round++) {
    const rows = cuts.map(({ row }) => row);
    const solved = solveOver(problem, rows, relaxation, wanted, task.steps - stepsBefore);
    if (!solved) return root;
    const { relaxed, bound, best } = solved;
    poor = root && root.bound - bound < LEAST_SHARE * (root.bound - wanted()) ? poor + 1 : 0;
    root = { relaxation, solved: relaxed, cuts, bound, stepsBefore };
    if (task.onSolved(relaxation, relaxed, bound)) return root;
    if (bound < wanted() || !relaxed.optimal) return root;
    isOver ||= round >= task.mostRounds || poor >= MOST_POOR_ROUNDS;
    const found: readonly FoundCut[] = isOver ? [] : findCuts(relaxation, relaxed, rows);
    isOver ||= found.length === 0;
    const ofCuts = Float64Array.of(...relaxed.prices.subarray(problem.limit.length), ...found.map(() => 1));
    const tight = withoutLoose([...cuts, ...found], ofCuts, told - task.stated);
    if (isOver && tight.cuts.length === cuts.length) return root;
    const prices = Float64Array.of(
      ...relaxed.prices.subarray(0, problem.limit.length),
      ...tight.from.map((c) => (c < cuts.length ? ofCuts[c] : 0)),
    );
    stepsBefore += relaxation.steps();
    cuts = tight.cuts;
    relaxation = createRelaxation(
      problem,
      cuts.map(({ row }) => row),
      relaxation.options(),
      { prices, best },
      kept,
    );
  }
}

/** Solves, and again with the options that turn out to be worth more at its prices, until the bound is that of all. */
function solveOver(
  problem: Problem,
  rows: readonly CutRow[],
  relaxation: Relaxation,
  wanted: () => number,
  steps: number,
): { readonly relaxed: Relaxed; readonly bound: number; readonly best: Float64Array } | null {
  for (let turn = 1; ; turn++) {
    const relaxed = relaxation.solve(wanted(), steps - relaxation.steps());
    if (!relaxed) return null;
    const at = leafBound(problem, rows, relaxed.prices, []);
    const more = at.best.filter((option) => option !== UNPLACED && relaxation.columnOf(option) < 0);
    if (more.length === 0 || turn === MOST_TURNS || at.bound - relaxed.bound < CLOSE) {
      return { relaxed, bound: at.bound, best: at.worth };
    }
    relaxation.add(Array.from(more));
  }
}
