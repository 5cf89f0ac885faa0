import type { Problem } from '../problem.ts';
import type { CutRow } from './cut-row.ts';
import type { Flaw } from './flaw.ts';

/**
 * What options and limits are worth at given prices, exactly.
 *
 * Why it never errs on the bright side, whatever the size: prices are first rounded down to whole multiples of 2^-shift,
 * which leaves them valid prices; from there on nothing is rounded. The shift is the largest for which
 * |score_o| + sum_r |amount_ro| price_r stays below 2^52 multiples for every option, so every product and every partial
 * sum of an option is a whole double below 2^53, and exact. Totals go on in BigInt. At 50,000 people, points of 2,000
 * and equity amounts of 2e8 the shift is about 41: an equity price is kept to 4e-13, and what that costs is far below
 * a point because such a row's total stands near its limit. `Infinity` is answered where a claim is not one.
 *
 * Cost: two passes over the options and what they use.
 */

/** Above this a price times an amount could leave the range of doubles; nobody needs it. */
const LARGEST_PRICE = 2 ** 500;

/** Prices are compared with penalties in multiples of this, rounded against the claim. */
const FINEST = 2 ** -30;

/**
 * What is wrong with the prices: one per constraint, then per row added, each within [0, penalty]. Rows that give way to
 * a soft constraint's overrun share its penalty: price and what these rows charge for a unit of it may not pass it.
 */
export function priceFlaw(
  problem: Problem,
  added: readonly CutRow[],
  prices: ArrayLike<number>,
): Flaw | null {
  const expected = problem.constraints.length + added.length;
  if (prices.length !== expected) return { kind: 'prices', expected, read: prices.length };
  for (let r = 0; r < expected; r++) {
    const most = r < problem.penalty.length ? problem.penalty[r] : Number.POSITIVE_INFINITY;
    const price = prices[r];
    if (!(price >= 0 && price <= most && price <= LARGEST_PRICE)) {
      return { kind: 'price', index: r, price, most };
    }
  }
  return overrunFlaw(problem, added, prices);
}

function overrunFlaw({ penalty }: Problem, added: readonly CutRow[], prices: ArrayLike<number>): Flaw | null {
  const charged = new Map<number, bigint>();
  for (const [c, { overruns }] of added.entries()) {
    const price = BigInt(Math.ceil(prices[penalty.length + c] / FINEST));
    if (price === 0n) continue;
    for (const [r, times] of overruns) charged.set(r, (charged.get(r) ?? 0n) + BigInt(times) * price);
  }
  for (const [r, sum] of charged) {
    const price = sum + BigInt(Math.ceil(prices[r] / FINEST));
    if (price > BigInt(penalty[r] / FINEST)) {
      return { kind: 'price', index: r, price: Number(price) * FINEST, most: penalty[r] };
    }
  }
  return null;
}

/** Scores less prices, per option, in whole multiples of 2^-shift; and what the limits are worth at these prices. */
export interface Priced {
  readonly value: Float64Array;
  readonly limits: bigint;
  readonly shift: number;
}

const scaled = (value: number, shift: number): number => value * 2 ** shift;

/** The largest price, in multiples, that is no larger than this one: rounding down keeps a price valid. */
const multiples = (price: number, shift: number): number => Math.floor(scaled(price, shift));

/** Prices the options and limits of a problem with rows added to it. */
export function priced(problem: Problem, added: readonly CutRow[], stated: ArrayLike<number>): Priced {
  const { score, useStart, useConstraint, useAmount, limit } = problem;
  const rows = limit.length;
  const prices = Float64Array.from(stated);
  // Most added rows of a leaf cost nothing there, and are over everybody.
  const charging = [...added.entries()].filter(([c]) => prices[rows + c] > 0);
  const value = new Float64Array(score.length);
  // First the size of each option's terms, to find the shift ...
  for (let k = 0; k < score.length; k++) {
    let size = Math.abs(score[k]);
    for (let e = useStart[k]; e < useStart[k + 1]; e++)
      size += Math.abs(useAmount[e]) * prices[useConstraint[e]];
    value[k] = size;
  }
  for (const [c, cut] of charging) {
    for (let i = 0; i < cut.options.length; i++) {
      value[cut.options[i]] += Math.abs(cut.coefficients[i]) * prices[rows + c];
    }
  }
  let largest = 1;
  for (const size of value) if (size > largest) largest = size;
  // 2^51 leaves a factor of two for the rounding of `largest` itself.
  const shift = Math.floor(51 - Math.log2(largest));
  // ... then the values, exactly.
  const price = prices.map((x) => multiples(x, shift));
  for (let k = 0; k < score.length; k++) {
    // Rounded up where a negative shift makes it a fraction: a score may be overstated in a bound.
    let left = Math.ceil(scaled(score[k], shift));
    for (let e = useStart[k]; e < useStart[k + 1]; e++) left -= useAmount[e] * price[useConstraint[e]];
    value[k] = left;
  }
  let limits = 0n;
  for (let r = 0; r < rows; r++) if (price[r] !== 0) limits += BigInt(price[r]) * BigInt(limit[r]);
  for (const [c, cut] of charging) {
    for (let i = 0; i < cut.options.length; i++)
      value[cut.options[i]] -= cut.coefficients[i] * price[rows + c];
    limits += BigInt(price[rows + c]) * BigInt(cut.limit);
  }
  return { value, limits, shift };
}
