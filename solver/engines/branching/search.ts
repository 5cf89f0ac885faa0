/**
 * Branch and bound that leaves a proof: the tree that it searched, with prices at its leaves, for the certificate to
 * replay (VIPR, Cheung, Gleixner and Steffy 2017).
 *
 * 1. The root is tightened by cuts (root.ts). It works on the options that lose little at the root's prices; the others
 *    take part in the leaves' bounds, where some may turn out to be worth a column after all: then they get one.
 * 2. At a node that is worth more than the best known by a point or more, fractional counts of everybody and the most
 *    undecided sets of one person's options are tried on both sides (strong branching, Applegate et al. 1995), and
 *    the one whose sides lose most, multiplied, is taken.
 * 3. It goes down from there, the side that demands first, until a node is settled, which finds whole assignments; then on
 *    with the open node that is worth most. A relaxation that picks whole options, and keeps the rows as stated, is
 *    the new best.
 * 4. A node that is worth less than a point more than the best is a leaf with its prices: nothing better is there.
 * 5. When the budget of steps is spent, open nodes become leaves too: then nothing is proven.
 *
 * Cost: some dozen to some hundred steps of the dual simplex a node. Same problem, same tree, but for the clock.
 */
import { type Problem, UNPLACED } from '../../problem.ts';
import type { Cut, ProofTree } from '../../solution.ts';
import { addUse, worthOf } from '../assignment.ts';
import { countRows, countsOf, splitAt, withCounts } from '../counts.ts';
import type { Incumbent } from '../first-answer.ts';
import type { Watch } from '../watch.ts';
import { type Decision, decide, type Side } from './decision.ts';
import { leafBound } from './leaf.ts';
import { createOpenNodes } from './open-nodes.ts';
import { branchesOf, countPrices, createWalker, limitsOf, type Path, step, tellDecision } from './path.ts';
import type { Relaxation, Relaxed } from './relaxation.ts';
import { solveRoot } from './root.ts';
import { isDecided, splitsOf } from './splits.ts';
import { withinPenalties } from './within-penalties.ts';

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
  /** The gap at which a node counts as settled. */
  readonly gap: number;
  readonly watch: Watch;
  /** At most so many steps of the dual simplex, and rounds of cuts at the root, are made. */
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
  /** What proves the bound beyond these prices. */
  readonly tree: ProofTree | null;
  /** Nothing is left to search: the best is within the gap, or, where there is none, nothing is feasible. */
  readonly isComplete: boolean;
  /** Steps of the dual simplex that were made. */
  readonly steps: number;
}

const CANDIDATES_AT_TOP = 10;
const CANDIDATES = 4;
const TOP_LEVELS = 4;
/** A side that is only tried may take so many steps; one that is searched, this many. */
const STEPS_TO_TRY = 60;
const STEPS_TO_SOLVE = 5000;
/** The columns that the search starts with. */
const CORE_OPTIONS_A_PERSON = 8;
const LEAST_CORE = 2000;
/** A bound must be so much under the next whole point, so that prices rounded by the certificate still prove it. */
const MARGIN = 1e-4;
/** A leaf this far under the next whole point keeps proving it at prices of eight digits. */
const ROOM = 0.1;
const WHOLE = 1e-6;

/** A node that is known to be worth at most `bound`, and where it hangs in the tree. */
interface Node {
  readonly path: Path | null;
  readonly bound: number;
  readonly prices: Float64Array;
  readonly hang: (tree: ProofTree) => void;
  /** Its prices were sought anew, as those from before the best was known proved too little. */
  readonly isRepeated?: boolean;
}

interface Choice {
  readonly decision: Decision;
  readonly first: Relaxed;
  readonly second: Relaxed;
}

