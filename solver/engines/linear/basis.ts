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
 */
import { createKernel } from './kernel.ts';
import type { Columns, Program } from './program.ts';
import { addTo, clear, createSparse, type Sparse } from './sparse.ts';

export interface Basis {
  readonly isBasic: (variable: number) => boolean;
  /** The basic variables: keys, others and slacks or overruns, each once; -1 stands for none. */
  readonly keys: Int32Array;
  readonly others: Int32Array;
  readonly otherCount: () => number;
  readonly rowBasics: Int32Array;
  /** Per participant; -1 for slacks and overruns. */
  readonly personOf: (variable: number) => number;
  /** Writes how the basic variables fall when a variable that is not basic rises by one. */
  readonly image: (variable: number, into: Sparse) => void;
  /** Writes the row of a basic variable: weights of the program's rows, by which its entry at any variable follows. */
  readonly rowOf: (variable: number, into: Sparse) => void;
  /** A basic variable leaves, whose row is given, and another enters; where they meet the entry may not be 0. */
  readonly exchange: (entering: number, leaving: number, row: Sparse) => void;
  /** All slacks, and the keys given. */
  readonly reset: (keys: Int32Array) => void;
  /** Lets a participant's variable in, in place of the slack of one of the `open` rows, if an entry there is large enough. */
  readonly enter: (variable: number, open: Uint8Array, least: number) => boolean;
  /** Writes the basic variables' values, given what all others leave of every row and of every participant's 1. */
  readonly values: (rest: Sparse, share: Float64Array, into: Float64Array) => void;
  /** Writes the prices of the rows at which every basic variable's reduced cost is 0. */
  readonly prices: (cost: (variable: number) => number, into: Float64Array) => void;
  /** The columns are now these: the same first, and more. */
  readonly extend: (columns: Columns) => void;
}

const [OUTSIDE, KEY, OTHER, OF_ROW] = [0, 1, 2, 3];

