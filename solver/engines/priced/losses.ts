/**
 * What prices say about every option: its loss, how far it stays below the person's best choice (an option at its
 * points less what it uses at these prices, or staying unplaced at 0), and the core, the options with a small loss,
 * which is all that the search looks at.
 *
 * For every assignment, bound - objective = sum of losses + price * slack of each row + (penalty - price) * overrun of
 * each soft row (complementary slackness told in points). Cost: two passes over the entries.
 */
import type { Problem } from '../../problem.ts';
import { optionStarts } from '../assignment.ts';

export interface Losses {
  readonly bound: number;
  /** Per option, at least 0. */
  readonly loss: Float64Array;
  /** Per person: the loss of staying unplaced. */
  readonly unplaced: Float64Array;
}

export function lossesAt(problem: Problem, prices: Float64Array): Losses {
  const { participants, participant, score, useStart, useConstraint, useAmount, limit } = problem;
  const loss = new Float64Array(score.length);
  const unplaced = new Float64Array(participants.length);
  for (let k = 0; k < score.length; k++) {
    let value = score[k];
    for (let e = useStart[k]; e < useStart[k + 1]; e++) value -= prices[useConstraint[e]] * useAmount[e];
    loss[k] = value;
    if (value > unplaced[participant[k]]) unplaced[participant[k]] = value;
  }
  let bound = 0;
  for (let r = 0; r < limit.length; r++) bound += prices[r] * limit[r];
  for (const best of unplaced) bound += best;
  for (let k = 0; k < score.length; k++) loss[k] = unplaced[participant[k]] - loss[k];
  return { bound, loss, unplaced };
}

export interface Core {
  /** Per person: entries start[p] <= i < start[p + 1] of `option` and `loss`, smallest loss first. */
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly loss: Float64Array;
}

/** The options with a loss of at most `reach`, and `kept`'s own (an option or UNPLACED per person). */
export function coreOf(problem: Problem, { loss }: Losses, reach: number, kept: Int32Array | null): Core {
  const { participants, participant } = problem;
  const all = optionStarts(problem);
  const start = new Int32Array(participants.length + 1);
  const inside = (k: number): boolean => loss[k] <= reach || kept?.[participant[k]] === k;
  for (let k = 0; k < loss.length; k++) if (inside(k)) start[participant[k] + 1]++;
  for (let p = 0; p < participants.length; p++) start[p + 1] += start[p];
  const option = new Int32Array(start[participants.length]);
  const sorted = new Float64Array(option.length);
  for (let p = 0, n = 0; p < participants.length; p++) {
    for (let k = all[p]; k < all[p + 1]; k++) {
      if (!inside(k)) continue;
      let at = n++;
      for (; at > start[p] && sorted[at - 1] > loss[k]; at--) {
        sorted[at] = sorted[at - 1];
        option[at] = option[at - 1];
      }
      sorted[at] = loss[k];
      option[at] = k;
    }
  }
  return { start, option, loss: sorted };
}
