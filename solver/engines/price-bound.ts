/**
 * What prices say: the bound by weak duality, and per option the loss, that is how far below the bound every
 * assignment stays that picks it. Options with a loss above (bound - objective) cannot be in a better assignment
 * (reduced-cost fixing).
 */
import type { Problem } from '../problem.ts';

export interface PriceBound {
  readonly bound: number;
  /** Per option: its points less what it uses at these prices. */
  readonly worth: Float64Array;
  /** Per participant: what the best option, or staying unplaced, is worth at the prices. */
  readonly best: Float64Array;
  /** Per option, at least 0. */
  readonly loss: Float64Array;
}

/** Bound and losses at prices within [0, penalty]. Cost: one pass over what the options use. */
export function priceBound(problem: Problem, prices: Float64Array): PriceBound {
  const { participant, score, useStart, useConstraint, useAmount, limit } = problem;
  const worth = new Float64Array(score.length);
  const best = new Float64Array(problem.participants.length);
  for (let option = 0; option < score.length; option++) {
    let value = score[option];
    for (let e = useStart[option]; e < useStart[option + 1]; e++) {
      value -= prices[useConstraint[e]] * useAmount[e];
    }
    worth[option] = value;
    if (value > best[participant[option]]) best[participant[option]] = value;
  }
  let bound = 0;
  for (const value of best) bound += value;
  for (let r = 0; r < limit.length; r++) bound += prices[r] * limit[r];
  return { bound, best, worth, loss: worth.map((value, option) => best[participant[option]] - value) };
}
