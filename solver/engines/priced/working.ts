/**
 * A problem in the form that the price engine passes over: flat arrays, rows scaled, what options have in common
 * computed once.
 *
 * 1. Rows that more than a fifth of the options use are dense: they are about everybody and belong to no side.
 * 2. Each option is three bundles that many options share (bundles.ts).
 * 3. Every row is divided by the root mean square of its amounts, which tames amounts of 1e8 beside seats.
 *
 * Cost: a few passes over the entries.
 */
import type { Problem } from '../../problem.ts';
import { optionStarts } from '../assignment.ts';
import { type Bundles, bundlesOf } from './bundles.ts';
import { type Families, familiesOf } from './families.ts';

export interface Working extends Bundles {
  readonly people: number;
  readonly rows: number;
  /** Per person: options start[p] <= o < start[p + 1]. */
  readonly start: Int32Array;
  readonly denseRow: Int32Array;
  /** Per row: what its amounts and its limit were multiplied by; price = working price * scale. */
  readonly scale: Float64Array;
  readonly limit: Float64Array;
  /** As stated; and the largest working price, penalty / scale. */
  readonly penalty: Float64Array;
  readonly most: Float64Array;
  /** Rows whose price cannot matter, or is known: those without options. */
  readonly empty: Uint8Array;
  readonly families: Families;
}

const DENSE_SHARE = 0.2;

export function compile(problem: Problem): Working {
  const { limit, penalty, useConstraint, useAmount, participant } = problem;
  const rows = limit.length;
  const count = new Int32Array(rows);
  const square = new Float64Array(rows);
  for (let e = 0; e < useConstraint.length; e++) {
    count[useConstraint[e]]++;
    square[useConstraint[e]] += useAmount[e] * useAmount[e];
  }
  const scale = square.map((sum, r) => (sum > 0 ? Math.sqrt(count[r] / sum) : 1));
  const denseRow = Int32Array.from(
    [...count.keys()].filter((r) => count[r] > DENSE_SHARE * participant.length),
  );
  const denseAt = new Int32Array(rows).fill(-1);
  for (const [d, r] of denseRow.entries()) denseAt[r] = d;
  const families = familiesOf(problem, denseAt);
  return {
    people: problem.participants.length,
    rows,
    start: optionStarts(problem),
    ...bundlesOf(problem, families.side, scale),
    families,
    denseRow,
    scale,
    limit: limit.map((most, r) => most * scale[r]),
    penalty,
    most: penalty.map((points, r) => points / scale[r]),
    empty: Uint8Array.from(count, (uses) => (uses === 0 ? 1 : 0)),
  };
}
