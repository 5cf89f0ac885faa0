import type { Highs } from 'highs';
import type { Problem } from '../../problem.ts';
import type { ProofTree } from '../../solution.ts';
import { addUse } from '../assignment.ts';
import { type Count, countRows, splitAt, withCounts } from '../counts.ts';
import { type PriceBound, priceBound } from '../highs/bound.ts';
import type { Watch } from '../watch.ts';
import { isDecided, splitsOf } from './branches.ts';
import { type Decision, decided, type Side } from './decision.ts';
import { type Relaxation, type Relaxed, withRelaxation } from './relaxation.ts';

/**
 * A tree that proves an objective to be the best, for the certificate to replay (VIPR, Cheung, Gleixner and Steffy 2017).
 *
 * 1. The tree is searched over the options that lose little at the root's prices; the others take part in the leaves'
 *    bounds, where some may turn out to be worth a column after all: then they get one, and the search goes on.
 * 2. At a node whose relaxation is worth more than the objective by a point or more, fractional counts of everybody and
 *    the most undecided sets of one person's options are tried on both sides (strong branching, Applegate et al. 1995),
 *    and the one whose sides lose most, multiplied, is taken.
 * 3. A side that is worth less than a point more than the objective is a leaf with its prices: nothing better is there.
 * 4. When the budget of relaxations is spent, open nodes become leaves too: the tree then proves a weaker bound.
 *
 * Cost: some relaxations a node. Same problem, same tree, but for the clock.
 */
export interface TreeSettings {
  /** What may be split besides people: counts of the problem as the certificate will read it. */
  readonly counts: readonly Count[];
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
/** The columns that the search starts with. */
const CORE_OPTIONS_A_PERSON = 8;
const LEAST_CORE = 2000;
/** A bound must be so much under the next whole point, so that prices rounded by the certificate still prove it. */
const MARGIN = 1e-4;
/** A leaf this far under the next whole point keeps proving it at prices of eight digits. */
const ROOM = 0.1;
/** Differences of points below this are rounding. */
const NOISE = 1e-7;

export interface FoundTree {
  readonly tree: ProofTree;
  /** Whether every leaf is settled, so that the tree proves the objective. */
  readonly complete: boolean;
}

/** The tree, or null where the root cannot even be solved in time. */
export function proofTree(highs: Highs, stated: Problem, settings: TreeSettings): FoundTree | null {
  const { counts, root, objective, watch } = settings;
  const problem = withCounts(stated, counts);
  const core = leastLoss(root.loss, Math.max(LEAST_CORE, CORE_OPTIONS_A_PERSON * stated.participants.length));
  const missed = 4 * (mostWorth(stated) + root.bound - objective + 1);
  return withRelaxation(
    highs,
    problem,
    Int32Array.from(core).sort(),
    missed,
    () => watch.stop() !== null,
    (relaxation) => {
      const search: Search = {
        problem,
        stated: stated.constraints.length,
        counts,
        relaxation,
        objective,
        missed,
        budget: { relaxations: settings.relaxations },
        unsettled: { leaves: 0 },
      };
      const tree = searchTree(search);
      return tree && { tree, complete: search.unsettled.leaves === 0 };
    },
  );
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
  /** Leaves that were left open. */
  readonly unsettled: { leaves: number };
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
  if (settled(search, node.bound)) return leaf(search, node, path, depth);
  const choice = bestDecision(search, node, path, depth);
  if (!choice) return leaf(search, isAllDecided(search) ? decidedNode(search) : node, path, depth);
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
  return counts.flatMap(({ options }, count): Decision[] => {
    let picked = 0;
    for (const option of options) {
      const column = relaxation.columnOf(option);
      if (column !== undefined) picked += node.picked(column);
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
  return { bound: objective, prices, columns: relaxation.options.length };
}

type Priced = Pick<Relaxed, 'bound' | 'prices' | 'columns'>;

/** A leaf; or, where options that it did not know would lift it over the objective, what grows once it knows them. */
function leaf(search: Search, node: Priced, path: Path | null, depth: number): ProofTree {
  const { relaxation } = search;
  const better = betterOptions(search, node, path);
  if (!settled(search, node.bound + better.lift) && better.options.length > 0) {
    relaxation.add(better.options.filter((option) => relaxation.columnOf(option) === undefined));
    const again = solve(search);
    if (again) return grow(search, again, path, depth);
  }
  if (!settled(search, node.bound + better.lift)) search.unsettled.leaves++;
  const roomy = node.bound < search.objective + 1 - ROOM;
  return { prices: leafPrices(search, roomy ? node.prices.map(shorter) : node.prices, path) };
}

/** A price in fewer digits, so that a proof is half as long. */
const shorter = (price: number): number => Number(price.toPrecision(8));

/** The best options that had no column yet and beat those that had, at a node's prices; and by how much in all. */
function betterOptions(
  { problem, relaxation }: Search,
  { prices, columns }: Priced,
  path: Path | null,
): { readonly options: readonly number[]; readonly lift: number } {
  const closed = new Set<number>();
  const demanded = new Map<number, ReadonlySet<number>>();
  for (let step = path; step; step = step.before) {
    if (step.decision.kind === 'count') continue;
    const options = step.decision.columns.map((column) => relaxation.options[column]);
    if (step.side === 'first') demanded.set(step.decision.participant, new Set(options));
    else for (const option of options) closed.add(option);
  }
  const isKnown = (option: number): boolean => (relaxation.columnOf(option) ?? columns) < columns;
  const { worth } = priceBound(problem, prices);
  const best = new Float64Array(problem.participants.length);
  worth.forEach((points, option) => {
    const person = problem.participant[option];
    if (isKnown(option) && !closed.has(option)) best[person] = Math.max(best[person], points);
  });
  const better = new Map<number, number>();
  let lift = 0;
  worth.forEach((points, option) => {
    const person = problem.participant[option];
    if (points <= best[person] + NOISE || isKnown(option) || closed.has(option)) return;
    if (demanded.get(person)?.has(option) === false) return;
    lift += points - best[person];
    best[person] = points;
    better.set(person, option);
  });
  return { options: [...better.values()], lift };
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
