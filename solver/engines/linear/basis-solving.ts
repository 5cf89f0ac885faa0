/**
 * What a basis says: how basic variables answer to another one (a column), what a basic variable's row is made of, the basic
 * variables' values and the rows' prices. Each is a product with the kernel's inverse, and with the amounts around it.
 */
import { addAmounts, addRelative, type Basis, KEY, OTHER, personOf, relativeAt } from './basis.ts';
import { addTo, clear, type Sparse } from './sparse.ts';

/** Writes the inverse times a variable to `solved`, and to `residual` what it uses of each row that is not tight. */
export function solveFor(basis: Basis, v: number): void {
  const { kernel, solved, residual, others, tightAt } = basis;
  const size = kernel.size();
  clear(residual);
  addRelative(basis, v, 1, residual);
  solved.fill(0, 0, size);
  for (let n = 0; n < residual.count; n++) {
    const u = tightAt[residual.index[n]];
    const by = residual.value[residual.index[n]];
    if (u >= 0 && by !== 0) kernel.addColumn(u, by, solved);
  }
  for (let t = 0; t < size; t++) if (solved[t] !== 0) addRelative(basis, others[t], -solved[t], residual);
}

/** Writes how the basic variables fall when a variable that is not basic rises by one. */
export function writeImage(basis: Basis, v: number, into: Sparse): void {
  const { solved, residual, keys, others, tightAt, rowBasics } = basis;
  const { rows } = basis.program;
  clear(into);
  solveFor(basis, v);
  const p = personOf(basis, v);
  if (p >= 0) addTo(into, keys[p], 1);
  const size = basis.kernel.size();
  for (let t = 0; t < size; t++) {
    if (solved[t] === 0) continue;
    addTo(into, others[t], solved[t]);
    const person = personOf(basis, others[t]);
    if (person >= 0) addTo(into, keys[person], -solved[t]);
  }
  for (let n = 0; n < residual.count; n++) {
    const i = residual.index[n];
    if (tightAt[i] >= 0) continue;
    addTo(into, rowBasics[i], rowBasics[i] < rows ? residual.value[i] : -residual.value[i]);
  }
}

/** Writes the row of a basic variable: weights of the program's rows, by which its entry at any variable follows. */
export function writeRow(basis: Basis, v: number, into: Sparse): void {
  const { kernel, weights, others, othersOf, kind, at, tight } = basis;
  clear(into);
  const size = kernel.size();
  weights.fill(0, 0, size);
  if (kind[v] === OTHER) kernel.addRow(at[v], 1, weights);
  else if (kind[v] === KEY) {
    const p = personOf(basis, v);
    for (let t = 0; t < size && othersOf[p] > 0; t++)
      if (personOf(basis, others[t]) === p) kernel.addRow(t, -1, weights);
  } else {
    const i = at[v];
    const sign = v < basis.program.rows ? 1 : -1;
    addTo(into, i, sign);
    for (let t = 0; t < size; t++) {
      const amount = relativeAt(basis, others[t], i);
      if (amount !== 0) kernel.addRow(t, -sign * amount, weights);
    }
  }
  for (let u = 0; u < size; u++) if (weights[u] !== 0) addTo(into, tight[u], weights[u]);
}

/** Writes the basic variables' values, given what all others leave of every row (used up) and of every participant's 1. */
export function writeValues(basis: Basis, rest: Sparse, share: Float64Array, into: Float64Array): void {
  const { kernel, solved, keys, others, tight, rowBasics } = basis;
  const { rows, people } = basis.program;
  for (let p = 0; p < people; p++) {
    into[keys[p]] = share[p];
    if (share[p] !== 0) addAmounts(basis, keys[p], -share[p], rest);
  }
  const size = kernel.size();
  solved.fill(0, 0, size);
  for (let u = 0; u < size; u++) kernel.addColumn(u, rest.value[tight[u]], solved);
  for (let t = 0; t < size; t++) {
    const p = personOf(basis, others[t]);
    into[others[t]] = solved[t];
    if (p >= 0) into[keys[p]] -= solved[t];
    if (solved[t] !== 0) addRelative(basis, others[t], -solved[t], rest);
  }
  for (let i = 0; i < rows; i++) {
    const v = rowBasics[i];
    if (v >= 0) into[v] = v < rows ? rest.value[i] : -rest.value[i];
  }
}

/** The prices of the rows at which every basic variable's reduced cost is 0. */
export function pricesOf(basis: Basis, cost: (variable: number) => number): Float64Array {
  const { kernel, weights, residual, keys, others, tight, rowBasics } = basis;
  const { rows } = basis.program;
  const prices = Float64Array.from(rowBasics, (v) => (v < 0 ? 0 : v < rows ? -cost(v) : cost(v)));
  const size = kernel.size();
  weights.fill(0, 0, size);
  for (let t = 0; t < size; t++) {
    const p = personOf(basis, others[t]);
    clear(residual);
    addRelative(basis, others[t], 1, residual);
    let sum = cost(others[t]) - (p < 0 ? 0 : cost(keys[p]));
    for (let n = 0; n < residual.count; n++)
      sum += residual.value[residual.index[n]] * prices[residual.index[n]];
    if (sum !== 0) kernel.addRow(t, -sum, weights);
  }
  for (let u = 0; u < size; u++) prices[tight[u]] = weights[u];
  return prices;
}
