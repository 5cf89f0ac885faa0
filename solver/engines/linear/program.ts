/**
 * A linear program over some options of a problem, in the form that the dual simplex walks on: every variable lies between 0
 * and an upper bound, and the variables of a participant, one of which is to stay unplaced, add up to 1.
 *
 *     per constraint r    sum of amounts + slack - overrun = limit      overrun: at r's penalty, where r is soft
 *
 * Variables: the slack of row i is i, its overrun rows + i, participant p unplaced 2 rows + p, column j after these.
 * Rows are scaled so that their largest amount is near 1; constraints that no choice could overrun have no row. Upper
 * bounds of slacks and overruns are more than any choice reaches: they cut off nothing, and yet every variable has one.
 */
import type { Problem } from '../../problem.ts';
import { rowScales } from '../scale.ts';
import { transpose } from './transpose.ts';

/**
 * A row that is no constraint of the problem: a cut. Left of it stand options, less the overruns of soft constraints, each
 * so many times.
 */
export interface CutRow {
  readonly options: Int32Array;
  readonly coefficients: Float64Array;
  readonly limit: number;
  readonly overruns: readonly (readonly [constraint: number, times: number])[];
}

type Amounts = readonly (readonly [row: number, amount: number])[];

export interface Program {
  readonly people: number;
  readonly rows: number;
  /** Where the variables of unplaced participants begin, and those of columns. */
  readonly firstUnplaced: number;
  readonly firstColumn: number;
  /** Row of a constraint, or -1; and the constraint of a row. Cuts count on after the constraints. */
  readonly rowOf: Int32Array;
  readonly constraintOf: Int32Array;
  /** Per row: the rows of cuts that its overrun is taken off, and how many scaled units. */
  readonly overruns: readonly Amounts[];
  /** The same the other way round, per row of a cut. */
  readonly overrunsIn: readonly Amounts[];
  /** Per row: what its amounts and limit are multiplied by. */
  readonly scale: Float64Array;
  readonly limit: Float64Array;
  /** Per row: the most and the least that its amounts can add up to. */
  readonly mostUsed: Float64Array;
  readonly leastUsed: Float64Array;
  /** Per row: points per unit of overrun; Infinity where there is none. */
  readonly penalty: Float64Array;
}

/** The columns of a program: options, and what they use, by column and by row. */
export interface Columns {
  readonly count: number;
  readonly person: Int32Array;
  /** What its noise is drawn from: the same whatever other columns there are. */
  readonly option: Int32Array;
  readonly points: Float64Array;
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly amount: Float64Array;
  /** Columns of participant p: personStart[p] <= i < personStart[p + 1] of byPerson. */
  readonly personStart: Int32Array;
  readonly byPerson: Int32Array;
  /** Entries of row i: byRowStart[i] <= e < byRowStart[i + 1]. */
  readonly byRowStart: Int32Array;
  readonly byRowColumn: Int32Array;
  readonly byRowAmount: Float64Array;
}

/** The rows of a program over a problem, whatever columns it will have. `kept` constraints get a row in any case. */
export function programOf(
  problem: Problem,
  cuts: readonly CutRow[],
  kept: (constraint: number) => boolean,
): Program {
  const { participants, limit, penalty } = problem;
  const { most, least } = extremes(problem);
  const scales = rowScales(problem);
  const softInCuts = new Set(cuts.flatMap(({ overruns }) => overruns.map(([r]) => r)));
  const stated = Array.from(limit.keys()).filter((r) => most[r] > limit[r] || kept(r) || softInCuts.has(r));
  const constraintOf = Int32Array.of(...stated, ...cuts.map((_, c) => limit.length + c));
  const rowOf = new Int32Array(limit.length + cuts.length).fill(-1);
  constraintOf.forEach((r, i) => {
    rowOf[r] = i;
  });
  // Once a cut: a long one has thousands of coefficients.
  const cutScales = cuts.map(scaleOfCut);
  const ofRows = (of: (r: number) => number, ofCut: (cut: CutRow, scale: number) => number): Float64Array =>
    Float64Array.from(constraintOf, (r) => {
      const c = r - limit.length;
      return c < 0 ? of(r) : ofCut(cuts[c], cutScales[c]);
    });
  const overruns: (readonly [number, number])[][] = Array.from(constraintOf, () => []);
  const overrunsIn: (readonly [number, number])[][] = Array.from(constraintOf, () => []);
  cuts.forEach((cut, c) => {
    const row = rowOf[limit.length + c];
    for (const [r, times] of cut.overruns) {
      overruns[rowOf[r]].push([row, (times / scales[r]) * cutScales[c]]);
      overrunsIn[row].push([rowOf[r], (times / scales[r]) * cutScales[c]]);
    }
  });
  return {
    people: participants.length,
    rows: constraintOf.length,
    firstUnplaced: 2 * constraintOf.length,
    firstColumn: 2 * constraintOf.length + participants.length,
    rowOf,
    constraintOf,
    overruns,
    overrunsIn,
    scale: ofRows(
      (r) => scales[r],
      (_, scale) => scale,
    ),
    limit: ofRows(
      (r) => limit[r] * scales[r],
      (cut, scale) => cut.limit * scale,
    ),
    mostUsed: ofRows(
      (r) => most[r] * scales[r],
      (cut, scale) => sumOf(cut, 1) * scale,
    ),
    leastUsed: ofRows(
      (r) => least[r] * scales[r],
      (cut, scale) =>
        (sumOf(cut, -1) -
          cut.overruns.reduce((sum, [r, times]) => sum + times * Math.max(0, most[r] - limit[r]), 0)) *
        scale,
    ),
    penalty: ofRows(
      (r) => penalty[r] / scales[r],
      () => Number.POSITIVE_INFINITY,
    ),
  };
}

