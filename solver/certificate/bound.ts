import type { Problem } from '../problem.ts';
import type { Cut, ProofTree } from '../solution.ts';
import { columnsOf } from './columns.ts';
import { type CutRow, cutRows } from './cuts.ts';
import { doubleAbove, exactTotal } from './exact.ts';

/**
 * The bound. For any prices 0 <= price_r <= penalty_r, by weak duality (Dantzig 1949; Geoffrion 1974 for whole x),
 *
 *     bound = sum_r price_r limit_r + sum_p max(0, max over p's options of score_o - sum_r amount_ro price_r)
 *
 * is at least what any feasible assignment is worth, penalties taken off. Every assignment is worth a whole number of
 * points (scores, amounts, limits and penalties are whole, so overruns are), hence the bound may be rounded down.
 *
 * Why it never errs on the bright side, whatever the size: prices are first rounded down to whole multiples of 2^-shift,
 * which leaves them valid prices; from there on nothing is rounded. The shift is the largest for which
 * |score_o| + sum_r |amount_ro| price_r stays below 2^52 multiples for every option, so every product and every partial
 * sum of an option is a whole double below 2^53, and exact. Totals go on in BigInt. At 50,000 people, points of 2,000
 * and equity amounts of 2e8 the shift is about 41: an equity price is kept to 4e-13, and what that costs is far below
 * a point because such a row's total stands near its limit. `Infinity` is answered where a claim is not one.
 *
 * A tree (VIPR: Cheung, Gleixner, Steffy 2017) splits on a set of one participant's options: `in`, one of them is
 * taken, and that person's best is over the set alone, without the 0 of staying unplaced; `out`, none is. Every
 * feasible assignment is in one leaf, so the largest leaf bound is a bound.
 *
 * Cost: two passes over the options and what they use; with a tree, so much per leaf.
 */
export interface Proof {
  /** Per constraint, then per cut: 0 <= price <= penalty. */
  readonly prices: Float64Array;
  readonly cuts?: readonly Cut[];
  readonly tree?: ProofTree;
}

export type Flaw =
  | { readonly kind: 'prices'; readonly expected: number; readonly read: number }
  | { readonly kind: 'price'; readonly index: number; readonly price: number; readonly most: number }
  | { readonly kind: 'cut'; readonly cut: number; readonly why: string }
  | { readonly kind: 'tree'; readonly why: string };

export interface BoundCheck {
  readonly flaws: readonly Flaw[];
  readonly bound: number;
}

/** Above this a price times an amount could leave the range of doubles; nobody needs it. */
const LARGEST_PRICE = 2 ** 500;

const refused = (flaw: Flaw): BoundCheck => ({ flaws: [flaw], bound: Number.POSITIVE_INFINITY });

/** The bound that prices, cuts and tree prove, in whole points. */
export function priceBound(problem: Problem, proof: Proof): BoundCheck {
  let cuts: readonly CutRow[] = [];
  if (proof.cuts?.length) {
    const rows = cutRows(problem, columnsOf(problem), proof.cuts);
    if ('why' in rows) return refused({ kind: 'cut', ...rows });
    cuts = rows;
  }
  const flaw = priceFlaw(problem, cuts, proof.prices);
  if (flaw) return refused(flaw);
  const unsplit = total(problem, priced(problem, cuts, proof.prices), null);
  const proven = proof.tree ? treeBound(problem, cuts, proof.tree) : unsplit;
  if (typeof proven === 'object' && proven !== null) return refused(proven);
  if (proven === null) return { flaws: [], bound: Number.NEGATIVE_INFINITY };
  // Prices beside a tree are a proof of their own; the better of the two counts.
  return { flaws: [], bound: doubleAbove(unsplit !== null && unsplit < proven ? unsplit : proven) };
}

function priceFlaw(problem: Problem, cuts: readonly CutRow[], prices: ArrayLike<number>): Flaw | null {
  const expected = problem.constraints.length + cuts.length;
  if (prices.length !== expected) return { kind: 'prices', expected, read: prices.length };
  for (let r = 0; r < expected; r++) {
    const most = r < problem.penalty.length ? problem.penalty[r] : Number.POSITIVE_INFINITY;
    const price = prices[r];
    if (!(price >= 0 && price <= most && price <= LARGEST_PRICE)) {
      return { kind: 'price', index: r, price, most };
    }
  }
  return null;
}

/** Scores less prices, per option, in whole multiples of 2^-shift; and what the limits are worth at these prices. */
interface Priced {
  readonly value: Float64Array;
  readonly limits: bigint;
  readonly shift: number;
}

const scaled = (value: number, shift: number): number => value * 2 ** shift;