/** Searches for the best assignment and proves that it is. Null where the budget was not enough for the root. */
export function branchAndBound(task: BranchingTask): Branched | null {
  const { stated, watch } = task;
  const counts = countsOf(stated);
  const problem = withCounts(task.problem, counts);
  const told = task.problem.limit.length;
  let best = task.start;
  let unsettled = Number.NEGATIVE_INFINITY;
  const whole: { tree: ProofTree | null } = { tree: null };

  /** Nothing below this is worth looking for. */
  const wanted = (): number => {
    if (best === null) return Number.NEGATIVE_INFINITY;
    return best.objective + 1 + Math.floor(task.gap * Math.max(1, Math.abs(best.objective))) - MARGIN;
  };
  const isSettled = (bound: number): boolean => bound < wanted() || bound === Number.NEGATIVE_INFINITY;

  const root = solveRoot({
    problem,
    stated: stated.limit.length,
    told,
    options: leastLoss(task),
    prices: padded(task.root.prices, problem.limit.length),
    best: task.root.best,
    wanted,
    onSolved: (relaxation, solved, bound) => {
      noteWhole(relaxation, solved);
      watch.spend(relaxation.steps() * relaxation.size());
      task.onProgress?.(best, bound);
      return watch.stop() !== null;
    },
    steps: task.steps,
    mostRounds: task.cutRounds,
  });
  if (!root) return null;
  const { relaxation } = root;
  const cuts = root.cuts.map(({ row }) => row);
  const walker = createWalker(relaxation);
  const open = createOpenNodes<Node>();
  /** Nodes without any assignment, met while none was known: what their prices must prove is told by the best. */
  const empty: Node[] = [];
  const steps = (): number => root.stepsBefore + relaxation.steps();
  let stepsTold = relaxation.steps();
  const isSpent = (): boolean => {
    watch.spend((relaxation.steps() - stepsTold) * relaxation.size());
    stepsTold = relaxation.steps();
    return steps() >= task.steps || watch.stop() !== null;
  };
  const solve = (most = STEPS_TO_SOLVE): Relaxed | null =>
    isSpent() ? null : relaxation.solve(wanted(), most);

  open.push({
    path: null,
    bound: root.bound,
    prices: root.solved.prices,
    hang: (tree) => {
      whole.tree = tree;
    },
  });
  while (open.size() > 0) {
    for (let node = open.pop(); node; node = open.pop()) {
      let end: Node | null = isSettled(node.bound) || isSpent() ? node : explore(node);
      while (end) end = close(end);
    }
    if (best !== null) for (const node of empty.splice(0)) open.push(node);
  }
  const isComplete = unsettled === Number.NEGATIVE_INFINITY;
  const isProven = isComplete && best !== null;
  const { tree } = whole;
  // A tree of one leaf is no more than its prices.
  const single = isProven && tree !== null && 'prices' in tree ? Float64Array.from(tree.prices) : null;
  return {
    incumbent: best,
    bound: Math.min(root.bound, Math.max(unsettled, Math.round(wanted() - 1))),
    prices: single ?? withoutRowsOfCounts(root.solved.prices),
    cuts: root.cuts.map(({ cut }) => cut),
    tree: isProven && single === null ? tree : null,
    isComplete,
    steps: steps(),
  };

  /** Steps 2 and 3: goes down from a node, and returns the one where it ended, to be closed. */
  function explore(from: Node): Node {
    task.onProgress?.(best, from.bound);
    for (let node = from; ; ) {
      walker.goTo(node.path);
      const solved = solve();
      if (!solved) return node;
      if (!isSettled(solved.bound)) noteWhole(relaxation, solved);
      const here = { ...node, bound: Math.min(node.bound, solved.bound), prices: solved.prices };
      if (isSettled(solved.bound)) return here;
      const choice = bestDecision(solved, node.path);
      if (!choice) return isAllDecided() && !isSpent() ? decidedNode(here) : here;
      const [down, later] = divide(here, choice);
      open.push(later);
      if (isSettled(down.bound)) return down;
      node = down;
    }
  }

  /** The two sides of a node, the one to go down first, hung below it. */
  function divide(node: Node, { decision, first, second }: Choice): readonly [down: Node, later: Node] {
    const sides: Partial<Record<Side, ProofTree>> = {};
    const name = tellDecision(decision, counts, relaxation.options());
    const child = (side: Side, { bound, prices }: Relaxed): Node => ({
      path: step(node.path, decision, side),
      bound: Math.min(node.bound, bound),
      prices,
      hang: (whole) => {
        sides[side] = whole;
        if (!sides.first || !sides.second) return;
        node.hang(
          'split' in name
            ? { ...name, in: sides.first, out: sides.second }
            : { ...name, low: sides.first, high: sides.second },
        );
      },
    });
    const both = [child('first', first), child('second', second)] as const;
    return decision.kind === 'split' || first.bound >= second.bound ? both : [both[1], both[0]];
  }

  /** Takes what a node picks as the best known, where it is whole and better. */
  function noteWhole(at: Relaxation, { picked, optimal }: Relaxed): void {
    if (!optimal) return;
    for (const share of picked) if (share > WHOLE && share < 1 - WHOLE) return;
    const chosen = new Int32Array(problem.participants.length).fill(UNPLACED);
    const options = at.options();
    picked.forEach((share, column) => {
      if (share > 0.5) chosen[problem.participant[options[column]]] = options[column];
    });
    const { objective, broken } = worthOf(stated, chosen);
    if (broken.length > 0 || (best !== null && objective <= best.objective)) return;
    best = { chosen, objective };
  }

  /** Step 2. Null where nothing is undecided or the budget is spent. */
  function bestDecision(node: Relaxed, path: Path | null): Choice | null {
    const splits = splitsOf(problem, relaxation, node);
    const tried: Decision[] = [
      ...countDecisions(node, path),
      ...splits.slice(0, (path?.depth ?? 0) < TOP_LEVELS ? CANDIDATES_AT_TOP : CANDIDATES),
    ];
    const needed = node.bound - wanted();
    const gain = ({ bound }: Relaxed): number => Math.min(needed, Math.max(1e-3, node.bound - bound));
    let chosen: Choice | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const decision of tried) {
      const choice = {
        decision,
        first: tryOut(decision, 'first', node),
        second: tryOut(decision, 'second', node),
      };
      if (isSpent()) return null;
      if (gain(choice.first) * gain(choice.second) <= most) continue;
      most = gain(choice.first) * gain(choice.second);
      chosen = choice;
      if (isSettled(choice.first.bound) && isSettled(choice.second.bound)) break;
    }
    return chosen;
  }

  function tryOut(decision: Decision, side: Side, node: Relaxed): Relaxed {
    const undo = decide(relaxation, decision, side);
    const tried = solve(STEPS_TO_TRY) ?? node;
    undo();
    return tried;
  }

  /** The counts that the relaxation picks a fraction of. */
  function countDecisions(node: Relaxed, path: Path | null): Decision[] {
    return counts.flatMap(({ options }, count): Decision[] => {
      let picked = 0;
      for (const option of options) {
        const column = relaxation.columnOf(option);
        if (column >= 0) picked += node.picked[column];
      }
      const most = splitAt(picked);
      if (most === null) return [];
      const rows = countRows(told, count);
      const limits = limitsOf(path, count, { low: problem.limit[rows.low], high: problem.limit[rows.high] });
      return [{ kind: 'count', count, most, rows, limits }];
    });
  }

  function isAllDecided(): boolean {
    return relaxation.columnsOf.every((_, participant) => isDecided(relaxation, participant));
  }

  /**
   * A node that leaves one assignment, with prices that tell its worth to the point: a soft row that it overruns has its
   * penalty; a hard one so high a price that one unit settles it.
   */
  function decidedNode(node: Node): Node {
    const used = new Float64Array(problem.limit.length);
    const options = relaxation.options();
    for (const column of relaxation.columnsOf.flat()) {
      if (relaxation.isOpen(column)) addUse(problem, used, options[column]);
    }
    const isOver = (r: number): boolean => used[r] > problem.limit[r];
    const isBroken = problem.penalty.some((penalty, r) => penalty === Number.POSITIVE_INFINITY && isOver(r));
    const high = 4 * (mostWorth(stated) + Math.abs(task.root.bound) + 1) * problem.participants.length;
    const prices = problem.penalty.map((penalty, r) => (isOver(r) ? Math.min(penalty, high) : 0));
    return {
      ...node,
      bound: isBroken ? Number.NEGATIVE_INFINITY : node.bound,
      prices: padded(prices, problem.limit.length + cuts.length),
    };
  }

  /**
   * Makes a node a leaf. Where options that have no column would lift it over the best, they get one, it goes on from
   * there, and the node where that ends is returned.
   */
  function close(node: Node): Node | null {
    if (best === null && node.bound === Number.NEGATIVE_INFINITY) {
      empty.push({ ...node, bound: Number.POSITIVE_INFINITY });
      return null;
    }
    const at = leafBound(problem, cuts, node.prices, branchesOf(node.path, relaxation.options()));
    if (!isSettled(at.bound)) {
      const more = at.best.filter((option) => option !== UNPLACED && relaxation.columnOf(option) < 0);
      if (more.length > 0 && !isSpent()) {
        relaxation.add(Array.from(more));
        return explore({ ...node, bound: at.bound });
      }
      if (isSettled(node.bound) && !node.isRepeated && !isSpent()) {
        return explore({ ...node, bound: at.bound, isRepeated: true });
      }
      unsettled = Math.max(unsettled, at.bound);
    }
    let prices = node.prices;
    if (isSettled(at.bound + ROOM)) {
      prices = prices.map(shorter);
      withinPenalties(problem, cuts, prices);
    }
    node.hang({ prices: [...withoutRowsOfCounts(prices), ...countPrices(node.path, prices)] });
    return null;
  }

  function withoutRowsOfCounts(prices: Float64Array): Float64Array {
    return Float64Array.of(...prices.subarray(0, told), ...prices.subarray(problem.limit.length));
  }
}

