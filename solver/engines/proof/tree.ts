import type { Highs } from 'highs';
import type { Problem } from '../../problem.ts';
import type { ProofTree } from '../../solution.ts';
import { addUse } from '../assignment.ts';
import { type PriceBound, priceBound } from '../highs/bound.ts';
import type { Watch } from '../watch.ts';
import { isDecided, type Split, splitsOf } from './branches.ts';
import { type Relaxation, type Relaxed, withRelaxation } from './relaxation.ts';

/**
 * A tree that proves an objective to be the best, for the certificate to replay (VIPR, Cheung, Gleixner and Steffy 2017).
 *
 * 1. The tree is searched over the options that lose little at the root's prices; the others take part only in the
 *    leaves' bounds, where one of them may turn out to be worth a column after all: then the search is done again.
 * 2. At a node whose relaxation is worth more than the objective by a point or more, the most undecided splits are
 *    tried on both sides (strong branching, Applegate et al. 1995), and the one whose sides lose most, multiplied, is
 *    taken.
 * 3. A side that is worth less than a point more than the objective is a leaf with its prices: nothing better is there.
 * 4. When the budget of relaxations is spent, open nodes become leaves too: the tree then proves a weaker bound.
 *
 * Cost: some relaxations a node. Same problem, same tree, but for the clock.
 */
export interface TreeSettings {
  readonly objective: number;
  /** Bound and losses at the root's prices. */
  readonly root: PriceBound;
  readonly watch: Watch;
  /** At most so many relaxations are solved. */
  readonly relaxations: number;
}

const CANDIDATES_AT_TOP = 12;
const CANDIDATES = 4;
const TOP_LEVELS = 4;
const MOST_ROUNDS = 8;
/** The columns that the search starts with. */
const CORE_OPTIONS_A_PERSON = 8;
const LEAST_CORE = 2000;
/** A bound must be so much under the next whole point, so that prices rounded by the certificate still prove it. */
const MARGIN = 1e-4;
/** Differences of points below this are rounding. */
const NOISE = 1e-7;

/** The tree, or null where the root cannot even be solved in time. */
export function proofTree(highs: Highs, problem: Problem, settings: TreeSettings): ProofTree | null {
  const { root, objective, watch } = settings;
  const inCore = new Set(
    leastLoss(root.loss, Math.max(LEAST_CORE, CORE_OPTIONS_A_PERSON * problem.participants.length)),
  );
  const missed = 4 * (mostWorth(problem) + root.bound - objective + 1);
  const budget = { relaxations: settings.relaxations };
  for (let round = 1; ; round++) {
    const options = Int32Array.from([...inCore].sort((a, b) => a - b));
    const wanted = new Set<number>();
    const tree = withRelaxation(
      highs,
      problem,
      options,
      missed,
      () => watch.stop() !== null,
      (relaxation) => searchTree({ problem, relaxation, objective, missed, budget, wanted, inCore, watch }),
    );
    if (wanted.size === 0 || round === MOST_ROUNDS || budget.relaxations <= 0 || watch.stop()) return tree;
    for (const option of wanted) inCore.add(option);
  }
}