/** The largest price, in multiples, that is no larger than this one: rounding down keeps a price valid. */
const multiples = (price: number, shift: number): number => Math.floor(scaled(price, shift));

function priced(problem: Problem, cuts: readonly CutRow[], prices: ArrayLike<number>): Priced {
  const { score, useStart, useConstraint, useAmount, limit } = problem;
  const rows = limit.length;
  const value = new Float64Array(score.length);
  // First the size of each option's terms, to find the shift ...
  for (let k = 0; k < score.length; k++) {
    let size = Math.abs(score[k]);
    for (let e = useStart[k]; e < useStart[k + 1]; e++)
      size += Math.abs(useAmount[e]) * prices[useConstraint[e]];
    value[k] = size;
  }
  for (const [c, cut] of cuts.entries()) {
    for (let i = 0; i < cut.options.length; i++) {
      value[cut.options[i]] += Math.abs(cut.coefficients[i]) * prices[rows + c];
    }
  }
  let largest = 1;
  for (const size of value) if (size > largest) largest = size;
  // 2^51 leaves a factor of two for the rounding of `largest` itself.
  const shift = Math.floor(51 - Math.log2(largest));
  // ... then the values, exactly.
  const price = Float64Array.from(prices, (x) => multiples(x, shift));
  for (let k = 0; k < score.length; k++) {
    // Rounded up where a negative shift makes it a fraction: a score may be overstated in a bound.
    let left = Math.ceil(scaled(score[k], shift));
    for (let e = useStart[k]; e < useStart[k + 1]; e++) left -= useAmount[e] * price[useConstraint[e]];
    value[k] = left;
  }
  let limits = 0n;
  for (let r = 0; r < rows; r++) if (price[r] !== 0) limits += BigInt(price[r]) * BigInt(limit[r]);
  for (const [c, cut] of cuts.entries()) {
    for (let i = 0; i < cut.options.length; i++)
      value[cut.options[i]] -= cut.coefficients[i] * price[rows + c];
    limits += BigInt(price[rows + c]) * BigInt(cut.limit);
  }
  return { value, limits, shift };
}

/** What the branch taken last says about one participant's options, and the ones before it. */
interface Branch {
  readonly before: Branch | null;
  readonly participant: number;
  readonly options: ReadonlySet<number>;
  readonly side: 'in' | 'out';
}

/** The bound over all participants, rounded down to whole points; null where a branch leaves nothing feasible. */
function total(problem: Problem, at: Priced, last: Branch | null): bigint | null {
  const best = new Float64Array(problem.participants.length);
  const closed = new Set<number>();
  const demanded = new Map<number, ReadonlySet<number>[]>();
  for (let branch = last; branch; branch = branch.before) {
    const { side, participant, options } = branch;
    if (side === 'out') {
      for (const option of options) closed.add(option);
    } else {
      best[participant] = Number.NEGATIVE_INFINITY;
      demanded.set(participant, [...(demanded.get(participant) ?? []), options]);
    }
  }
  for (let k = 0; k < at.value.length; k++) {
    const p = problem.participant[k];
    if (at.value[k] <= best[p]) continue;
    if (closed.has(k)) continue;
    if (demanded.get(p)?.some((options) => !options.has(k))) continue;
    best[p] = at.value[k];
  }
  const sum = exactTotal();
  for (const gain of best) {
    if (gain === Number.NEGATIVE_INFINITY) return null;
    sum.add(gain);
  }
  const multiple = at.limits + sum.value();
  // An arithmetic shift of a BigInt rounds towards minus infinity, as wanted.
  return multiple >> BigInt(at.shift);
}

/** The largest bound of the leaves; null where no leaf holds anything feasible; a flaw where the tree is not one. */
function treeBound(problem: Problem, cuts: readonly CutRow[], root: ProofTree): bigint | null | Flaw {
  let largest: bigint | null = null;
  const open: { node: ProofTree; last: Branch | null }[] = [{ node: root, last: null }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, last } = next;
    if ('prices' in node) {
      const flaw = priceFlaw(problem, cuts, node.prices);
      if (flaw) return flaw;
      const bound = total(problem, priced(problem, cuts, node.prices), last);
      if (bound !== null && (largest === null || bound > largest)) largest = bound;
      continue;
    }
    const owners = new Set(node.split.map((option) => problem.participant[option]));
    if (owners.size !== 1) return { kind: 'tree', why: 'a split is not on options of one participant' };
    const [participant] = owners;
    if (participant === undefined)
      return { kind: 'tree', why: 'a split names an option that does not exist' };
    const options = new Set(node.split);
    open.push({ node: node.out, last: { before: last, participant, options, side: 'out' } });
    open.push({ node: node.in, last: { before: last, participant, options, side: 'in' } });
  }
  return largest;
}
