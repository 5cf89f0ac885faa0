/** What a bound in points may be short of by an engine's tolerances before it is rounded down. */
export const BOUND_MARGIN = 1e-3;

/** A bound in points as whole points; infinities stay. */
export function wholeBound(bound: number): number {
  return Math.floor(bound + BOUND_MARGIN);
}
