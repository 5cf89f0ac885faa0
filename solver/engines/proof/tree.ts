import type { Highs } from 'highs';
import type { Problem } from '../../problem.ts';
import type { ProofTree } from '../../solution.ts';
import { addUse } from '../assignment.ts';
import { type Count, countRows, countsOf, splitAt, withCounts } from '../counts.ts';
import { type PriceBound, priceBound } from '../highs/bound.ts';
import type { Watch } from '../watch.ts';
import { isDecided, splitsOf } from './branches.ts';
import { type Decision, decided, type Side } from './decision.ts';
import { type Relaxation, type Relaxed, withRelaxation } from './relaxation.ts';

/**
 * A tree that proves an objective to be the best, for the certificate to replay (VIPR, Cheung, Gleixner and Steffy 2017).
 *
 * 1. The tree is searched over the options that lose little at the root's prices; the others take part only in the
 *    leaves' bounds, where one of them may turn out to be worth a column after all: then the search is done again.
 * 2. At a node whose relaxation is worth more than the objective by a point or more, fractional counts of everybody and
 *    the most undecided sets of one person's options are tried on both sides (strong branching, Applegate et al. 1995),
 *    and the one whose sides lose most, multiplied, is taken.
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
const MOST_ROUNDS = 20;
/** The columns that the search starts with. */
const CORE_OPTIONS_A_PERSON = 8;
const LEAST_CORE = 2000;
/** A bound must be so much under the next whole point, so that prices rounded by the certificate still prove it. */
const MARGIN = 1e-4;
/** Differences of points below this are rounding. */
const NOISE = 1e-7;

/** The tree, or null where the root cannot even be solved in time. */
export function proofTree(highs: Highs, stated: Problem, settings: TreeSettings): ProofTree | null {
  const { root, objective, watch } = settings;
  const counts = countsOf(stated);
  const problem = withCounts(stated, counts);
  const inCore = new Set(
    leastLoss(root.loss, Math.max(LEAST_CORE, CORE_OPTIONS_A_PERSON * stated.participants.length)),
  );
  const missed = 4 * (mostWorth(stated) + root.bound - objective + 1);
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
      (relaxation) =>
        searchTree({
          problem,
          stated: stated.constraints.length,
          counts,
          relaxation,
          objective,
          missed,
          budget,
          wanted,
          inCore,
        }),
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
  /** The stated problem with two rows per count after its own. */
  readonly problem: Problem;
  /** How many constraints are stated, cuts included. */
  readonly stated: number;
  readonly counts: readonly Count[];
  readonly relaxation: Relaxation;
  readonly objective: number;
  /** What a missed demand costs, in points: more than anything else is worth. */
  readonly missed: number;
  readonly budget: { relaxations: number };
  /** Options without a column that a leaf's prices would pick. */
  readonly wanted: Set<number>;
  readonly inCore: ReadonlySet<number>;
}

/** What has been decided on the way to a node. */
interface Path {
  readonly decision: Decision;
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
  const choice = bestDecision(search, node, path, depth);
  if (!choice) return leaf(search, isAllDecided(search) ? decidedNode(search) : node, path);
  const { decision } = choice;
  const below = (side: Side): ProofTree => {
    const next: Path = { decision, side, before: path };
    return decided(search.relaxation, decision, side, () => grow(search, choice[side], next, depth + 1));
  };
  if (decision.kind === 'count') {
    const { constraint, side } = search.counts[decision.count];
    return { count: { constraint, side }, most: decision.most, low: below('first'), high: below('second') };
  }
  const split = decision.columns.map((column) => search.relaxation.options[column]);
  return { split, in: below('first'), out: below('second') };
}

interface Choice {
  readonly decision: Decision;
  readonly first: Relaxed;
  readonly second: Relaxed;
}

/** Step 2. Null where nothing is undecided or the budget is spent. */
function bestDecision(search: Search, node: Relaxed, path: Path | null, depth: number): Choice | null {
  const splits = splitsOf(search.problem, search.relaxation, node);
  const candidates: Decision[] = [
    ...countDecisions(search, node, path),
    ...splits.slice(0, depth < TOP_LEVELS ? CANDIDATES_AT_TOP : CANDIDATES),
  ];
  const needed = node.bound - search.objective;
  const gain = ({ bound }: Relaxed): number => Math.min(needed, Math.max(1e-3, node.bound - bound));
  let best: Choice | null = null;
  let bestGain = Number.NEGATIVE_INFINITY;
  for (const decision of candidates) {
    const first = decided(search.relaxation, decision, 'first', () => solve(search));
    const second = decided(search.relaxation, decision, 'second', () => solve(search));
    if (!first || !second) return null;
    if (gain(first) * gain(second) <= bestGain) continue;
    bestGain = gain(first) * gain(second);
    best = { decision, first, second };
    if (settled(search, first.bound) && settled(search, second.bound)) break;
  }
  return best;
}