export function createBasis({ rows, people, overruns }: Program, first: Columns): Basis {
  const unplaced = 2 * rows;
  const offset = unplaced + people;
  const kernel = createKernel();
  const keys = new Int32Array(people).fill(-1);
  const others = new Int32Array(rows).fill(-1);
  const tight = new Int32Array(rows);
  const tightAt = new Int32Array(rows).fill(-1);
  const rowBasics = Int32Array.from({ length: rows }, (_, i) => i);
  const othersOf = new Int32Array(people);
  let columns = first;
  let kind = new Uint8Array(offset + first.count);
  let at = new Int32Array(offset + first.count).fill(-1);
  const solved = new Float64Array(rows);
  const weights = new Float64Array(rows);
  const residual = createSparse(rows);
  const scratch = createSparse(rows);

  /** Slacks, and overruns that stand in no other row. */
  const isOfRow = (v: number): boolean => v < rows || (v < unplaced && overruns[v - rows].length === 0);

  const personOf = (v: number): number =>
    v < unplaced ? -1 : v < offset ? v - unplaced : columns.person[v - offset];

  /** Adds `by` times a variable's amounts to a vector over rows. */
  const addAmounts = (v: number, by: number, into: Sparse): void => {
    if (v < rows) addTo(into, v, by);
    else if (v < unplaced) {
      addTo(into, v - rows, -by);
      for (const [i, amount] of overruns[v - rows]) addTo(into, i, -by * amount);
    } else if (v >= offset) {
      const j = v - offset;
      for (let e = columns.start[j]; e < columns.start[j + 1]; e++)
        addTo(into, columns.row[e], by * columns.amount[e]);
    }
  };

  /** A variable's amounts less those of its participant's key. */
  const addRelative = (v: number, by: number, into: Sparse): void => {
    addAmounts(v, by, into);
    const p = personOf(v);
    if (p >= 0) addAmounts(keys[p], -by, into);
  };

  const relativeAt = (v: number, row: number): number => {
    const p = personOf(v);
    return amountAt(v, row) - (p < 0 ? 0 : amountAt(keys[p], row));
  };

  const amountAt = (v: number, row: number): number => {
    if (v < unplaced) {
      if (v - rows === row) return -1;
      for (const [i, amount] of overruns[v - rows]) if (i === row) return -amount;
      return 0;
    }
    if (v < offset) return 0;
    const j = v - offset;
    for (let e = columns.start[j]; e < columns.start[j + 1]; e++)
      if (columns.row[e] === row) return columns.amount[e];
    return 0;
  };

  /** Writes the inverse times a variable to `solved`; leaves in `residual` what it uses of each row that is not tight. */
  const solveFor = (v: number): void => {
    const size = kernel.size();
    clear(residual);
    addRelative(v, 1, residual);
    solved.fill(0, 0, size);
    for (let n = 0; n < residual.count; n++) {
      const u = tightAt[residual.index[n]];
      const by = residual.value[residual.index[n]];
      if (u >= 0 && by !== 0) kernel.addColumn(u, by, solved);
    }
    for (let t = 0; t < size; t++) if (solved[t] !== 0) addRelative(others[t], -solved[t], residual);
  };

  const image: Basis['image'] = (v, into) => {
    clear(into);
    solveFor(v);
    const p = personOf(v);
    if (p >= 0) addTo(into, keys[p], 1);
    for (let t = 0; t < kernel.size(); t++) {
      if (solved[t] === 0) continue;
      addTo(into, others[t], solved[t]);
      const person = personOf(others[t]);
      if (person >= 0) addTo(into, keys[person], -solved[t]);
    }
    for (let n = 0; n < residual.count; n++) {
      const i = residual.index[n];
      if (tightAt[i] >= 0) continue;
      addTo(into, rowBasics[i], rowBasics[i] < rows ? residual.value[i] : -residual.value[i]);
    }
  };

  const rowOf: Basis['rowOf'] = (v, into) => {
    clear(into);
    const size = kernel.size();
    weights.fill(0, 0, size);
    if (kind[v] === OTHER) kernel.addRow(at[v], 1, weights);
    else if (kind[v] === KEY) {
      const p = personOf(v);
      for (let t = 0; t < size && othersOf[p] > 0; t++)
        if (personOf(others[t]) === p) kernel.addRow(t, -1, weights);
    } else {
      const i = at[v];
      const sign = v < rows ? 1 : -1;
      addTo(into, i, sign);
      for (let t = 0; t < size; t++) {
        const amount = relativeAt(others[t], i);
        if (amount !== 0) kernel.addRow(t, -sign * amount, weights);
      }
    }
    for (let u = 0; u < size; u++) if (weights[u] !== 0) addTo(into, tight[u], weights[u]);
  };

  const put = (v: number, as: number, where: number): void => {
    kind[v] = as;
    at[v] = where;
  };

  /** Another basic variable of a participant becomes the key; the old key takes its place among the others. */
  const changeKey = (p: number): void => {
    const siblings: number[] = [];
    for (let t = 0; t < kernel.size(); t++) if (personOf(others[t]) === p) siblings.push(t);
    const t = siblings.pop();
    if (t === undefined) throw new Error('a participant without another basic variable keeps the key');
    kernel.turnColumn(t, siblings);
    const [old, next] = [keys[p], others[t]];
    keys[p] = next;
    others[t] = old;
    put(next, KEY, p);
    put(old, OTHER, t);
  };

  const countOther = (v: number, by: 1 | -1): void => {
    const p = personOf(v);
    if (p >= 0) othersOf[p] += by;
  };

  const takeOutOther = (t: number): void => {
    const last = kernel.size();
    countOther(others[t], -1);
    if (t !== last) {
      others[t] = others[last];
      at[others[t]] = t;
    }
    others[last] = -1;
  };

  const makeTight = (i: number, u: number): void => {
    tight[u] = i;
    tightAt[i] = u;
    rowBasics[i] = -1;
  };

  const loosen = (i: number, v: number): void => {
    tightAt[i] = -1;
    rowBasics[i] = v;
    put(v, OF_ROW, i);
  };

  /** The tight row at u is taken out, and the last one moves there. */
  const takeOutTight = (u: number): void => {
    const last = kernel.size();
    if (u === last) return;
    tight[u] = tight[last];
    tightAt[tight[u]] = u;
  };

  const exchange: Basis['exchange'] = (entering, leaving, row) => {
    const p = personOf(leaving);
    if (kind[leaving] === KEY) {
      if (othersOf[p] === 0) {
        put(leaving, OUTSIDE, -1);
        keys[p] = entering;
        put(entering, KEY, p);
        return;
      }
      changeKey(p);
    }
    if (kind[leaving] === OTHER) leaveOther(entering, at[leaving]);
    else leaveRow(entering, at[leaving], row);
    put(leaving, OUTSIDE, -1);
  };

  const leaveOther = (entering: number, t: number): void => {
    if (isOfRow(entering)) {
      const i = entering < rows ? entering : entering - rows;
      const u = tightAt[i];
      kernel.shrink(t, u);
      takeOutOther(t);
      takeOutTight(u);
      loosen(i, entering);
      return;
    }
    solveFor(entering);
    kernel.replaceColumn(t, solved);
    countOther(others[t], -1);
    others[t] = entering;
    countOther(entering, 1);
    put(entering, OTHER, t);
  };

  const leaveRow = (entering: number, i: number, row: Sparse): void => {
    const size = kernel.size();
    const sign = rowBasics[i] < rows ? 1 : -1;
    if (isOfRow(entering) && (entering === i || entering === rows + i)) {
      rowBasics[i] = entering;
      put(entering, OF_ROW, i);
      return;
    }
    // The row of a slack holds the negative of its amounts times the inverse.
    for (let u = 0; u < size; u++) weights[u] = -sign * row.value[tight[u]];
    if (isOfRow(entering)) {
      const j = entering < rows ? entering : entering - rows;
      const u = tightAt[j];
      kernel.replaceRow(u, weights);
      loosen(j, entering);
      makeTight(i, u);
      return;
    }
    solveFor(entering);
    kernel.grow(solved, weights, residual.value[i]);
    makeTight(i, size);
    others[size] = entering;
    countOther(entering, 1);
    put(entering, OTHER, size);
  };

  return {
    isBasic: (v) => kind[v] !== OUTSIDE,
    keys,
    others,
    otherCount: kernel.size,
    rowBasics,
    personOf,
    image,
    rowOf,
    exchange,
    reset: (chosen) => {
      kernel.clear();
      kind.fill(OUTSIDE);
      at.fill(-1);
      tightAt.fill(-1);
      others.fill(-1);
      othersOf.fill(0);
      for (let i = 0; i < rows; i++) loosen(i, i);
      for (let p = 0; p < people; p++) {
        keys[p] = chosen[p];
        put(chosen[p], KEY, p);
      }
    },
    enter: (v, open, least) => {
      solveFor(v);
      let best = -1;
      for (let n = 0; n < residual.count; n++) {
        const i = residual.index[n];
        if (open[i] === 0 || tightAt[i] >= 0) continue;
        if (best < 0 || Math.abs(residual.value[i]) > Math.abs(residual.value[best])) best = i;
      }
      if (best < 0 || Math.abs(residual.value[best]) < least) return false;
      const slack = rowBasics[best];
      rowOf(slack, scratch);
      leaveRow(v, best, scratch);
      put(slack, OUTSIDE, -1);
      return true;
    },
    values: (rest, share, into) => {
      for (let p = 0; p < people; p++) {
        into[keys[p]] = share[p];
        if (share[p] !== 0) addAmounts(keys[p], -share[p], rest);
      }
      const size = kernel.size();
      solved.fill(0, 0, size);
      for (let u = 0; u < size; u++) kernel.addColumn(u, rest.value[tight[u]], solved);
      for (let t = 0; t < size; t++) {
        const p = personOf(others[t]);
        into[others[t]] = solved[t];
        if (p >= 0) into[keys[p]] -= solved[t];
        if (solved[t] !== 0) addRelative(others[t], -solved[t], rest);
      }
      for (let i = 0; i < rows; i++) {
        const v = rowBasics[i];
        if (v >= 0) into[v] = v < rows ? rest.value[i] : -rest.value[i];
      }
    },
    prices: (cost, into) => {
      for (let i = 0; i < rows; i++) {
        const v = rowBasics[i];
        into[i] = v < 0 ? 0 : v < rows ? -cost(v) : cost(v);
      }
      const size = kernel.size();
      weights.fill(0, 0, size);
      for (let t = 0; t < size; t++) {
        const p = personOf(others[t]);
        clear(residual);
        addRelative(others[t], 1, residual);
        let sum = cost(others[t]) - (p < 0 ? 0 : cost(keys[p]));
        for (let n = 0; n < residual.count; n++)
          sum += residual.value[residual.index[n]] * into[residual.index[n]];
        if (sum !== 0) kernel.addRow(t, -sum, weights);
      }
      for (let u = 0; u < size; u++) into[tight[u]] = weights[u];
    },
    extend: (more) => {
      columns = more;
      const [widerKind, widerAt] = [
        new Uint8Array(offset + more.count),
        new Int32Array(offset + more.count).fill(-1),
      ];
      widerKind.set(kind);
      widerAt.set(at);
      kind = widerKind;
      at = widerAt;
    },
  };
}
