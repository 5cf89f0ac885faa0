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
import { type Facet, facets as facetsOf } from '../../hull.ts';
import type { Problem } from '../../problem.ts';
import type { CountCut } from '../../solution.ts';

export interface Counts {
  readonly cuts: readonly CountCut[];
  /** 1 for every row that the cuts and the other rows imply. */
  readonly implied: Uint8Array;
  /** A row whose counts allow nothing at all, or -1. */
  readonly impossible: number;
}

/** Rows over more options than this are not looked at; neither are classes with more pairs than this. */
const MOST_OPTIONS = 20_000;
const MOST_PAIRS = 20_000;

/** Entries by row: the options of row r and their amounts at start[r] <= i < start[r + 1], options rising. */
export interface ByRow {
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly amount: Float64Array;
}

export function byRow(problem: Problem): ByRow {
  const { useStart, useConstraint, useAmount } = problem;
  const start = new Int32Array(problem.limit.length + 1);
  for (const r of useConstraint) start[r + 1]++;
  for (let r = 0; r < problem.limit.length; r++) start[r + 1] += start[r];
  const next = start.slice();
  const option = new Int32Array(useConstraint.length);
  const amount = new Float64Array(useConstraint.length);
  for (let k = 0; k < problem.participant.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const i = next[useConstraint[e]]++;
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
export function findCounts(problem: Problem): Counts {
  const rows = byRow(problem);
  const least = leastAmounts(problem);
  const implied = new Uint8Array(problem.limit.length);
  const searched = new Uint8Array(problem.limit.length);
  const cuts: CountCut[] = [];
  for (let r = 0; r < problem.limit.length; r++) {
    if (searched[r] === 1 || problem.penalty[r] !== Number.POSITIVE_INFINITY) continue;
    const classes = classesOf(rows, r);
    if (classes === null) continue;
    const lines = linesOf(problem, rows, least, classes);
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
  if (to === from || to - from > MOST_OPTIONS) return null;
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

/** The hard rows with one amount on all of A, one on all of B, and none below 0 elsewhere. */
function linesOf(problem: Problem, rows: ByRow, least: Float64Array, { a, b }: Classes): readonly Line[] {
  interface Seen {
    a: number;
    b: number;
    alpha: number;
    beta: number;
    plain: boolean;
  }
  const seen = new Map<number, Seen>();
  const look = (option: number, side: 'a' | 'b', amountOf: 'alpha' | 'beta'): void => {
    for (let e = problem.useStart[option]; e < problem.useStart[option + 1]; e++) {
      const r = problem.useConstraint[e];
      if (problem.penalty[r] !== Number.POSITIVE_INFINITY) continue;
      const amount = problem.useAmount[e];
      const known = seen.get(r) ?? { a: 0, b: 0, alpha: 0, beta: 0, plain: true };
      if (known[side]++ === 0) known[amountOf] = amount;
      else if (known[amountOf] !== amount) known.plain = false;
      seen.set(r, known);
    }
  };
  for (const option of a) look(option, 'a', 'alpha');
  for (const option of b) look(option, 'b', 'beta');
  const lines: Line[] = [];
  for (const [row, { a: inA, b: inB, alpha, beta, plain }] of seen) {
    if (!plain || (inA > 0 && inA < a.length) || (inB > 0 && inB < b.length)) continue;
    const within = rows.start[row + 1] - rows.start[row] === inA + inB;
    if (!within && least[row] < 0) continue;
    lines.push({ row, alpha, beta, limit: problem.limit[row], within });
  }
  return lines.sort((x, y) => x.row - y.row);
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