/** The options of the smallest losses, so many of them. */
function leastLoss(loss: Float64Array, count: number): readonly number[] {
  const all = Array.from(loss.keys());
  return count >= all.length ? all : all.sort((a, b) => loss[a] - loss[b] || a - b).slice(0, count);
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

interface Search {
  readonly problem: Problem;
  readonly relaxation: Relaxation;
  readonly objective: number;
  /** What a missed demand costs, in points: more than anything else is worth. */
  readonly missed: number;
  readonly budget: { relaxations: number };
  /** Options without a column that a leaf's prices would pick. */
  readonly wanted: Set<number>;
  readonly inCore: ReadonlySet<number>;
  readonly watch: Watch;
}

type Side = 'in' | 'out';

/** What has been decided on the way to a node, per option and participant, over all options. */
interface Path {
  readonly split: Split;
  readonly side: Side;
  readonly before: Path | null;
}

function searchTree(search: Search): ProofTree | null {
  const root = solve(search);
  return root && grow(search, root, null, 0);
}

function solve({ relaxation, budget }: Search): Relaxed | null {
  if (budget.relaxations <= 0) return null;
  budget.relaxations--;
  return relaxation.solve();
}

const settled = (search: Search, bound: number): boolean => bound < search.objective + 1 - MARGIN;

function grow(search: Search, node: Relaxed, path: Path | null, depth: number): ProofTree {
  if (settled(search, node.bound)) return leaf(search, node, path);
  const choice = bestSplit(search, node, depth);
  if (!choice) return isAllDecided(search) ? decidedLeaf(search) : leaf(search, node, path);
  const options = choice.split.columns.map((column) => search.relaxation.options[column]);
  const side = (which: Side): ProofTree => {
    const below: Path = { split: choice.split, side: which, before: path };
    return decided(search, below, () => grow(search, choice[which], below, depth + 1));
  };
  return { split: options, in: side('in'), out: side('out') };
}

interface Choice {
  readonly split: Split;
  readonly in: Relaxed;
  readonly out: Relaxed;
}

/** Step 2. Null where nothing is fractional or the budget is spent. */
function bestSplit(search: Search, node: Relaxed, depth: number): Choice | null {
  const candidates = splitsOf(search.problem, search.relaxation, node);
  const needed = node.bound - search.objective;
  let best: Choice | null = null;
  let bestGain = Number.NEGATIVE_INFINITY;
  for (const split of candidates.slice(0, depth < TOP_LEVELS ? CANDIDATES_AT_TOP : CANDIDATES)) {
    const taken = decided(search, { split, side: 'in', before: null }, () => solve(search));
    const left = decided(search, { split, side: 'out', before: null }, () => solve(search));
    if (!taken || !left) return null;
    const gain = ({ bound }: Relaxed): number => Math.min(needed, Math.max(1e-3, node.bound - bound));
    if (gain(taken) * gain(left) <= bestGain) continue;
    bestGain = gain(taken) * gain(left);
    best = { split, in: taken, out: left };
    if (settled(search, taken.bound) && settled(search, left.bound)) break;
  }
  return best;
}

/** Runs `operation` with one more decision in force. */
function decided<Result>({ relaxation }: Search, { split, side }: Path, operation: () => Result): Result {
  const set = new Set(split.columns);
  const closing = relaxation.columnsOf[split.participant].filter(
    (column) => relaxation.isOpen(column) && set.has(column) === (side === 'out'),
  );
  for (const column of closing) relaxation.setOpen(column, false);
  if (side === 'in') relaxation.demand(split.participant);
  const result = operation();
  for (const column of closing) relaxation.setOpen(column, true);
  if (side === 'in') relaxation.release(split.participant);
  return result;
}

const isAllDecided = ({ relaxation }: Search): boolean =>
  relaxation.columnsOf.every((_, participant) => isDecided(relaxation, participant));

/**
 * The leaf of a node that leaves one assignment: prices that tell its worth to the point. A soft row that it overruns
 * has its penalty; a hard one so high a price that one unit settles it.
 */
function decidedLeaf({ problem, relaxation, missed }: Search): ProofTree {
  const used = new Float64Array(problem.limit.length);
  relaxation.columnsOf
    .flat()
    .filter(relaxation.isOpen)
    .forEach((column) => {
      addUse(problem, used, relaxation.options[column]);
    });
  return {
    prices: Array.from(problem.penalty, (penalty, r) =>
      used[r] > problem.limit[r] ? Math.min(penalty, missed * problem.participants.length) : 0,
    ),
  };
}

/** A leaf. Options without a column that its prices would pick at a gain are noted. */
function leaf(search: Search, node: Relaxed, path: Path | null): ProofTree {
  const { problem, inCore, wanted, relaxation } = search;
  const closed = new Set<number>();
  const demanded = new Set<number>();
  for (let step = path; step; step = step.before) {
    const { participant, columns } = step.split;
    if (step.side === 'in') demanded.add(participant);
    else for (const column of columns) closed.add(relaxation.options[column]);
  }
  const { worth } = priceBound(problem, node.prices);
  const best = new Float64Array(problem.participants.length);
  worth.forEach((points, option) => {
    const person = problem.participant[option];
    if (inCore.has(option) && !closed.has(option)) best[person] = Math.max(best[person], points);
  });
  worth.forEach((points, option) => {
    const person = problem.participant[option];
    // A demanded set is made of columns, so an option without one is not in it.
    if (points > best[person] + NOISE && !inCore.has(option) && !demanded.has(person)) wanted.add(option);
  });
  return { prices: Array.from(node.prices) };
}
