/**
 * javascript-lp-solver, for single-team to single-district problems and as a third opinion: a dense tableau with branch
 * and cut, in pure JavaScript.
 *
 * 1. The relaxation is solved for its prices.
 * 2. The whole-number model is solved. Nothing that comes back is taken on trust: the library may call an infeasible or
 *    a fractional answer optimal, and a feasible problem infeasible.
 * 3. An answer that is not whole is rounded down, and those whom that leaves out are placed where seats are left.
 * 4. The best of that and the first answer (first-answer.ts) that breaks no hard row is returned. It never claims a
 *    bound of its own, nor that a problem has no answer: only its prices speak, through the certificate.
 *
 * The signal is seen only between the steps, and the time limit only between branch nodes, so nothing is begun whose tableau is beyond
 * MOST_CELLS: the first answer is returned then, with `work` as the reason.
 */
import { createRequire } from 'node:module';
import type { SolverAPI } from 'javascript-lp-solver';
import { type Problem, UNPLACED } from '../problem.ts';
import { addUse, optionStarts, usageOf } from './assignment.ts';
import type { Engine, EngineOptions, EngineResult, StopReason } from './engine.ts';
import { better, firstAnswer, type Incumbent } from './first-answer.ts';
import { capacities, fits } from './greedy.ts';
import { rowScales } from './scale.ts';
import { startWatch, type Watch } from './watch.ts';

/** The package's types fit neither of its builds as an import; what its CommonJS build exports is this. */
const solver: SolverAPI = createRequire(import.meta.url)('javascript-lp-solver');

const WHOLE_TOLERANCE = 1e-6;
/** Numbers in the tableau: 150,000 for 93 people and 830 options take seconds, and time grows faster than they do. */
const MOST_CELLS = 10_000_000;

type Model = InstanceType<typeof solver.Model>;
type Variable = ReturnType<Model['addVariable']>;
type Row = ReturnType<Model['smallerThan']>;

interface Built {
  readonly model: Model;
  /** Per option. */
  readonly variables: readonly Variable[];
  /** Per constraint. */
  readonly rows: readonly Row[];
  /** Per constraint: what its row was multiplied by. */
  readonly scale: Float64Array;
}

export const simplex: Engine = {
  name: 'simplex',
  solve: async (problem, options) => solveBySimplex(problem, options),
};

function solveBySimplex(problem: Problem, options: EngineOptions): EngineResult {
  const watch = startWatch(options);
  let incumbent = firstAnswer(problem, options);
  let prices: Float64Array | null = null;
  const report = (phase: string): void =>
    options.onProgress?.({ phase, objective: incumbent?.objective ?? null, bound: null });
  if (cellsOf(problem) > MOST_CELLS) return ended(incumbent, watch.stop() ?? 'work', null);
  if (!watch.stop() && problem.participant.length > 0) {
    report('relaxation');
    prices = relaxedPrices(problem, watch);
  }
  if (!watch.stop() && problem.participant.length > 0) {
    report('branching');
    incumbent = better(problem, incumbent, branched(problem, watch));
  }
  const stopped: StopReason = watch.stop() ?? 'exhausted';
  return ended(incumbent, stopped, prices);
}

function cellsOf({ participants, limit, participant }: Problem): number {
  return (participants.length + limit.length) * participant.length;
}

function ended(incumbent: Incumbent | null, stopped: StopReason, prices: Float64Array | null): EngineResult {
  return incumbent
    ? { status: 'found', stopped, chosen: incumbent.chosen, prices }
    : { status: 'none', infeasible: false, stopped, prices };
}

/** What a unit of each constraint is worth: the reduced costs of the rows' slacks in the last tableau. */
function relaxedPrices(problem: Problem, watch: Watch): Float64Array {
  const { model, rows, scale } = build(problem, false, watch);
  model.solve();
  const { matrix, width, costRowIndex, colByVarIndex } = model.tableau;
  return problem.penalty.map((penalty, r) => {
    const column = colByVarIndex[rows[r].slack.index];
    const price = column === undefined || column < 0 ? 0 : -matrix[costRowIndex * width + column];
    return Number.isFinite(price) ? Math.min(penalty, Math.max(0, price * scale[r])) : 0;
  });
}

/** The library's whole-number answer, rounded down and completed. */
function branched(problem: Problem, watch: Watch): Int32Array {
  const { model, variables } = build(problem, true, watch);
  const values = model.solve().generateSolutionSet();
  const chosen = new Int32Array(problem.participants.length).fill(UNPLACED);
  let whole = true;
  variables.forEach((variable, option) => {
    const value = values[variable.id] ?? 0;
    if (value >= 1 - WHOLE_TOLERANCE) chosen[problem.participant[option]] = option;
    else if (value > WHOLE_TOLERANCE) whole = false;
  });
  return whole ? chosen : complete(problem, chosen);
}

/** Places whom rounding left out, in the order of the lottery, where seats are left. */
function complete(problem: Problem, chosen: Int32Array): Int32Array {
  const start = optionStarts(problem);
  const capacity = capacities(problem);
  const used = usageOf(problem, chosen);
  return chosen.map((picked, person) => {
    if (picked !== UNPLACED) return picked;
    for (let option = start[person]; option < start[person + 1]; option++) {
      if (!fits(problem, capacity, used, option)) continue;
      addUse(problem, used, option);
      return option;
    }
    return UNPLACED;
  });
}

/** The model by index; the ids are synthetic, since the library trips over some names. */
function build(problem: Problem, whole: boolean, watch: Watch): Built {
  const { participant, score, useStart, useConstraint, useAmount, limit, penalty } = problem;
  const model = new solver.Model().maximize();
  // Its presolve takes rows away, and their prices with them.
  model.usePresolve = false;
  const people = problem.participants.map(() => model.smallerThan(1));
  const scale = rowScales(problem);
  const rows = Array.from(limit, (most, r) => model.smallerThan(most * scale[r]));
  const variables = Array.from(score, (points, option) => {
    const variable = model.addVariable(points, `x${option}`, whole);
    people[participant[option]].addTerm(1, variable);
    for (let e = useStart[option]; e < useStart[option + 1]; e++) {
      rows[useConstraint[e]].addTerm(useAmount[e] * scale[useConstraint[e]], variable);
    }
    return variable;
  });
  penalty.forEach((cost, r) => {
    if (cost === Number.POSITIVE_INFINITY) return;
    rows[r].addTerm(-1, model.addVariable(-cost / scale[r], `y${r}`));
  });
  if (Number.isFinite(watch.leftMs())) model.timeout = Math.max(1, watch.leftMs());
  return { model, variables, rows, scale };
}
