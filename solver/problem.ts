/**
 * The one optimisation problem, as flat typed arrays.
 *
 *     maximise   sum_o score_o x_o - sum_r penalty_r * overrun_r
 *     subject to sum of x_o over a participant's options <= 1
 *                sum_o amount_ro x_o <= limit_r + overrun_r,   overrun_r >= 0
 *                x_o in {0, 1}
 *
 * A penalty of Infinity makes a constraint hard. Scores, amounts, limits and finite penalties are whole numbers.
 */
export interface Problem {
  readonly participants: readonly string[];
  readonly constraints: readonly string[];
  /** Per constraint: what the picked options may use of it. */
  readonly limit: Float64Array;
  /** Per constraint: points lost per unit of overrun; Infinity = hard. */
  readonly penalty: Float64Array;
  /** Per option: the index of its participant, in any order. */
  readonly participant: Int32Array;
  /** Per option: its points. */
  readonly score: Float64Array;
  /** Option k uses the entries useStart[k] <= e < useStart[k + 1]; length options + 1. */
  readonly useStart: Int32Array;
  /** Per entry: the index of the constraint; at most once per option. */
  readonly useConstraint: Indices;
  /** Per entry: the amount. */
  readonly useAmount: Amounts;
  /** Per option, where known: the index of its work team and of its SFI group, kept for whoever reads the result. */
  readonly team?: Int32Array;
  readonly sfi?: Int32Array;
}

/** Whole amounts and indices in as little memory as they fit: the entries are most of what a country takes. */
export type Amounts = Float64Array | Int32Array;
export type Indices = Int32Array | Uint16Array;

/** An array for so many indices below `end`. */
export function indexArray(length: number, end: number): Indices {
  return end <= 0x1_0000 ? new Uint16Array(length) : new Int32Array(length);
}

/** No option: a participant who is not placed. */
export const UNPLACED = -1;
