/**
 * What one pass over a problem tells of its rows: how many options have them, their least amount, and the classes of rows
 * with one or two distinct amounts, A of the smaller amount and B of the other.
 */
import type { Problem } from '../problem.ts';

export interface TwoAmounts {
  /** Per row: its options. */
  readonly count: Int32Array;
  /** Per row: the smallest amount that any option has of it, at most 0. */
  readonly least: Float64Array;
  /** Per row: 1 where it has at most two distinct amounts, and none of them is 0. */
  readonly few: Uint8Array;
  /** Per row: the amount of A, how many options have it, and the first of them; of the only one where there is no other. */
  readonly alpha: Float64Array;
  readonly inA: Int32Array;
  readonly firstA: Int32Array;
  /** The same for B; 0, 0 and -1 where there is no second amount. */
  readonly beta: Float64Array;
  readonly firstB: Int32Array;
}

/** Cost: one pass over the entries. */
export function twoAmounts({ limit, score, useStart, useConstraint, useAmount }: Problem): TwoAmounts {
  const rows = limit.length;
  const count = new Int32Array(rows);
  const least = new Float64Array(rows);
  const few = new Uint8Array(rows).fill(1);
  const [alpha, beta] = [new Float64Array(rows), new Float64Array(rows)];
  const inA = new Int32Array(rows);
  const [firstA, firstB] = [new Int32Array(rows).fill(-1), new Int32Array(rows).fill(-1)];
  for (let k = 0; k < score.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const r = useConstraint[e];
      const amount = useAmount[e];
      if (count[r]++ === 0) {
        alpha[r] = amount;
        firstA[r] = k;
      }
      if (amount < least[r]) least[r] = amount;
      if (amount === 0) few[r] = 0;
      if (amount === alpha[r]) {
        inA[r]++;
        continue;
      }
      if (beta[r] === 0) {
        beta[r] = amount;
        firstB[r] = k;
      } else if (amount !== beta[r]) few[r] = 0;
    }
  }
  for (let r = 0; r < rows; r++) {
    if (beta[r] === 0 || alpha[r] < beta[r]) continue;
    [alpha[r], beta[r]] = [beta[r], alpha[r]];
    [firstA[r], firstB[r]] = [firstB[r], firstA[r]];
    inA[r] = count[r] - inA[r];
  }
  return { count, least, few, alpha, inA, firstA, beta, firstB };
}
