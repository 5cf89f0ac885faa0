/** What a cut comes to: sum of coefficient_o x_o, less the overruns named, is at most the limit for every feasible whole x. */
export interface CutRow {
  readonly options: Int32Array;
  readonly coefficients: Float64Array;
  readonly limit: number;
  /** Soft constraints whose overruns are taken off the left side, each so many times. */
  readonly overruns: readonly (readonly [constraint: number, times: number])[];
}
