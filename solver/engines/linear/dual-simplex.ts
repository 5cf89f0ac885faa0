/**
 * A dual simplex for programs whose variables all lie between 0 and an upper bound, kept from one solve to the next.
 * Any basis is dual feasible there, once every variable stands at the bound that its reduced cost asks for; so limits and
 * bounds may change at will, and each solve goes on from where the last one ended.
 *
 * 1. The basic variable that misses its bounds by most leaves, by Devex weights (Forrest and Goldfarb 1992).
 * 2. The ratio test (ratio.ts) says who enters and who flips.
 * 3. The basis is changed (basis.ts), values and reduced costs follow (step.ts); now and then all is computed anew.
 *
 * Reduced costs of slacks are the prices: a bound follows from them whatever rounding did. Cost of a step: the entries of
 * the rows that the leaving variable's row is made of, and the square of the kernel's size.
 */
import { isBasic } from './basis.ts';
import { startFrom } from './first-basis.ts';
import { createLeavingRow, writeEntries } from './leaving-row.ts';
import { boundOf, isPriced, perturb, priceOf, pricesOnRay, reducedAnew } from './prices.ts';
import type { Columns, Program } from './program.ts';
import type { Sparse } from './sparse.ts';
import { leavingVariable, makeStep } from './step.ts';
import { currentValue, moveBy, place, placeAnew, setHigh } from './values.ts';
import { createVariables, extendVariables, longer, overrunMost, slackMost } from './variables.ts';
import { basicVariables, startFromBasis } from './warm-basis.ts';

/**
 * `optimal`: all are within their bounds. `below`: no point is worth as much as was asked for. `infeasible`: there is no
 * point; prices stand so far out on the ray which proves it that they show a bound below what was asked for.
 * `stopped`: the steps ran out.
 */
type LinearStatus = 'optimal' | 'below' | 'infeasible' | 'stopped';

export interface DualSimplex {
  /** Sets what a variable may be at most; 0 closes it. */
  readonly setUpper: (variable: number, upper: number) => void;
  readonly upper: (variable: number) => number;
  readonly setLimit: (row: number, limit: number) => void;
  /** Replaces the columns by more of them; the old ones stand first. */
  readonly extend: (columns: Columns) => void;
  /** Goes on until it is optimal, or proven to be worth less than `least`, or so many steps are made. */
  readonly solve: (least: number, mostSteps: number) => LinearStatus;
  /** In points, at the present prices: no point of the program is worth more. */
  readonly bound: () => number;
  readonly value: (variable: number) => number;
  /** The row of a basic variable in the inverse of the basis: its weights of the scaled rows, and of the participants' ones. */
  readonly inverseRow: (variable: number) => { readonly ofRows: Sparse; readonly ofPeople: Sparse };
  readonly isBasic: (variable: number) => boolean;
  /** All variables that are basic. */
  readonly basic: () => readonly number[];
  /** In points a unit of the scaled row. */
  readonly price: (row: number) => number;
  readonly steps: () => number;
}

/** So many steps that rounding spoilt, and more, end a solve. */
const MOST_TROUBLE = 3;
const STEPS_BETWEEN_REFRESHES = 300;
const STEPS_PER_LOOK = 4;
/** After so many steps in a row without any gain, which may go round in a circle, costs are perturbed. */
const MOST_STALLED = 200;

/**
 * Where to start: at prices of the scaled rows, and what each participant's best is worth at them, by a basis of variables of small loss
 * (first-basis.ts); or from variables that were basic (warm-basis.ts), which leaves few steps where little has changed.
 */
export type LinearStart =
  | { readonly prices: Float64Array; readonly best: Float64Array }
  | { readonly basic: readonly number[] };

