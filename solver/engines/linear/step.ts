/** One step of the dual simplex: a variable leaves the basis at the bound that it misses, and another enters. */
import { isBasic } from './basis.ts';
import { exchange } from './basis-change.ts';
import { writeImage } from './basis-solving.ts';
import { type LeavingRow, writeLeavingRow } from './leaving-row.ts';
import { ratioTest } from './ratio.ts';
import { flip } from './values.ts';
import type { Variables } from './variables.ts';

/**
 * `still`: made, but no price moved. `infeasible`: nobody can enter; the row says why. `inexact`: rounding stands in the way,
 * and the basis is as it was.
 */
export type StepOutcome = 'made' | 'still' | 'infeasible' | 'inexact';

const FEASIBLE = 1e-7;
export const SMALLEST_PIVOT = 1e-7;
/** How far the two ways to compute a pivot may differ. */
const INEXACT = 1e-6;
/** A price that moves by less stands still. */
const STANDSTILL = 1e-12;

/** The basic variable that misses its bounds by most, by Devex weights; -1 where all are within theirs. */
export function leavingVariable({ program, basis, value, high }: Variables, weight: Float64Array): number {
  let best = -1;
  let most = 0;
  const look = (v: number): void => {
    const miss = value[v] < -FEASIBLE ? -value[v] : value[v] - high[v];
    if (miss <= FEASIBLE) return;
    const rank = (miss * miss) / weight[v];
    if (rank > most) {
      most = rank;
      best = v;
    }
  };
  const { keys, others, rowBasics, kernel } = basis;
  const size = kernel.size();
  for (let p = 0; p < program.people; p++) look(keys[p]);
  for (let t = 0; t < size; t++) look(others[t]);
  for (let i = 0; i < program.rows; i++) if (rowBasics[i] >= 0) look(rowBasics[i]);
  return best;
}

/** Makes a step; `row` is written on the way. */
export function makeStep(
  variables: Variables,
  leaving: number,
  weight: Float64Array,
  row: LeavingRow,
): StepOutcome {
  const { basis, value, high, atHigh, reduced, image } = variables;
  const { entries } = row;
  writeLeavingRow(variables, leaving, row);
  const { entering, flips } = ratioTest(row.candidate, row.able, row.miss, row.size, reduced, high);
  if (entering < 0) return 'infeasible';
  for (let k = 0; k < flips; k++) flip(variables, row.candidate[k]);
  writeImage(basis, entering, image);
  const pivot = image.value[leaving];
  const expected = entries.value[entering];
  if (Math.abs(pivot) < SMALLEST_PIVOT || Math.abs(pivot - expected) > INEXACT * (1 + Math.abs(pivot)))
    return 'inexact';
  const theta = reduced[entering] / expected;
  for (let n = 0; n < entries.count; n++) {
    const v = entries.index[n];
    if (!isBasic(basis, v)) reduced[v] -= theta * entries.value[v];
  }
  reduced[entering] = 0;
  reduced[leaving] = -theta;
  const to = row.sign < 0 ? 0 : high[leaving];
  const by = (value[leaving] - to) / pivot;
  const heavy = weight[leaving] / (pivot * pivot);
  for (let n = 0; n < image.count; n++) {
    const v = image.index[n];
    const alpha = image.value[v];
    if (alpha === 0) continue;
    value[v] -= by * alpha;
    weight[v] = Math.max(weight[v], alpha * alpha * heavy);
  }
  value[entering] = (atHigh[entering] === 1 ? high[entering] : 0) + by;
  weight[entering] = Math.max(heavy, 1);
  exchange(basis, entering, leaving, row.ofRows);
  atHigh[leaving] = row.sign < 0 ? 0 : 1;
  return Math.abs(theta) < STANDSTILL ? 'still' : 'made';
}
