import type { Highs, Model } from 'highs';
import type { Problem } from '../../problem.ts';
import { addColumns, modelOf, type Shape, shapeOf } from '../highs/model.ts';
import { rowScales } from '../scale.ts';

/**
 * The relaxation at a node of a tree, kept in HiGHS from node to node, so that each solve starts where the last one
 * ended. It is elastic: a demanded option and every hard constraint may be missed at a cost so high that it never pays.
 * So every node has finite prices, and one that nothing feasible is left in simply has a hopeless bound.
 */
export interface Relaxation {
  /** The options that have a column, in the order of the columns. */
  readonly options: readonly number[];
  /** The column of an option; undefined where it has none. */
  readonly columnOf: (option: number) => number | undefined;
  /** Gives more options a column. */
  readonly add: (options: readonly number[]) => void;
  /** Columns per participant. */
  readonly columnsOf: readonly (readonly number[])[];
  readonly isOpen: (column: number) => boolean;
  readonly setOpen: (column: number, open: boolean) => void;
  /** One of the participant's open options must be taken, until as many demands are released as were made. */
  readonly demand: (participant: number) => void;
  readonly isDemanded: (participant: number) => boolean;
  readonly release: (participant: number) => void;
  /** Gives a constraint another limit. */
  readonly setLimit: (constraint: number, limit: number) => void;
  /** Null where HiGHS was interrupted or failed. */
  readonly solve: () => Relaxed | null;
}

export interface Relaxed {
  /** In points: no assignment at this node is worth more, as HiGHS says. */
  readonly bound: number;
  /** How much of a column is picked; nothing of one that was added later. */
  readonly picked: (column: number) => number;
  /** Per constraint, within [0, penalty]. */
  readonly prices: Float64Array;
  /** How many columns there were. */
  readonly columns: number;
}

/** Runs `operation` on the relaxation over these options. Missing a demand, or a unit of a hard row, costs `missed` points. */
export function withRelaxation<Result>(
  highs: Highs,
  problem: Problem,
  options: Int32Array,
  missed: number,
  interrupted: () => boolean,
  operation: (relaxation: Relaxation) => Result,
): Result {
  const shape = shapeOf(elastic(problem, missed));
  const part = {
    options: Int32Array.from([...options, ...problem.participants.map((_, p) => problem.score.length + p)]),
    bonus: new Float64Array(options.length + problem.participants.length),
    margin: new Float64Array(problem.limit.length),
  };
  const model = highs.createModel(modelOf(shape, part));
  try {
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
    return operation(relaxationOf(highs, model, problem, shape, options, interrupted));
  } finally {
    model.dispose();
  }
}

/**
 * A unit of a row whose amounts are up to about this costs the full price; of one with larger amounts (equity) so much
 * less, since HiGHS works with the price of a scaled unit.
 */
const LARGEST_FULL = 1024;

/** Hard rows become dear ones, and every participant gets an option that uses nothing: missing what is demanded. */
function elastic(problem: Problem, missed: number): Problem {
  const scale = rowScales(problem);
  const people = problem.participants.map((_, p) => p);
  const end = problem.useStart[problem.score.length];
  return {
    ...problem,
    penalty: problem.penalty.map((penalty, r) =>
      Math.min(penalty, missed * Math.min(1, LARGEST_FULL * scale[r])),
    ),
    participant: Int32Array.from([...problem.participant, ...people]),
    score: Float64Array.from([...problem.score, ...people.map(() => -missed)]),
    useStart: Int32Array.from([...problem.useStart, ...people.map(() => end)]),
  };
}

function relaxationOf(
  highs: Highs,
  model: Model,
  problem: Problem,
  shape: Shape,
  options: Int32Array,
  interrupted: () => boolean,
): Relaxation {
  const { callbackType, modelStatus } = highs.constants;
  const people = problem.participants.length;
  const columns = Array.from(options);
  const columnByOption = new Map(columns.map((option, column) => [option, column]));
  const open = columns.map(() => true);
  const demands = new Int32Array(people);
  const columnsOf: number[][] = problem.participants.map(() => []);
  columns.forEach((option, column) => {
    columnsOf[problem.participant[option]].push(column);
  });
  /** Columns that were added stand after those for what is missed and overrun. */
  const between = people + shape.soft.length;
  const place = (column: number): number => (column < options.length ? column : column + between);
  const look = (event: { interrupt: () => void }): undefined => {
    if (interrupted()) event.interrupt();
  };
  return {
    options: columns,
    columnsOf,
    columnOf: (option) => columnByOption.get(option),
    add: (more) => {
      addColumns(model, shape, more);
      for (const option of more) {
        columnByOption.set(option, columns.length);
        columnsOf[problem.participant[option]].push(columns.length);
        columns.push(option);
        open.push(true);
      }
    },
    isOpen: (column) => open[column],
    setOpen: (column, isOpen) => {
      open[column] = isOpen;
      model.changeColBounds(place(column), 0, isOpen ? 1 : 0);
    },
    demand: (participant) => {
      if (demands[participant]++ === 0) model.changeRowBounds(participant, 1, 1);
    },
    isDemanded: (participant) => demands[participant] > 0,
    release: (participant) => {
      if (--demands[participant] === 0) model.changeRowBounds(participant, Number.NEGATIVE_INFINITY, 1);
    },
    setLimit: (constraint, limit) => {
      model.changeRowBounds(people + constraint, Number.NEGATIVE_INFINITY, limit * shape.scale[constraint]);
    },
    solve: () => {
      const run = model.run({ [callbackType.simplexInterrupt]: look });
      if (run.modelStatus !== modelStatus.optimal) return null;
      const { colValue, rowDual } = model.getSolution();
      return {
        bound: -model.getObjectiveValue(),
        columns: columns.length,
        picked: (column) => (place(column) < colValue.length ? colValue[place(column)] : 0),
        prices: problem.penalty.map((penalty, r) =>
          Math.min(penalty, Math.max(0, -rowDual[people + r] * shape.scale[r])),
        ),
      };
    },
  };
}
