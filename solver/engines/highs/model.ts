/**
 * A problem as HiGHS takes it: a sparse matrix by columns, to be minimised. Rows are first the participants (at most
 * one option each), then the constraints; columns are first the options of a subset, then one overrun for every soft
 * constraint. Constraint rows are scaled (scale.ts).
 */
import type { Model, ModelData } from 'highs';
import { type Problem, UNPLACED } from '../../problem.ts';
import { largestAmounts, rowScales } from '../scale.ts';

/** Above this amount a whole unit of a scaled row comes near HiGHS's usual tolerance of 1e-6. */
const COARSE_AMOUNT = 2 ** 17;

/** What is the same for every model of a problem. */
export interface Shape {
  readonly problem: Problem;
  /** Per constraint: the power of two that its row is multiplied by. */
  readonly scale: Float64Array;
  /** The soft constraints, in order: their overruns are the last columns. */
  readonly soft: readonly number[];
  /** How far a row of the scaled model may be overrun. */
  readonly tolerance: number;
}

export function shapeOf(problem: Problem): Shape {
  return {
    problem,
    scale: rowScales(problem),
    soft: [...problem.penalty.keys()].filter((r) => problem.penalty[r] < Number.POSITIVE_INFINITY),
    tolerance: largestAmounts(problem).some((amount) => amount > COARSE_AMOUNT) ? 1e-9 : 1e-7,
  };
}

/** What makes one model of a shape. */
export interface ModelPart {
  /** The options that have a column, rising. */
  readonly options: Int32Array;
  /** Added to the points of each of them. */
  readonly bonus: Float64Array;
  /** Per constraint: what is taken off its limit. */
  readonly margin: Float64Array;
}

/** A part of these options as they are: no bonus, no margin. */
export function plainPart(problem: Problem, options: Int32Array): ModelPart {
  return {
    options,
    bonus: new Float64Array(options.length),
    margin: new Float64Array(problem.limit.length),
  };
}

/** The model of these options; whole numbers are not demanded. */
export function modelOf(shape: Shape, part: ModelPart): ModelData {
  const { problem, scale, soft } = shape;
  const { useStart, useConstraint, useAmount } = problem;
  const people = problem.participants.length;
  const numCols = part.options.length + soft.length;
  const numRows = people + problem.limit.length;
  const colCost = new Float64Array(numCols);
  const colUpper = new Float64Array(numCols).fill(1);
  const starts = new Int32Array(numCols + 1);
  let entries = part.options.length + soft.length;
  for (const option of part.options) entries += useStart[option + 1] - useStart[option];
  const indices = new Int32Array(entries);
  const values = new Float64Array(entries);
  let e = 0;
  part.options.forEach((option, column) => {
    colCost[column] = -problem.score[option] - part.bonus[column];
    indices[e] = problem.participant[option];
    values[e++] = 1;
    for (let use = useStart[option]; use < useStart[option + 1]; use++) {
      indices[e] = people + useConstraint[use];
      values[e++] = useAmount[use] * scale[useConstraint[use]];
    }
    starts[column + 1] = e;
  });
  soft.forEach((r, i) => {
    const column = part.options.length + i;
    colCost[column] = problem.penalty[r] / scale[r];
    colUpper[column] = Number.POSITIVE_INFINITY;
    indices[e] = people + r;
    values[e++] = -1;
    starts[column + 1] = e;
  });
  const rowUpper = new Float64Array(numRows).fill(1);
  for (let r = 0; r < problem.limit.length; r++) {
    rowUpper[people + r] = (problem.limit[r] - part.margin[r]) * scale[r];
  }
  return {
    numCols,
    numRows,
    colCost,
    colLower: new Float64Array(numCols),
    colUpper,
    rowLower: new Float64Array(numRows).fill(Number.NEGATIVE_INFINITY),
    rowUpper,
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
  };
}

/** Gives a model columns for more options, after those that it has. */
export function addColumns(model: Model, shape: Shape, options: readonly number[]): void {
  const { problem, scale } = shape;
  const { participant, score, useStart, useConstraint, useAmount, participants, limit } = problem;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const option of options) {
    indices.push(participant[option]);
    values.push(1);
    for (let e = useStart[option]; e < useStart[option + 1]; e++) {
      indices.push(participants.length + useConstraint[e]);
      values.push(useAmount[e] * scale[useConstraint[e]]);
    }
    starts.push(indices.length);
  }
  model.addCols({
    cost: Float64Array.from(options, (option) => -score[option]),
    lower: new Float64Array(options.length),
    upper: new Float64Array(options.length).fill(1),
    matrix: {
      format: 'csc',
      numRows: participants.length + limit.length,
      numCols: options.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
}

/** The same model with whole numbers demanded of the options. */
export function wholeModelOf(shape: Shape, part: ModelPart): ModelData {
  const model = modelOf(shape, part);
  return { ...model, integrality: new Int32Array(model.numCols).fill(1, 0, part.options.length) };
}

/** An assignment as values of the model's columns; null where it picks an option that has none. */
export function columnsOf(
  shape: Shape,
  part: ModelPart,
  chosen: Int32Array,
  used: Float64Array,
): Float64Array | null {
  const values = new Float64Array(part.options.length + shape.soft.length);
  const picked = new Set(chosen.filter((option) => option !== UNPLACED));
  let found = 0;
  part.options.forEach((option, column) => {
    if (!picked.has(option)) return;
    values[column] = 1;
    found++;
  });
  if (found < picked.size) return null;
  shape.soft.forEach((r, i) => {
    const overrun = used[r] - shape.problem.limit[r] + part.margin[r];
    values[part.options.length + i] = Math.max(0, overrun) * shape.scale[r];
  });
  return values;
}

/** The assignment that the values of the columns say, rounded. */
export function assignmentOf(shape: Shape, part: ModelPart, values: Float64Array): Int32Array {
  const { problem } = shape;
  const chosen = new Int32Array(problem.participants.length).fill(UNPLACED);
  part.options.forEach((option, column) => {
    if (values[column] > 0.5) chosen[problem.participant[option]] = option;
  });
  return chosen;
}