/** The counts that the relaxation picks a fraction of. */
function countDecisions(
  { counts, stated, relaxation, problem }: Search,
  node: Relaxed,
  path: Path | null,
): Decision[] {
  const columnOf = new Map(Array.from(relaxation.options, (option, column) => [option, column]));
  return counts.flatMap(({ options }, count): Decision[] => {
    let picked = 0;
    for (const option of options) {
      const column = columnOf.get(option);
      if (column !== undefined) picked += node.value[column];
    }
    const most = splitAt(picked);
    if (most === null) return [];
    const rows = countRows(stated, count);
    const limits = { low: problem.limit[rows.low], high: problem.limit[rows.high] };
    for (let step = path; step; step = step.before) {
      const { decision, side } = step;
      if (decision.kind !== 'count' || decision.count !== count) continue;
      if (side === 'first') limits.low = Math.min(limits.low, decision.most);
      else limits.high = Math.min(limits.high, -decision.most - 1);
    }
    return [{ kind: 'count', count, most, rows, limits }];
  });
}

const isAllDecided = ({ relaxation }: Search): boolean =>
  relaxation.columnsOf.every((_, participant) => isDecided(relaxation, participant));

/**
 * The prices of a node that leaves one assignment: they tell its worth to the point. A soft row that it overruns
 * has its penalty; a hard one so high a price that one unit settles it.
 */
function decidedNode({ problem, relaxation, missed, objective }: Search): Priced {
  const used = new Float64Array(problem.limit.length);
  for (const column of relaxation.columnsOf.flat()) {
    if (relaxation.isOpen(column)) addUse(problem, used, relaxation.options[column]);
  }
  const prices = problem.penalty.map((penalty, r) =>
    used[r] > problem.limit[r] ? Math.min(penalty, missed * problem.participants.length) : 0,
  );
  return { bound: objective, prices };
}

type Priced = Pick<Relaxed, 'bound' | 'prices'>;

/** A leaf. Where options without a column would lift it over the objective at its prices, they are noted. */
function leaf(search: Search, { bound, prices }: Priced, path: Path | null): ProofTree {
  const { problem, inCore, wanted, relaxation } = search;
  const closed = new Set<number>();
  const demanded = new Set<number>();
  for (let step = path; step; step = step.before) {
    if (step.decision.kind === 'count') continue;
    const { participant, columns } = step.decision;
    if (step.side === 'first') demanded.add(participant);
    else for (const column of columns) closed.add(relaxation.options[column]);
  }
  const { worth } = priceBound(problem, prices);
  const best = new Float64Array(problem.participants.length);
  worth.forEach((points, option) => {
    const person = problem.participant[option];
    if (inCore.has(option) && !closed.has(option)) best[person] = Math.max(best[person], points);
  });
  const better = new Map<number, number>();
  let lift = 0;
  worth.forEach((points, option) => {
    const person = problem.participant[option];
    // A demanded set is made of columns, so an option without one is not in it.
    if (points <= best[person] + NOISE || inCore.has(option) || demanded.has(person)) return;
    lift += points - best[person];
    best[person] = points;
    better.set(person, option);
  });
  if (!settled(search, bound + lift)) for (const option of better.values()) wanted.add(option);
  return { prices: leafPrices(search, prices, path) };
}

/** Prices as a leaf tells them: per stated constraint, then per count on the way. The last limit of a row is the one in force. */
function leafPrices({ stated }: Search, prices: Float64Array, path: Path | null): number[] {
  const counted: number[] = [];
  const told = new Set<number>();
  for (let step = path; step; step = step.before) {
    if (step.decision.kind !== 'count') continue;
    const row = step.side === 'first' ? step.decision.rows.low : step.decision.rows.high;
    counted.push(told.has(row) ? 0 : prices[row]);
    told.add(row);
  }
  return [...prices.subarray(0, stated), ...counted.reverse()];
}
