/**
 * How a basis changes: one variable leaves and another enters. What that does to the kernel depends on what the two are:
 * a row's basic variable that leaves makes its row tight, one that enters loosens it, so that the kernel grows, shrinks,
 * or has a row or a column replaced. A key can leave only when another basic variable of its participant takes its place.
 */
import { type Basis, isOfRow, KEY, OF_ROW, OTHER, OUTSIDE, personOf } from './basis.ts';
import { solveFor, writeRow } from './basis-solving.ts';
import type { Sparse } from './sparse.ts';

/** All slacks, and the keys given. */
export function resetBasis(basis: Basis, chosen: Int32Array): void {
  const { program, kernel, kind, at, tightAt, others, othersOf, keys } = basis;
  kernel.clear();
  kind.fill(OUTSIDE);
  at.fill(-1);
  tightAt.fill(-1);
  others.fill(-1);
  othersOf.fill(0);
  for (let i = 0; i < program.rows; i++) loosen(basis, i, i);
  for (let p = 0; p < program.people; p++) {
    keys[p] = chosen[p];
    put(basis, chosen[p], KEY, p);
  }
}

/**
 * Lets a participant's variable in, in place of the slack of one of the `open` rows, if an entry there is at least `least`.
 * `scratch` is over rows.
 */
export function enter(basis: Basis, v: number, open: Uint8Array, least: number, scratch: Sparse): boolean {
  const { residual, tightAt, rowBasics } = basis;
  solveFor(basis, v);
  let best = -1;
  for (let n = 0; n < residual.count; n++) {
    const i = residual.index[n];
    if (open[i] === 0 || tightAt[i] >= 0) continue;
    if (best < 0 || Math.abs(residual.value[i]) > Math.abs(residual.value[best])) best = i;
  }
  if (best < 0 || Math.abs(residual.value[best]) < least) return false;
  const slack = rowBasics[best];
  writeRow(basis, slack, scratch);
  leaveRow(basis, v, best, scratch);
  put(basis, slack, OUTSIDE, -1);
  return true;
}

/** A basic variable leaves, whose row is given, and another enters; where they meet the entry may not be 0. */
export function exchange(basis: Basis, entering: number, leaving: number, row: Sparse): void {
  const { kind, at, keys, othersOf } = basis;
  if (kind[leaving] === KEY) {
    const p = personOf(basis, leaving);
    if (othersOf[p] === 0) {
      put(basis, leaving, OUTSIDE, -1);
      keys[p] = entering;
      put(basis, entering, KEY, p);
      return;
    }
    changeKey(basis, p);
  }
  if (kind[leaving] === OTHER) leaveOther(basis, entering, at[leaving]);
  else leaveRow(basis, entering, at[leaving], row);
  put(basis, leaving, OUTSIDE, -1);
}

function leaveOther(basis: Basis, entering: number, t: number): void {
  const { program, kernel, others, tightAt, solved } = basis;
  if (isOfRow(program, entering)) {
    const i = rowOf(basis, entering);
    const u = tightAt[i];
    kernel.shrink(t, u);
    takeOutOther(basis, t);
    takeOutTight(basis, u);
    loosen(basis, i, entering);
    return;
  }
  solveFor(basis, entering);
  kernel.replaceColumn(t, solved);
  countOther(basis, others[t], -1);
  putOther(basis, entering, t);
}

function leaveRow(basis: Basis, entering: number, i: number, row: Sparse): void {
  const { program, kernel, rowBasics, weights, tight, tightAt, solved, residual } = basis;
  const size = kernel.size();
  const sign = rowBasics[i] < program.rows ? 1 : -1;
  const ofRow = isOfRow(program, entering);
  if (ofRow && rowOf(basis, entering) === i) {
    loosen(basis, i, entering);
    return;
  }
  // The row of a slack holds the negative of its amounts times the inverse.
  for (let u = 0; u < size; u++) weights[u] = -sign * row.value[tight[u]];
  if (ofRow) {
    const j = rowOf(basis, entering);
    const u = tightAt[j];
    kernel.replaceRow(u, weights);
    loosen(basis, j, entering);
    makeTight(basis, i, u);
    return;
  }
  solveFor(basis, entering);
  kernel.grow(solved, weights, residual.value[i]);
  makeTight(basis, i, size);
  putOther(basis, entering, size);
}

/** Another basic variable of a participant becomes the key; the old key takes its place among the others. */
function changeKey(basis: Basis, p: number): void {
  const { kernel, keys, others } = basis;
  const siblings: number[] = [];
  for (let t = 0; t < kernel.size(); t++) if (personOf(basis, others[t]) === p) siblings.push(t);
  const t = siblings.pop();
  if (t === undefined) throw new Error('a participant without another basic variable keeps the key');
  kernel.turnColumn(t, siblings);
  const [old, next] = [keys[p], others[t]];
  keys[p] = next;
  others[t] = old;
  put(basis, next, KEY, p);
  put(basis, old, OTHER, t);
}

/** The row of a slack or an overrun. */
function rowOf({ program: { rows } }: Basis, v: number): number {
  return v < rows ? v : v - rows;
}

function put({ kind, at }: Basis, v: number, as: number, where: number): void {
  kind[v] = as;
  at[v] = where;
}

function putOther(basis: Basis, v: number, t: number): void {
  basis.others[t] = v;
  countOther(basis, v, 1);
  put(basis, v, OTHER, t);
}

function countOther(basis: Basis, v: number, by: 1 | -1): void {
  const p = personOf(basis, v);
  if (p >= 0) basis.othersOf[p] += by;
}

/** The other at t is taken out, and the last one moves there; the kernel has shrunk already. */
function takeOutOther(basis: Basis, t: number): void {
  const { kernel, others, at } = basis;
  const last = kernel.size();
  countOther(basis, others[t], -1);
  if (t !== last) {
    others[t] = others[last];
    at[others[t]] = t;
  }
  others[last] = -1;
}

/** The same for the tight row at u. */
function takeOutTight({ kernel, tight, tightAt }: Basis, u: number): void {
  const last = kernel.size();
  if (u === last) return;
  tight[u] = tight[last];
  tightAt[tight[u]] = u;
}

function makeTight({ tight, tightAt, rowBasics }: Basis, i: number, u: number): void {
  tight[u] = i;
  tightAt[i] = u;
  rowBasics[i] = -1;
}

function loosen(basis: Basis, i: number, v: number): void {
  basis.tightAt[i] = -1;
  basis.rowBasics[i] = v;
  put(basis, v, OF_ROW, i);
}
