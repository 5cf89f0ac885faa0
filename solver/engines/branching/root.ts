/**
 * The root of a search: its relaxation, tightened by cuts for as long as these lower the bound.
 *
 * 1. The relaxation is solved over the options in hand; those that are worth more at its prices get a column too.
 * 2. Cuts that it breaks are found (mixed-cuts.ts) and become rows; those that hold nothing any more go.
 * 3. It ends when nothing whole is left below the bound, when no cut is found, or when rounds win too little: first with
 *    cuts that rest on few entries, then with long ones, which are kept only where they win much.
 */
import { type Problem, UNPLACED } from '../../problem.ts';
import type { WarmBasis } from '../../solution.ts';
import type { CutRow } from '../linear/program.ts';
import { leafBound } from './leaf.ts';
import { withoutLoose } from './loose-cuts.ts';
import { type CutScope, createCutFinder, type FoundCut } from './mixed-cuts.ts';
import { createRelaxation, type Relaxation, type RelaxationStart, type Relaxed } from './relaxation.ts';

export interface Root {
  readonly relaxation: Relaxation;
  readonly solved: Relaxed;
  /** That of the solved relaxation, wherever this one goes from here. */
  readonly basis: WarmBasis;
  /** That before any cut was found. */
  readonly plainBasis: WarmBasis;
  readonly cuts: readonly FoundCut[];
  /** In points, over all options. */
  readonly bound: number;
  /** Steps made before the relaxation at hand. */
  readonly stepsBefore: number;
}

export interface RootTask extends CutScope {
  readonly options: Int32Array;
  readonly start: RelaxationStart;
  /** A bound below this is as good as needed. */
  readonly wanted: () => number;
  /** Told of every solved relaxation; true stops. */
  readonly onSolved: (relaxation: Relaxation, solved: Relaxed, bound: number) => boolean;
  /** At most so many steps of the dual simplex. */
  readonly steps: number;
  readonly mostRounds: number;
}

/** A way to cut: how many entries a cut may rest on, per option, and when rounds of it are given up. */
interface Manner {
  readonly most: number;
  /** Rounds that win less than this share of what is missing are poor. */
  readonly leastShare: number;
  /** So many of them in a row are the last. */
  readonly mostPoor: number;
}

const SHORT: Manner = { most: 0.3, leastShare: 0.03, mostPoor: 3 };
const LONG: Manner = { most: 3, leastShare: 0.03, mostPoor: 3 };
/** Over more options than this, long cuts take longer than the search without them. */
const MOST_OPTIONS_FOR_LONG = 30_000;
/** What long cuts must win in all, of what is missing, to be worth the steps that they slow. */
const LONG_ARE_WORTH = 0.2;
/** A bound over all options this close to that of the columns is as good. */
const CLOSE = 0.01;
const MOST_TURNS = 10;

/** Null where so many steps were not enough for the first relaxation. */
export function solveRoot(task: RootTask): Root | null {
  const { problem, told, wanted } = task;
  const findCuts = createCutFinder(task);
  let rounds = task.mostRounds;
  let isStopped = false;
  let plainBasis: WarmBasis | undefined;

  const solveWith = (
    cuts: readonly FoundCut[],
    options: Int32Array,
    start: RelaxationStart,
    stepsBefore: number,
  ): Root | null => {
    const rows = cuts.map(({ row }) => row);
    const relaxation = createRelaxation(problem, rows, options, start, (r) => r >= told);
    const solved = solveOver(problem, rows, relaxation, wanted, task.steps - stepsBefore);
    if (!solved) return null;
    isStopped = task.onSolved(relaxation, solved.relaxed, solved.bound);
    const { relaxed, bound } = solved;
    const basis = relaxation.basis();
    plainBasis ??= basis;
    return { relaxation, solved: relaxed, basis, plainBasis, cuts, bound, stepsBefore };
  };

  const isDone = ({ bound, solved }: Root): boolean => isStopped || bound < wanted() || !solved.optimal;

  /** The relaxation with these cuts more, and without those that are loose; null where there is no change. */
  const withCuts = (root: Root, found: readonly FoundCut[]): Root | null => {
    const prices = root.solved.prices;
    const ofCuts = Float64Array.of(...prices.subarray(problem.limit.length), ...found.map(() => 1));
    const tight = withoutLoose([...root.cuts, ...found], ofCuts, told - task.stated);
    if (found.length === 0 && tight.cuts.length === root.cuts.length) return null;
    const { relaxation, stepsBefore } = root;
    const start = { basis: renumbered(root.basis, problem.limit.length, tight.from) };
    return solveWith(tight.cuts, relaxation.options(), start, stepsBefore + relaxation.steps());
  };

  const tighten = (from: Root, { most, leastShare, mostPoor }: Manner): Root => {
    let root = from;
    for (let poor = 0; poor < mostPoor && rounds > 0 && !isDone(root); rounds--) {
      const rows = root.cuts.map(({ row }) => row);
      const found = findCuts(root.relaxation, root.solved, rows, most);
      if (found.length === 0) break;
      const next = withCuts(root, found);
      if (!next) return root;
      poor = root.bound - next.bound < leastShare * (root.bound - wanted()) ? poor + 1 : 0;
      root = next;
    }
    return isDone(root) ? root : (withCuts(root, []) ?? root);
  };

  const plain = solveWith([], task.options, task.start, 0);
  if (!plain) return null;
  const short = tighten(plain, SHORT);
  if (isDone(short) || problem.score.length > MOST_OPTIONS_FOR_LONG) return short;
  const long = tighten(short, LONG);
  const won = short.bound - long.bound;
  return isDone(long) || won >= LONG_ARE_WORTH * (short.bound - wanted()) ? long : short;
}

/** A basis in the numbers of the cuts that are kept: per cut, where it stood before. */
function renumbered(basis: WarmBasis, constraints: number, from: readonly number[]): WarmBasis {
  const to = new Map(from.map((before, c) => [constraints + before, constraints + c]));
  const tight = basis.tight.flatMap((r) => (r < constraints ? r : (to.get(r) ?? [])));
  return { ...basis, tight };
}

/** Solves, and again with the options that turn out to be worth more at its prices, until the bound is that of all. */
function solveOver(
  problem: Problem,
  rows: readonly CutRow[],
  relaxation: Relaxation,
  wanted: () => number,
  steps: number,
): { readonly relaxed: Relaxed; readonly bound: number } | null {
  for (let turn = 1; ; turn++) {
    const relaxed = relaxation.solve(wanted(), steps - relaxation.steps());
    if (!relaxed) return null;
    const at = leafBound(problem, rows, relaxed.prices, []);
    const more = at.best.filter((option) => option !== UNPLACED && relaxation.columnOf(option) < 0);
    if (more.length === 0 || turn === MOST_TURNS || at.bound - relaxed.bound < CLOSE) {
      return { relaxed, bound: at.bound };
    }
    relaxation.add(Array.from(more));
  }
}
