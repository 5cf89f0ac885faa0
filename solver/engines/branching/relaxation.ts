/**
 * The relaxation at a node of a tree, kept in a dual simplex from node to node, so that each solve starts where the last
 * one ended (linear/dual-simplex.ts).
 */
import type { Problem } from '../../problem.ts';
import type { WarmBasis } from '../../solution.ts';
import { createDualSimplex } from '../linear/dual-simplex.ts';
import { type CutRow, columnsOf, programOf } from '../linear/program.ts';
import type { Sparse } from '../linear/sparse.ts';
import { basicIn, tellBasis } from './warm-basis.ts';
import { withinPenalties } from './within-penalties.ts';

export interface Relaxation {
  /** The options that have a column, in the order of the columns. */
  readonly options: () => Int32Array;
  /** The column of an option; -1 where it has none. */
  readonly columnOf: (option: number) => number;
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
  /** Gives a constraint, one of those kept, another limit. */
  readonly setLimit: (constraint: number, limit: number) => void;
  /** Stops early once nothing here is worth `least`. Null where so many steps were not enough. */
  readonly solve: (least: number, mostSteps: number) => Relaxed | null;
  /** Steps made so far, and about how many entries one looks at. */
  readonly steps: () => number;
  readonly size: () => number;
  /**
   * How an optimum picks a column, as a sum of rows: the weights of constraints and cuts, in their own units, and of
   * participants. Null for a column that is not basic.
   */
  readonly combination: (column: number) => Combination | null;
  /** The basis as it is now. */
  readonly basis: () => WarmBasis;
}

export interface Combination {
  readonly ofRows: readonly (readonly [row: number, weight: number])[];
  readonly ofPeople: readonly (readonly [participant: number, weight: number])[];
}

export interface Relaxed {
  /** In points: no assignment of the columns at this node is worth more, as the arithmetic here says. */
  readonly bound: number;
  /** Whether the columns are an optimum of the relaxation, and not only bounded. */
  readonly optimal: boolean;
  /** How much of each column is picked. */
  readonly picked: Float64Array;
  /** By how much a soft constraint is overrun, in its own units; holds until the next solve. */
  readonly overrun: (constraint: number) => number;
  /** Per constraint and cut, such as the certificate takes. */
  readonly prices: Float64Array;
}

const LOOKS_A_COLUMN = 8;

/** Prices per constraint and cut, and what each participant's best is worth at them; or a basis, which leaves few steps to make. */
export type RelaxationStart =
  | { readonly prices: Float64Array; readonly best: Float64Array }
  | { readonly basis: WarmBasis };

/** The relaxation over these options. `kept` constraints may be given limits that matter. */
export function createRelaxation(
  problem: Problem,
  cuts: readonly CutRow[],
  options: Int32Array,
  start: RelaxationStart,
  kept: (constraint: number) => boolean,
): Relaxation {
  const program = programOf(problem, cuts, kept);
  const { rows, people, firstUnplaced, firstColumn, constraintOf, scale, rowOf } = program;
  let chosen = options;
  const columnByOption = new Int32Array(problem.score.length).fill(-1);
  const columns: number[][] = problem.participants.map(() => []);
  const note = (from: number): void => {
    for (let column = from; column < chosen.length; column++) {
      columnByOption[chosen[column]] = column;
      columns[problem.participant[chosen[column]]].push(column);
    }
  };
  note(0);
  const simplex = createDualSimplex(
    program,
    columnsOf(problem, program, cuts, chosen),
    'basis' in start
      ? { basic: basicIn(program, (option) => columnByOption[option], start.basis) }
      : {
          prices: Float64Array.from(constraintOf, (r, i) => start.prices[r] / scale[i]),
          best: start.best,
        },
  );
  const demands = new Int32Array(people);
  return {
    options: () => chosen,
    columnOf: (option) => columnByOption[option],
    add: (more) => {
      const before = chosen.length;
      chosen = Int32Array.of(...chosen, ...more);
      note(before);
      simplex.extend(columnsOf(problem, program, cuts, chosen));
    },
    columnsOf: columns,
    isOpen: (column) => simplex.upper(firstColumn + column) > 0,
    setOpen: (column, open) => {
      simplex.setUpper(firstColumn + column, open ? 1 : 0);
    },
    demand: (participant) => {
      if (demands[participant]++ === 0) simplex.setUpper(firstUnplaced + participant, 0);
    },
    isDemanded: (participant) => demands[participant] > 0,
    release: (participant) => {
      if (--demands[participant] === 0) simplex.setUpper(firstUnplaced + participant, 1);
    },
    setLimit: (constraint, limit) => {
      simplex.setLimit(rowOf[constraint], limit * scale[rowOf[constraint]]);
    },
    solve: (least, mostSteps) => {
      const status = simplex.solve(least, Math.min(mostSteps, 5000 + 20 * (rows + people + chosen.length)));
      if (status === 'stopped') return null;
      const prices = new Float64Array(rowOf.length);
      for (let i = 0; i < rows; i++) prices[constraintOf[i]] = simplex.price(i) * scale[i];
      withinPenalties(problem, cuts, prices);
      return {
        bound: status === 'infeasible' ? Number.NEGATIVE_INFINITY : simplex.bound(),
        optimal: status === 'optimal',
        picked: Float64Array.from(chosen, (_, column) => simplex.value(firstColumn + column)),
        overrun: (r) => (rowOf[r] < 0 ? 0 : simplex.value(rows + rowOf[r]) / scale[rowOf[r]]),
        prices,
      };
    },
    steps: simplex.steps,
    basis: () => tellBasis(program, chosen, simplex.basic()),
    size: () => LOOKS_A_COLUMN * (rows + people + chosen.length),
    combination: (column) => {
      if (!simplex.isBasic(firstColumn + column)) return null;
      const { ofRows, ofPeople } = simplex.inverseRow(firstColumn + column);
      return {
        ofRows: entriesOf(ofRows, (i, weight) => [constraintOf[i], weight * scale[i]]),
        ofPeople: entriesOf(ofPeople, (p, weight) => [p, weight]),
      };
    },
  };
}

function entriesOf(
  { value, index, count }: Sparse,
  of: (at: number, weight: number) => readonly [number, number],
): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, n) => of(index[n], value[index[n]]));
}