/** The power of two that brings a cut's largest coefficient near 1. */
function scaleOfCut({ coefficients }: CutRow): number {
  let largest = 1;
  for (const coefficient of coefficients) largest = Math.max(largest, Math.abs(coefficient));
  return 2 ** -Math.round(Math.log2(largest));
}

/** What the coefficients of one sign add up to: no more than that can be used. */
function sumOf({ coefficients }: CutRow, sign: 1 | -1): number {
  return coefficients.reduce((sum, coefficient) => (coefficient * sign > 0 ? sum + coefficient : sum), 0);
}

/** Per constraint: the most and the least that all participants together can use. */
function extremes({ participant, limit, useStart, useConstraint, useAmount }: Problem): {
  readonly most: Float64Array;
  readonly least: Float64Array;
} {
  const rows = limit.length;
  const [most, least] = [new Float64Array(rows), new Float64Array(rows)];
  const [high, low] = [new Float64Array(rows), new Float64Array(rows)];
  const person = new Int32Array(rows).fill(-1);
  for (let k = 0; k < participant.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const r = useConstraint[e];
      if (person[r] !== participant[k]) {
        person[r] = participant[k];
        high[r] = low[r] = 0;
      }
      if (useAmount[e] > high[r]) {
        most[r] += useAmount[e] - high[r];
        high[r] = useAmount[e];
      } else if (useAmount[e] < low[r]) {
        least[r] += useAmount[e] - low[r];
        low[r] = useAmount[e];
      }
    }
  }
  return { most, least };
}

/** The columns of these options. */
export function columnsOf(
  problem: Problem,
  program: Program,
  cuts: readonly CutRow[],
  options: Int32Array,
): Columns {
  const { participant, score, limit, useStart, useConstraint, useAmount } = problem;
  const { rows, people, rowOf, scale } = program;
  const count = options.length;
  const columnOf = new Int32Array(score.length).fill(-1);
  options.forEach((option, j) => {
    columnOf[option] = j;
  });
  const start = new Int32Array(count + 1);
  for (let j = 0; j < count; j++) {
    for (let e = useStart[options[j]]; e < useStart[options[j] + 1]; e++) {
      if (rowOf[useConstraint[e]] >= 0) start[j + 1]++;
    }
  }
  for (const cut of cuts)
    for (const option of cut.options) if (columnOf[option] >= 0) start[columnOf[option] + 1]++;
  for (let j = 0; j < count; j++) start[j + 1] += start[j];
  const row = new Int32Array(start[count]);
  const amount = new Float64Array(row.length);
  const next = start.slice(0, count);
  const put = (j: number, i: number, value: number): void => {
    row[next[j]] = i;
    amount[next[j]++] = value * scale[i];
  };
  for (let j = 0; j < count; j++) {
    for (let e = useStart[options[j]]; e < useStart[options[j] + 1]; e++) {
      const i = rowOf[useConstraint[e]];
      if (i >= 0) put(j, i, useAmount[e]);
    }
  }
  cuts.forEach((cut, c) => {
    cut.options.forEach((option, n) => {
      if (columnOf[option] >= 0) put(columnOf[option], rowOf[limit.length + c], cut.coefficients[n]);
    });
  });
  const person = Int32Array.from(options, (option) => participant[option]);
  const byRow = transpose(start, row, rows);
  const oneEach = Int32Array.from({ length: count + 1 }, (_, j) => j);
  const byPerson = transpose(oneEach, person, people);
  return {
    count,
    person,
    option: options,
    points: Float64Array.from(options, (option) => score[option]),
    start,
    row,
    amount,
    personStart: byPerson.start,
    byPerson: byPerson.column,
    byRowStart: byRow.start,
    byRowColumn: byRow.column,
    byRowAmount: Float64Array.from(byRow.entry, (e) => amount[e]),
  };
}
