/**
 * Prices at which what is asked for and what is free balance: the smoothed dual of the future, minimised over
 * prices >= 0 by accelerated projected gradient steps (Beck and Teboulle, "A fast iterative shrinkage-thresholding
 * algorithm", 2009), which begin anew where they turn back (O'Donoghue and Candes, "Adaptive restart for accelerated
 * gradient schemes", 2015).
 *
 * The gradient of the dual is what is free less what is asked for (market.ts). Each price has a step of its own, by the
 * diagonal that majorises the curvature: (sum_j a_j d_j)^2 <= (sum_j a_j) (sum_j a_j d_j^2), where the weeks a_j of a
 * stay, in a team and in an SFI group, add up to twice its length.
 */
import type { Demand } from './market.ts';

export interface Stage {
  /** The temperature of the smoothing, in points x weeks. */
  readonly tau: number;
  readonly passes: number;
}

/** Seat-weeks that count as the least there is of a slot, so that a place without seats has a step too. */
const LEAST = 0.1;

/** Moves prices (points per seat and week, at place * slots + slot), in place. `longest`: weeks of the longest stay. */
export function balance(
  demand: Demand,
  free: Float64Array,
  longest: number,
  price: Float64Array,
  stages: readonly Stage[],
): void {
  const asked = new Float64Array(price.length);
  const at = new Float64Array(price.length);
  const before = new Float64Array(price.length);
  for (const { tau, passes } of stages) {
    at.set(price);
    before.set(price);
    let momentum = 1;
    for (let turn = 0; turn < passes; turn++) {
      demand(at, tau, asked);
      let turnedBack = 0;
      for (let i = 0; i < price.length; i++) {
        const step = tau / (2 * longest * Math.max(asked[i], free[i], LEAST));
        price[i] = Math.max(0, at[i] + step * (asked[i] - free[i]));
        turnedBack += ((at[i] - price[i]) * (price[i] - before[i])) / step;
      }
      const next = turnedBack > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
      const push = turnedBack > 0 ? 0 : (momentum - 1) / next;
      for (let i = 0; i < price.length; i++) {
        at[i] = Math.max(0, price[i] + push * (price[i] - before[i]));
        before[i] = price[i];
      }
      momentum = next;
    }
  }
}
