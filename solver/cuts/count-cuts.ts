/**
 * Finds small whole counts in a problem and writes the facets of their integer hull as count cuts.
 *
 * A team's seats and its mix of women and men are three rows over the same two classes of options. Few pairs (women,
 * men) are allowed, and the convex hull of these lies well inside what the rows allow in fractions.
 *
 * 1. A row starts a search where it is hard, sparse, and has one or two distinct amounts: its classes A and B.
 * 2. Every hard row with one amount on all of A, one on all of B and none below 0 elsewhere joins.
 * 3. The pairs that all of them allow are listed, and the facets that are not already a row become cuts.
 * 4. Rows that only touch A and B now follow from the facets: the caller may leave them out.
 *
 * Cost: proportional to the entries of the rows with at most two amounts, and to the pairs listed.
 */
import { type Facet, facets as facetsOf } from '../hull.ts';
import type { Problem } from '../problem.ts';
import type { CountCut } from '../solution.ts';

export interface CountCuts {
  readonly cuts: readonly CountCut[];
  /** 1 for every row that the cuts and the other rows imply. */
  readonly implied: Uint8Array;
  /** A row whose counts allow nothing at all, or -1. */
  readonly impossible: number;
}

/** Rows over more options than this are not looked at; neither are classes with more pairs than this. */
const MOST_OPTIONS = 20_000;
const MOST_PAIRS = 20_000;

/** Entries by row, options rising: those of row r at start[r] <= i < start[r + 1], none for rows with too many. */
interface ByRow {
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly amount: Float64Array;
}

function byRow(problem: Problem): ByRow {
  const { useStart, useConstraint, useAmount } = problem;
  const count = new Int32Array(problem.limit.length);
  for (const r of useConstraint) count[r]++;
  const start = new Int32Array(problem.limit.length + 1);
  for (let r = 0; r < problem.limit.length; r++)
    start[r + 1] = start[r] + (count[r] <= MOST_OPTIONS ? count[r] : 0);
  const next = start.slice();
  const option = new Int32Array(start[problem.limit.length]);
  const amount = new Float64Array(option.length);
  for (let k = 0; k < problem.participant.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const r = useConstraint[e];
      if (count[r] > MOST_OPTIONS) continue;
      const i = next[r]++;
      option[i] = k;
      amount[i] = useAmount[e];
    }
  }
  return { start, option, amount };
}

interface Line {
  readonly row: number;
  readonly alpha: number;
  readonly beta: number;
  readonly limit: number;
  /** Whether the row touches nothing but A and B. */
  readonly within: boolean;
}

