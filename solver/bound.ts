/**
 * Prices and the bound that they prove, without an assignment: what a seat is worth where nobody needs to be placed yet.
 * By the smoothed dual of the engine `priced` (engines/priced/dual.ts); deterministic.
 */
import { solveDual } from './engines/priced/dual.ts';
import { compile } from './engines/priced/working.ts';
import { startWatch } from './engines/watch.ts';
import type { Problem } from './problem.ts';

export interface PricedBound {
  /** Per constraint, in points a unit, within [0, penalty]. */
  readonly prices: Float64Array;
  /** No assignment is worth more than this, in points. */
  readonly bound: number;
}

/** `start`: prices of a similar problem. Options of a participant must stand together, participants rising. */
export function priceOut(problem: Problem, start?: Float64Array): PricedBound {
  const watch = startWatch({ gap: 0, seed: 0, timeLimitMs: Number.POSITIVE_INFINITY, now: () => 0 });
  const { prices, bound } = solveDual(compile(problem), watch, start && { start });
  return { prices, bound };
}
