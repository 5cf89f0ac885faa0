/**
 * The exact search on a core: most options lose so much at the relaxation's prices that no best assignment picks them.
 *
 * 1. The core is the options with the smallest loss, about CORE_OPTIONS_A_PERSON a person.
 * 2. HiGHS solves the core. What it proves there holds for everybody up to (bound by prices - smallest loss left out).
 * 3. Where that does not settle it, the core grows to every option whose loss is at most (bound by prices -
 *    objective), which no better assignment can go without, and is solved again from the incumbent. A core without any
 *    feasible assignment grows to all options.
 * 4. Rounding what HiGHS found may break a row by its tolerance: that row's limit is then tightened for the next try,
 *    while the bound stays that of the untouched model.
 *
 * Ties: each option has a bonus by a seeded lottery, below half a point in all, so that among assignments of equal
 * points HiGHS looks for the one the lottery likes; it does so to the end of its search, or for LOTTERY_NODES nodes
 * after the points are proven. The bound in points stays valid, since a bonus is never negative.
 *
 * This is the usual core (or kernel) idea of knapsack and assignment codes: Balas and Zemel, "An algorithm for large
 * zero-one knapsack problems", Operations Research 28 (1980).
 */
import type { Highs } from 'highs';
import { draw } from '../../lottery.ts';
import type { Problem } from '../../problem.ts';
import { gapOf, optionStarts, worthOf } from '../assignment.ts';
import type { EngineOptions, StopReason } from '../engine.ts';
import type { Incumbent } from '../first-answer.ts';
import type { PriceBound } from '../price-bound.ts';
import type { Watch } from '../watch.ts';
import { BOUND_MARGIN, wholeBound } from '../whole-bound.ts';
import { assignmentOf, columnsOf, type ModelPart, type Shape } from './model.ts';
import { solveWhole, type WholeRun } from './run.ts';

export const CORE_OPTIONS_A_PERSON = 4;
const LOTTERY_NODES = 200;
const MOST_REPAIRS = 8;

export interface CoreResult {
  readonly stopped: StopReason;
  readonly incumbent: Incumbent | null;
  readonly infeasible: boolean;
  /** In whole points; Infinity where there is none. */
  readonly bound: number;
}

export interface CoreTask {
  readonly highs: Highs;
  readonly shape: Shape;
  readonly relaxed: PriceBound;
  readonly start: Incumbent | null;
  readonly watch: Watch;
  readonly options: EngineOptions;
  /** The size of the first core; about CORE_OPTIONS_A_PERSON a person is best. */
  readonly coreOptions: number;
}

/** The exact search. Returns the best assignment found, or that there is none, and the bound in whole points. */
export function solveByCore(task: CoreTask): CoreResult {
  const { shape, relaxed, watch, options } = task;
  const { problem } = shape;
  const priced = wholeBound(relaxed.bound);
  const margin = new Float64Array(problem.limit.length);
  let reach = coreReach(relaxed.loss, task.coreOptions);
  let incumbent = task.start;
  let bound = priced;
  for (let repairs = 0; ; ) {
    const { core, leftOut } = partWithin(problem, relaxed.loss, reach, incumbent, options.seed);
    const part = { ...core, margin };
    const run = solveCore(task, part, incumbent, {
      atMost: bound,
      elsewhere: wholeBound(relaxed.bound - leftOut),
    });
    const all = leftOut === Number.POSITIVE_INFINITY;
    const untouched = margin.every((taken) => taken === 0);
    if (untouched) {
      const inside = run.infeasible ? Number.NEGATIVE_INFINITY : wholeBound(run.bound);
      bound = Math.min(bound, Math.max(inside, wholeBound(relaxed.bound - leftOut)));
    }
    const found = run.values && assignmentOf(shape, part, run.values);
    const worth = found && worthOf(problem, found);
    if (found && worth && worth.broken.length === 0) {
      if (incumbent === null || worth.objective >= incumbent.objective) {
        incumbent = { chosen: found, objective: worth.objective };
      }
    }
    const done = (stopped: StopReason): CoreResult => ({ stopped, incumbent, infeasible: false, bound });
    const stop = watch.stop();
    if (stop) return done(stop);
    if (worth && worth.broken.length > 0) {
      if (++repairs > MOST_REPAIRS) return done('exhausted');
      for (const r of worth.broken) margin[r] += worth.used[r] - problem.limit[r];
      continue;
    }
    if (incumbent && gapOf(bound, incumbent.objective) <= options.gap) return done('gap');
    if (run.infeasible && all && untouched) return { ...done('exhausted'), infeasible: incumbent === null };
    if (all) return done('exhausted');
    reach = incumbent ? Math.max(reach, relaxed.bound - incumbent.objective) : Number.POSITIVE_INFINITY;
    if (reach < leftOut) return done('exhausted');
  }
}

/** HiGHS on one core. `outer` bounds every assignment: `atMost` overall, `elsewhere` those that leave the core. */
function solveCore(
  task: CoreTask,
  part: ModelPart,
  incumbent: Incumbent | null,
  outer: { readonly atMost: number; readonly elsewhere: number },
): WholeRun {
  const { highs, shape, watch, options } = task;
  let settledAt: number | null = null;
  let told = '';
  const enough = (found: number, bound: number, nodes: number): boolean => {
    // Bonuses stay below half a point in all, so the points are what is left when they are rounded off.
    const objective = Math.floor(found + BOUND_MARGIN);
    const overall = Math.min(outer.atMost, Math.max(wholeBound(bound), outer.elsewhere));
    const news = `${objective} ${overall}`;
    if (news !== told && Number.isFinite(overall)) {
      told = news;
      const known = Math.max(objective, incumbent?.objective ?? Number.NEGATIVE_INFINITY);
      options.onProgress?.({
        phase: 'core',
        objective: Number.isFinite(known) ? known : null,
        bound: overall,
      });
    }
    if (!Number.isFinite(objective)) return false;
    if (options.gap > 0 && gapOf(overall, objective) <= options.gap) return true;
    if (wholeBound(bound) > objective) return false;
    settledAt ??= nodes;
    return outer.elsewhere > objective || nodes - settledAt >= LOTTERY_NODES;
  };
  const start =
    incumbent && columnsOf(shape, part, incumbent.chosen, worthOf(shape.problem, incumbent.chosen).used);
  return solveWhole(highs, shape, part, watch, { seed: options.seed, start, enough });
}

/** The largest loss among the `count` smallest. */
function coreReach(loss: Float64Array, count: number): number {
  return count >= loss.length ? Number.POSITIVE_INFINITY : loss.slice().sort()[count];
}

/** The options within reach or picked, with their lottery, and the smallest loss of all others (Infinity: none). */
function partWithin(
  problem: Problem,
  loss: Float64Array,
  reach: number,
  incumbent: Incumbent | null,
  seed: number,
): { readonly core: Omit<ModelPart, 'margin'>; readonly leftOut: number } {
  const start = optionStarts(problem);
  const share = 0.5 / Math.max(1, problem.participants.length);
  const options: number[] = [];
  const bonus: number[] = [];
  let leftOut = Number.POSITIVE_INFINITY;
  loss.forEach((lost, option) => {
    const person = problem.participant[option];
    if (lost > reach && incumbent?.chosen[person] !== option) {
      leftOut = Math.min(leftOut, lost);
      return;
    }
    options.push(option);
    bonus.push((draw(seed, `${problem.participants[person]} ${option - start[person]}`) / 2 ** 53) * share);
  });
  return { core: { options: Int32Array.from(options), bonus: Float64Array.from(bonus) }, leftOut };
}