interface Classes {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Count cuts of all rows that have them. */
export function countCuts(problem: Problem): CountCuts {
  const rows = byRow(problem);
  const linesOf = lineFinder(problem, rows);
  const implied = new Uint8Array(problem.limit.length);
  const searched = new Uint8Array(problem.limit.length);
  const cuts: CountCut[] = [];
  for (let r = 0; r < problem.limit.length; r++) {
    if (searched[r] === 1 || problem.penalty[r] !== Number.POSITIVE_INFINITY) continue;
    const classes = classesOf(rows, r);
    if (classes === null) continue;
    const lines = linesOf(classes);
    for (const line of lines) if (line.within && line.alpha !== line.beta) searched[line.row] = 1;
    const pairs = allowedPairs(problem, classes, lines);
    if (pairs === null) continue;
    if (pairs.length === 0) return { cuts, implied, impossible: r };
    const facets = facetsOf(pairs);
    const most = mostOf(problem, classes);
    for (const facet of facets) {
      if (facet[0] * (facet[0] > 0 ? most.a : 0) + facet[1] * (facet[1] > 0 ? most.b : 0) <= facet[2])
        continue;
      if (lines.some((line) => isLine(facet, line))) continue;
      cuts.push({ kind: 'count', ...classes, rows: lines.map((line) => line.row), facet });
    }
    for (const line of lines) {
      if (line.within && !facets.some((facet) => isLine(facet, line))) implied[line.row] = 1;
    }
  }
  return { cuts, implied, impossible: -1 };
}

/** Per row: the smallest amount that any option has of it, at most 0. */
function leastAmounts(problem: Problem): Float64Array {
  const least = new Float64Array(problem.limit.length);
  problem.useAmount.forEach((amount, e) => {
    const r = problem.useConstraint[e];
    if (amount < least[r]) least[r] = amount;
  });
  return least;
}

/** The options of a row by its one or two amounts; null where it has more, or where there is nothing to gain. */
function classesOf(rows: ByRow, r: number): Classes | null {
  const from = rows.start[r];
  const to = rows.start[r + 1];
  if (to === from) return null;
  const alpha = rows.amount[from];
  let beta = 0;
  for (let i = from; i < to; i++) {
    const amount = rows.amount[i];
    if (amount === 0) return null;
    if (amount === alpha || amount === beta) continue;
    if (beta !== 0) return null;
    beta = amount;
  }
  if (beta === 0 && Math.abs(alpha) === 1) return null;
  const a: number[] = [];
  const b: number[] = [];
  for (let i = from; i < to; i++) (rows.amount[i] === alpha ? a : b).push(rows.option[i]);
  return { a, b };
}

/** Finds the hard rows with one amount on all of A, one on all of B, and none below 0 elsewhere. */
function lineFinder(problem: Problem, rows: ByRow): (classes: Classes) => readonly Line[] {
  const { useStart, useConstraint, useAmount, limit, penalty } = problem;
  const least = leastAmounts(problem);
  // Per row: how many options of A and of B have it, with which amount, and whether that is always the same.
  const [inA, inB] = [new Int32Array(limit.length), new Int32Array(limit.length)];
  const [alpha, beta] = [new Float64Array(limit.length), new Float64Array(limit.length)];
  const mixed = new Uint8Array(limit.length);
  let touched: number[] = [];
  const look = (option: number, count: Int32Array, amounts: Float64Array): void => {
    for (let e = useStart[option]; e < useStart[option + 1]; e++) {
      const r = useConstraint[e];
      if (penalty[r] !== Number.POSITIVE_INFINITY) continue;
      if (inA[r] === 0 && inB[r] === 0) touched.push(r);
      if (count[r]++ === 0) amounts[r] = useAmount[e];
      else if (amounts[r] !== useAmount[e]) mixed[r] = 1;
    }
  };
  return ({ a, b }) => {
    for (const option of a) look(option, inA, alpha);
    for (const option of b) look(option, inB, beta);
    const lines: Line[] = [];
    for (const row of touched) {
      const whole = (inA[row] === 0 || inA[row] === a.length) && (inB[row] === 0 || inB[row] === b.length);
      const within = rows.start[row + 1] - rows.start[row] === inA[row] + inB[row];
      if (whole && mixed[row] === 0 && (within || least[row] >= 0)) {
        lines.push({ row, alpha: alpha[row], beta: beta[row], limit: limit[row], within });
      }
      inA[row] = inB[row] = alpha[row] = beta[row] = mixed[row] = 0;
    }
    touched = [];
    return lines.sort((x, y) => x.row - y.row);
  };
}

/** How many people own an option of each class: more than that can never be picked. */
function mostOf(problem: Problem, { a, b }: Classes): { readonly a: number; readonly b: number } {
  return { a: owners(problem, a), b: owners(problem, b) };
}

function owners(problem: Problem, options: readonly number[]): number {
  let count = 0;
  let last = -1;
  for (const option of options) {
    if (problem.participant[option] !== last) count++;
    last = problem.participant[option];
  }
  return count;
}

/** The whole pairs that all lines allow; null where they are too many to list. */
function allowedPairs(
  problem: Problem,
  classes: Classes,
  lines: readonly Line[],
): readonly (readonly [number, number])[] | null {
  let { a: mostA, b: mostB } = mostOf(problem, classes);
  for (const { alpha, beta, limit } of lines) {
    if (limit < 0 && alpha >= 0 && beta >= 0) return [];
    if (alpha > 0 && beta >= 0) mostA = Math.min(mostA, Math.floor(limit / alpha));
    if (beta > 0 && alpha >= 0) mostB = Math.min(mostB, Math.floor(limit / beta));
  }
  if ((mostA + 1) * (mostB + 1) > MOST_PAIRS) return null;
  const pairs: (readonly [number, number])[] = [];
  for (let w = 0; w <= mostA; w++) {
    for (let m = 0; m <= mostB; m++) {
      if (lines.every(({ alpha, beta, limit }) => alpha * w + beta * m <= limit)) pairs.push([w, m]);
    }
  }
  return pairs;
}

/** Whether facet and row say the same of the two counts. */
function isLine([ca, cb, c]: Facet, { alpha, beta, limit }: Line): boolean {
  const same = ca * beta === cb * alpha && (ca !== 0 ? c * alpha === ca * limit : c * beta === cb * limit);
  return same && ca * alpha + cb * beta > 0;
}
