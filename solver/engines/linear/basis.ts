/**
 * A basis of a program, by the structure that its participants give it (generalised upper bounds: Dantzig and Van Slyke 1967).
 *
 * Every participant has a key, one basic variable that makes up for what their others do not take. Of all other basic
 * variables, slacks and overruns answer for their own row; only the rows without one, the tight rows, and the basic
 * variables of participants beyond their keys, as many, need a matrix:
 *
 *     kernel (tight row u, other t) = amount of t in u - amount of t's participant's key in u
 *
 * An overrun that cuts give way to stands in more rows than its own: it counts among the others, without a participant.
 * The kernel's inverse (kernel.ts) is all that is kept: some dozen to some hundred rows where the whole basis has a thousand.
 * basis-solving.ts asks a basis for vectors, basis-change.ts changes it.
 */
import { createKernel, type Kernel } from './kernel.ts';
import type { Columns, Program } from './program.ts';
import { addTo, createSparse, type Sparse } from './sparse.ts';

export const OUTSIDE = 0;
export const KEY = 1;
export const OTHER = 2;
export const OF_ROW = 3;

export interface Basis {
  readonly program: Program;
  columns: Columns;
  readonly kernel: Kernel;
  /** The basic variables: keys, others (as many as the kernel's size) and slacks or overruns, each once; -1 stands for none. */
  readonly keys: Int32Array;
  readonly others: Int32Array;
  readonly rowBasics: Int32Array;
  /** The tight row at each place in the kernel; and the place of a row, -1 where it is not tight. */
  readonly tight: Int32Array;
  readonly tightAt: Int32Array;
  /** Per participant: how many of the others are theirs. */
  readonly othersOf: Int32Array;
  /** Per variable: what it is here, and which key, other or row's basic variable. */
  kind: Uint8Array;
  at: Int32Array;
  /** The last variable solved for: the inverse times it, over t; and what it uses of each row that is not tight. */
  readonly solved: Float64Array;
  readonly residual: Sparse;
  /** The last row solved for, over u. */
  readonly weights: Float64Array;
}

/** A basis without any variable yet (basis-change.ts: `reset`). */
export function createBasis(program: Program, columns: Columns): Basis {
  const { rows, people, firstColumn } = program;
  return {
    program,
    columns,
    kernel: createKernel(),
    keys: new Int32Array(people).fill(-1),
    others: new Int32Array(rows).fill(-1),
    rowBasics: Int32Array.from({ length: rows }, (_, i) => i),
    tight: new Int32Array(rows),
    tightAt: new Int32Array(rows).fill(-1),
    othersOf: new Int32Array(people),
    kind: new Uint8Array(firstColumn + columns.count),
    at: new Int32Array(firstColumn + columns.count).fill(-1),
    solved: new Float64Array(rows),
    residual: createSparse(rows),
    weights: new Float64Array(rows),
  };
}

/** The columns are now these: the same first, and more. */
export function extendBasis(basis: Basis, columns: Columns): void {
  const variables = basis.program.firstColumn + columns.count;
  const [kind, at] = [new Uint8Array(variables), new Int32Array(variables).fill(-1)];
  kind.set(basis.kind);
  at.set(basis.at);
  basis.columns = columns;
  basis.kind = kind;
  basis.at = at;
}

export function isBasic({ kind }: Basis, v: number): boolean {
  return kind[v] !== OUTSIDE;
}

/** The participant of a variable; -1 for slacks and overruns. */
export function personOf({ program, columns }: Basis, v: number): number {
  const { firstUnplaced, firstColumn } = program;
  return v < firstUnplaced ? -1 : v < firstColumn ? v - firstUnplaced : columns.person[v - firstColumn];
}

/** Slacks, and overruns that stand in no other row. */
export function isOfRow({ rows, firstUnplaced, overruns }: Program, v: number): boolean {
  return v < rows || (v < firstUnplaced && overruns[v - rows].length === 0);
}

/** Adds `by` times a variable's amounts to a vector over rows. */
export function addAmounts({ program, columns }: Basis, v: number, by: number, into: Sparse): void {
  const { rows, firstUnplaced, firstColumn } = program;
  if (v >= firstColumn) {
    const { start, row, amount } = columns;
    const j = v - firstColumn;
    for (let e = start[j]; e < start[j + 1]; e++) addTo(into, row[e], by * amount[e]);
  } else if (v < rows) addTo(into, v, by);
  else if (v < firstUnplaced) {
    addTo(into, v - rows, -by);
    for (const [i, amount] of program.overruns[v - rows]) addTo(into, i, -by * amount);
  }
}

/** Adds `by` times a variable's amounts less those of its participant's key. */
export function addRelative(basis: Basis, v: number, by: number, into: Sparse): void {
  addAmounts(basis, v, by, into);
  const p = personOf(basis, v);
  if (p >= 0) addAmounts(basis, basis.keys[p], -by, into);
}

/** A variable's amount in a row less that of its participant's key. */
export function relativeAt(basis: Basis, v: number, row: number): number {
  const p = personOf(basis, v);
  return amountAt(basis, v, row) - (p < 0 ? 0 : amountAt(basis, basis.keys[p], row));
}

function amountAt({ program, columns }: Basis, v: number, i: number): number {
  const { rows, firstUnplaced, firstColumn } = program;
  if (v < firstUnplaced) {
    if (v - rows === i) return -1;
    for (const [other, amount] of program.overruns[v - rows]) if (other === i) return -amount;
    return 0;
  }
  if (v < firstColumn) return 0;
  const { start, row, amount } = columns;
  const j = v - firstColumn;
  for (let e = start[j]; e < start[j + 1]; e++) if (row[e] === i) return amount[e];
  return 0;
}
