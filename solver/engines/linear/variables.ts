/**
 * The variables of a program as a dual simplex walks on them: what each may be at most and costs, at which bound it stands,
 * its value and its reduced cost.
 *
 * Costs carry a tiny, fixed noise against ties, never above 0, so that a bound stays one. For a while they may be shifted
 * besides, so that a basis fits prices that it did not make.
 */
import { type Basis, createBasis, extendBasis } from './basis.ts';
import type { Columns, Program } from './program.ts';
import { createSparse, type Sparse } from './sparse.ts';

export interface Variables {
  readonly program: Program;
  readonly basis: Basis;
  columns: Columns;
  count: number;
  /** Per row, scaled, as they are now. */
  readonly limit: Float64Array;
  high: Float64Array;
  cost: Float64Array;
  shift: Float64Array;
  /** Cost less what the prices charge; slacks' are the prices. */
  reduced: Float64Array;
  /** Of variables that are not basic: 1 for those at their upper bound. */
  atHigh: Uint8Array;
  /** Of basic variables. */
  value: Float64Array;
  /** By how much the basic variables fall when the last one asked about rises by one. */
  image: Sparse;
}

const FAR = 1000;
const NOISE = 1e-5;

export function createVariables(program: Program, columns: Columns): Variables {
  const none = new Float64Array(0);
  const variables: Variables = {
    program,
    basis: createBasis(program, columns),
    columns,
    count: 0,
    limit: program.limit.slice(),
    high: none,
    cost: none,
    shift: none,
    reduced: none,
    atHigh: new Uint8Array(0),
    value: none,
    image: createSparse(0),
  };
  resize(variables);
  return variables;
}

/** Replaces the columns by more of them; the old ones stand first. */
export function extendVariables(variables: Variables, columns: Columns): void {
  variables.columns = columns;
  extendBasis(variables.basis, columns);
  resize(variables);
}

function resize(variables: Variables): void {
  const { program, columns, count: from } = variables;
  const { rows, firstUnplaced, firstColumn, penalty } = program;
  const count = firstColumn + columns.count;
  const [high, cost] = [longer(variables.high, count), longer(variables.cost, count)];
  for (let v = from; v < count; v++) {
    if (v < rows) high[v] = slackMost(variables, v);
    else if (v < firstUnplaced) {
      high[v] = overrunMost(variables, v - rows);
      cost[v] = penalty[v - rows] === Number.POSITIVE_INFINITY ? 0 : penalty[v - rows];
    } else {
      high[v] = 1;
      cost[v] =
        v < firstColumn ? 0 : -columns.points[v - firstColumn] - noise(columns.option[v - firstColumn]);
    }
  }
  const atHigh = new Uint8Array(count);
  atHigh.set(variables.atHigh);
  variables.count = count;
  variables.high = high;
  variables.cost = cost;
  variables.shift = longer(variables.shift, count);
  variables.reduced = longer(variables.reduced, count);
  variables.atHigh = atHigh;
  variables.value = longer(variables.value, count);
  variables.image = createSparse(count);
}

export function longer(old: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const made = new Float64Array(length);
  made.set(old);
  return made;
}

// Far more than can be, so that neither an optimum nor a proof that there is none rests on it: prices alone must tell.
export function slackMost({ program: { leastUsed }, limit }: Variables, i: number): number {
  return FAR * (Math.max(0, limit[i] - leastUsed[i]) + 1);
}

export function overrunMost({ program: { penalty, mostUsed }, limit }: Variables, i: number): number {
  return penalty[i] === Number.POSITIVE_INFINITY ? 0 : FAR * (Math.max(0, mostUsed[i] - limit[i]) + 1);
}

/** A small number above 0, the same each time for a variable. */
export function noise(v: number): number {
  return NOISE * (1 + ((Math.imul(v + 1, 0x9e3779b1) >>> 8) & 0xffff) / 0x10000);
}

/** The cost of a variable at prices per row, without its participant's share. */
export function costAt(
  { program, columns, cost, shift }: Variables,
  prices: Float64Array,
  v: number,
): number {
  const { rows, firstUnplaced, firstColumn } = program;
  let sum = cost[v] + shift[v];
  if (v < rows) return sum + prices[v];
  if (v < firstUnplaced) {
    sum -= prices[v - rows];
    for (const [i, amount] of program.overruns[v - rows]) sum -= prices[i] * amount;
    return sum;
  }
  if (v < firstColumn) return sum;
  const { start, row, amount } = columns;
  const j = v - firstColumn;
  for (let e = start[j]; e < start[j + 1]; e++) sum += prices[row[e]] * amount[e];
  return sum;
}