/** A price in fewer digits, so that a proof is half as long. */
const shorter = (price: number): number => Number(price.toPrecision(8));

function padded(prices: Float64Array, length: number): Float64Array {
  const more = new Float64Array(length);
  more.set(prices);
  return more;
}

/** The options to start with, in rising order: those of the smallest losses, and those of the assignment to beat. */
function leastLoss({ problem, root: { loss, bound }, start }: BranchingTask): Int32Array {
  const most = Math.max(LEAST_CORE, CORE_OPTIONS_A_PERSON * problem.participants.length);
  const reach = start === null ? Number.POSITIVE_INFINITY : bound - start.objective;
  let all = Array.from(loss.keys()).filter((option) => loss[option] <= reach);
  if (all.length > most) all = all.sort((a, b) => loss[a] - loss[b] || a - b).slice(0, most);
  const own = start ? Array.from(start.chosen).filter((option) => option !== UNPLACED) : [];
  return Int32Array.from(new Set([...all, ...own])).sort();
}

/** What no single option can be worth more than, soft rows that it relieves or overruns included. */
function mostWorth(problem: Problem): number {
  const { score, penalty, useStart, useConstraint, useAmount } = problem;
  let most = 0;
  for (let k = 0; k < score.length; k++) {
    let worth = Math.abs(score[k]);
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const each = penalty[useConstraint[e]];
      if (each !== Number.POSITIVE_INFINITY) worth += each * Math.abs(useAmount[e]);
    }
    most = Math.max(most, worth);
  }
  return most;
}
