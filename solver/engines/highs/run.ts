/**
 * One run of HiGHS: a relaxation for its prices, or a whole-number model for an assignment and a bound. Both stop
 * within a callback when the watch says so.
 */
import type { Highs, HighsCallbackMap, Model, ModelData, OptionValue } from 'highs';
import type { Watch } from '../watch.ts';
import { type ModelPart, modelOf, type Shape, wholeModelOf } from './model.ts';

/** HiGHS's clock is asked a little later than the watch, and counts only where no callback is made. */
const CLOCK_SLACK_SECONDS = 0.5;

/**
 * Up to here the dual simplex gives prices sooner than the interior point method (measured: 0.3 s against 0.5 s at 15,879
 * options, 20 s against 14 s at 92,273). Presolve costs both more than it saves.
 */
const MOST_OPTIONS_FOR_SIMPLEX = 50_000;

export type Relaxed =
  | {
      readonly status: 'solved';
      /** Per column: its value. */
      readonly colValue: Float64Array;
      /** Per row: participants, then constraints as scaled. */
      readonly rowDual: Float64Array;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'stopped' };

/** How HiGHS is set for a relaxation of so many options. */
export function relaxationOptions(shape: Shape, options: number, watch: Watch): Record<string, OptionValue> {
  const many = options > MOST_OPTIONS_FOR_SIMPLEX;
  return { ...limits(shape, watch), presolve: 'off', ...(many && { solver: 'ipm', run_crossover: 'off' }) };
}

/** Solves a model without whole numbers, from its last basis where it has one. */
export function runRelaxation(highs: Highs, model: Model, watch: Watch): Relaxed {
  const { callbackType, modelStatus } = highs.constants;
  const look = (event: { interrupt: () => void }): undefined => {
    if (watch.stop()) event.interrupt();
  };
  const run = model.run({ [callbackType.simplexInterrupt]: look, [callbackType.ipmInterrupt]: look });
  if (run.modelStatus === modelStatus.infeasible || run.modelStatus === modelStatus.unboundedOrInfeasible) {
    return { status: 'infeasible' };
  }
  if (run.modelStatus !== modelStatus.optimal) return { status: 'stopped' };
  const { colValue, rowDual } = model.getSolution();
  return { status: 'solved', colValue, rowDual };
}

/** Per constraint, in points a unit, within [0, penalty]. */
export function pricesOf({ problem, scale }: Shape, rowDual: Float64Array): Float64Array {
  const dual = rowDual.subarray(problem.participants.length);
  return problem.penalty.map((penalty, r) => Math.min(penalty, Math.max(0, -dual[r] * scale[r])));
}

/** Prices from the relaxation of a part, once. */
export function solveRelaxation(
  highs: Highs,
  shape: Shape,
  part: ModelPart,
  watch: Watch,
):
  | { readonly status: 'solved'; readonly prices: Float64Array }
  | { readonly status: 'infeasible' | 'stopped' } {
  const options = relaxationOptions(shape, part.options.length, watch);
  return withModel(highs, modelOf(shape, part), options, (model) => {
    const run = runRelaxation(highs, model, watch);
    return run.status === 'solved' ? { status: 'solved', prices: pricesOf(shape, run.rowDual) } : run;
  });
}

export interface WholeRun {
  /** True where HiGHS says that no whole-number assignment of the part exists. */
  readonly infeasible: boolean;
  /** Values of the columns, where an assignment was found. */
  readonly values: Float64Array | null;
  /** No assignment of the part is worth more, in points with bonuses, as HiGHS says; Infinity where it has none. */
  readonly bound: number;
  /** Whether HiGHS came to an end by itself. */
  readonly complete: boolean;
}

export interface WholeSettings {
  readonly seed: number;
  /** Values to start from. */
  readonly start: Float64Array | null;
  /** Seen at every interrupt point, in points with bonuses (-Infinity: nothing found yet); true stops. */
  readonly enough: (objective: number, bound: number, nodes: number) => boolean;
}

/** Solves the model of a part with whole numbers, exactly, but for `enough` and the watch. */
export function solveWhole(
  highs: Highs,
  shape: Shape,
  part: ModelPart,
  watch: Watch,
  settings: WholeSettings,
): WholeRun {
  const { callbackType, modelStatus, solutionStatus } = highs.constants;
  const options = {
    ...limits(shape, watch),
    random_seed: settings.seed & 0x7fffffff,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-6,
    mip_feasibility_tolerance: shape.tolerance,
  };
  return withModel(highs, wholeModelOf(shape, part), options, (model) => {
    if (settings.start) model.setSolution({ colValue: settings.start });
    const callbacks: HighsCallbackMap = {
      [callbackType.simplexInterrupt]: (event) => {
        if (watch.stop()) event.interrupt();
        return undefined;
      },
      [callbackType.mipInterrupt]: (event) => {
        const {
          mip_primal_bound: primal = Number.POSITIVE_INFINITY,
          mip_dual_bound: dual = Number.NEGATIVE_INFINITY,
        } = event.data;
        if (watch.stop() || settings.enough(-primal, -dual, Number(event.data.mip_node_count ?? 0))) {
          event.interrupt();
        }
        return undefined;
      },
    };
    const run = runOrAgain(model, callbacks);
    const found = model.info.get('primal_solution_status') === solutionStatus.feasible;
    return {
      infeasible:
        run.modelStatus === modelStatus.infeasible || run.modelStatus === modelStatus.unboundedOrInfeasible,
      values: found ? model.getSolution().colValue : null,
      bound: -Number(model.info.get('mip_dual_bound')),
      complete: run.modelStatus === modelStatus.optimal,
    };
  });
}

/** The nodes of a run without presolve: of a model that broke HiGHS once nothing says that its search ends by itself. */
const MOST_NODES_AGAIN = 100_000;

/** HiGHS's presolve fails on rare small models with amounts of 1e8; without it they are solved. */
function runOrAgain(model: Model, callbacks: HighsCallbackMap): ReturnType<Model['run']> {
  try {
    return model.run(callbacks);
  } catch {
    model.options.set({ presolve: 'off', mip_max_nodes: MOST_NODES_AGAIN });
    return model.run(callbacks);
  }
}

function limits(shape: Shape, watch: Watch): Record<string, OptionValue> {
  const leftMs = watch.leftMs();
  return {
    output_flag: false,
    primal_feasibility_tolerance: shape.tolerance,
    ...(Number.isFinite(leftMs) && { time_limit: leftMs / 1000 + CLOCK_SLACK_SECONDS }),
  };
}

/** Runs `operation` with a model of these options, and disposes of it. */
export function withModel<Result>(
  highs: Highs,
  data: ModelData,
  options: Record<string, OptionValue>,
  operation: (model: Model) => Result,
): Result {
  const model = highs.createModel(data);
  try {
    model.options.set(options);
    return operation(model);
  } finally {
    model.dispose();
  }
}
