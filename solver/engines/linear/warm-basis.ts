/** A basis known from before: that of the same program, computed anew, or that of a program over much the same rows and columns. */
import { type Basis, isBasic, isOfRow, personOf } from './basis.ts';
import { enter, exchange, resetBasis } from './basis-change.ts';
import { reducedAnew } from './prices.ts';
import type { Sparse } from './sparse.ts';
import { SMALLEST_PIVOT } from './step.ts';
import { placeAnew } from './values.ts';
import type { Variables } from './variables.ts';

/** All variables that are basic. */
export function basicVariables({ keys, others, rowBasics, kernel }: Basis): readonly number[] {
  return [...keys, ...others.subarray(0, kernel.size()), ...rowBasics.filter((v) => v >= 0)];
}

/**
 * Makes these variables basic, one after the other: the first of a participant is their key, or being unplaced where there is none. A row
 * whose slack is not among them gets it back where too few are left for it, and one that depends on those before it stays out. `scratch` is
 * over rows. Cost: the cube of the kernel's size.
 */
export function startFromBasis(variables: Variables, basic: readonly number[], scratch: Sparse): void {
  const { program, basis } = variables;
  const { rows, people, firstUnplaced } = program;
  const open = new Uint8Array(rows).fill(1);
  const keys = new Int32Array(people).fill(-1);
  for (const v of basic) {
    const p = personOf(basis, v);
    if (v < rows) open[v] = 0;
    else if (p >= 0 && keys[p] < 0) keys[p] = v;
  }
  resetBasis(
    basis,
    keys.map((v, p) => (v < 0 ? firstUnplaced + p : v)),
  );
  for (const v of basic) {
    if (v < rows || v >= firstUnplaced || !isOfRow(program, v) || open[v - rows] === 0) continue;
    exchange(basis, v, v - rows, scratch);
    open[v - rows] = 0;
  }
  for (const v of basic) if (v >= rows && !isBasic(basis, v)) enter(basis, v, open, SMALLEST_PIVOT, scratch);
  reducedAnew(variables);
  placeAnew(variables);
}