export function createDualSimplex(program: Program, first: Columns, start: LinearStart): DualSimplex {
  const { rows, firstUnplaced, firstColumn } = program;
  const variables = createVariables(program, first);
  const { basis, limit } = variables;
  let row = createLeavingRow(program, variables.count);
  let weight = new Float64Array(variables.count).fill(1);
  /** Where nothing is feasible: prices that show it. */
  let ray: Float64Array | null = null;
  let steps = 0;
  let sinceRefresh = 0;
  let stalled = 0;
  let perturbations = 0;
  let isShifted = 'prices' in start;
  if ('prices' in start) startFrom(variables, start.prices, start.best);
  else startFromBasis(variables, start.basic, row.ofRows);

  /** All is computed anew from the basis; a variable that rounding made dependent stays out of it. */
  const refresh = (): void => {
    startFromBasis(variables, basicVariables(basis), row.ofRows);
    weight.fill(1);
    sinceRefresh = 0;
  };

  const solve: DualSimplex['solve'] = (least, mostSteps) => {
    const last = steps + mostSteps;
    let trouble = 0;
    ray = null;
    place(variables);
    for (;;) {
      const leaving = leavingVariable(variables, weight);
      if (leaving < 0) {
        if (!isShifted) return 'optimal';
        isShifted = false;
        variables.shift.fill(0);
        reducedAnew(variables);
        placeAnew(variables);
        continue;
      }
      if (!isShifted && steps % STEPS_PER_LOOK === 0 && boundOf(variables) < least && isPriced(variables))
        return 'below';
      if (steps >= last) return 'stopped';
      const made = makeStep(variables, leaving, weight, row);
      if (made === 'infeasible') {
        ray = pricesOnRay(variables, row, least);
        return 'infeasible';
      }
      if (made === 'inexact' && ++trouble > MOST_TROUBLE) return 'stopped';
      if (made !== 'inexact') {
        steps++;
        stalled = made === 'still' ? stalled + 1 : 0;
      }
      if (stalled > MOST_STALLED) {
        perturb(variables, perturbations++);
        stalled = 0;
        isShifted = true;
      }
      if (made === 'inexact' || ++sinceRefresh >= STEPS_BETWEEN_REFRESHES) refresh();
    }
  };

  return {
    setUpper: (v, upper) => setHigh(variables, v, upper),
    upper: (v) => variables.high[v],
    setLimit: (i, to) => {
      // Another limit moves what a slack would: the row's basics take it up.
      if (isBasic(basis, i)) variables.value[i] += to - limit[i];
      else moveBy(variables, i, limit[i] - to);
      limit[i] = to;
      setHigh(variables, i, slackMost(variables, i));
      setHigh(variables, rows + i, overrunMost(variables, i));
    },
    extend: (more) => {
      const from = variables.count;
      extendVariables(variables, more);
      row = createLeavingRow(program, variables.count);
      weight = longer(weight, variables.count).fill(1, from);
      reducedAnew(variables, from);
    },
    solve,
    bound: () => boundOf(variables),
    value: (v) => currentValue(variables, v),
    price: (i) => (ray ? ray[i] : priceOf(variables, i)),
    isBasic: (v) => isBasic(basis, v),
    basic: () => basicVariables(basis),
    inverseRow: (v) => {
      writeEntries(variables, v, row);
      const { ofPeople, entries } = row;
      const { atHigh, high, columns } = variables;
      for (let n = 0; n < ofPeople.count; n++) {
        const p = ofPeople.index[n];
        const own = entries.value[firstUnplaced + p];
        ofPeople.value[p] = atHigh[firstUnplaced + p] === 1 && !isBasic(basis, firstUnplaced + p) ? 0 : own;
        // Whoever is at 1 without being basic takes the key's part, which is 0.
        for (let i = columns.personStart[p]; i < columns.personStart[p + 1]; i++) {
          const at = firstColumn + columns.byPerson[i];
          if (atHigh[at] === 1 && high[at] > 0 && !isBasic(basis, at))
            ofPeople.value[p] = own - entries.value[at];
        }
      }
      return { ofRows: row.ofRows, ofPeople };
    },
    steps: () => steps,
  };
}
