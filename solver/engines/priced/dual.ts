/**
 * Good prices and the best bound that prices prove: the dual of the relaxation, smoothed at a temperature tau that
 * falls, minimised over 0 <= price <= penalty by projected Newton steps.
 *
 * 1. Temperatures 12.5, 6.25 ... 0.02 in units of the points at stake; a hot one is left only once it has converged.
 * 2. Each step is a Newton step within a trust radius; it must gain a share of what its slope promises, else it is
 *    halved and the radius shrinks.
 * 3. Every pass gives the exact bound at its prices too; the best prices seen are kept.
 *
 * It can stop after any pass. Cost: some 60 to 150 passes over the options, and as many CG iterations a step as newton.ts
 * makes, which only touch options with weight.
 */
import type { Watch } from '../watch.ts';
import { newton } from './newton.ts';
import { smooth } from './smooth.ts';
import type { Working } from './working.ts';

export interface DualResult {
  /** Per row, in points a unit, within [0, penalty]. */
  readonly prices: Float64Array;
  /** The bound they prove, in points, by the engine's arithmetic. */
  readonly bound: number;
  readonly passes: number;
  /** True where clock, signal or `enough` cut the work short. */
  readonly cut: boolean;
}

export interface DualOptions {
  /** Prices to start from, per row; then it starts cold. */
  readonly start?: Float64Array;
  /** Told after every pass that improves the bound; true stops. */
  readonly enough?: (bound: number, passes: number) => boolean;
}

const HOTTEST = 12.5;
const COLDEST = 0.02;
const WARM = 1;
/** Points of the largest use to the schedule above: temperatures are per 700 points of a person's best. */
const USUAL_POINTS = 700;
const WINDOW_HOT = 4;
const WINDOW = 9;
/** Temperatures at least this hot count as hot. */
const HOT = 5;
const SHORTEST = 0.5;
const MOST_STEPS = 20;
const MOST_STEPS_HOT = 40;

export function solveDual(working: Working, watch: Watch, options: DualOptions = {}): DualResult {
  const { rows, people, most, limit, empty, scale, penalty } = working;
  const passes = smooth(working);
  const { last } = passes;
  const { direction, step } = newton(passes, most);
  const price = new Float64Array(rows);
  const trial = new Float64Array(rows);
  const best = new Float64Array(rows);
  let bound = Number.POSITIVE_INFINITY;
  let count = 0;
  let cut = false;
  for (let r = 0; r < rows; r++) {
    const given = options.start ? Math.min(options.start[r] / scale[r], most[r]) : 0;
    price[r] = empty[r] === 1 ? (limit[r] < 0 && Number.isFinite(most[r]) ? most[r] : 0) : given;
  }
  const pass = (at: Float64Array, tau: number, window: number): void => {
    passes.pass(at, tau, window);
    count++;
    if (last.bound < bound) {
      bound = last.bound;
      best.set(at);
      if (options.enough?.(bound, count)) cut = true;
    }
    if (watch.stop()) cut = true;
  };
  const unit = pointsAtStake(working) / USUAL_POINTS;
  const hottest = (options.start ? WARM : HOTTEST) * unit;
  for (
    let tau = hottest;
    tau >= COLDEST * unit * 0.999 && !cut;
    tau = tau > COLDEST * unit && tau / 2 < COLDEST * unit ? COLDEST * unit : tau / 2
  ) {
    stage(tau);
    if (tau <= COLDEST * unit) break;
  }
  return { prices: best.map((p, r) => Math.min(p * scale[r], penalty[r])), bound, passes: count, cut };

  function stage(tau: number): void {
    const hot = tau >= HOT * unit;
    const window = hot ? WINDOW_HOT : WINDOW;
    let radius = 4;
    pass(price, tau, window);
    for (let turn = 0; turn < (hot ? MOST_STEPS_HOT : MOST_STEPS) && !cut; turn++) {
      if (projectedGradient() < (hot ? 0.01 : 0.003) * people) return;
      const { gain, slope, clipped } = direction(price, tau, radius);
      if (gain < 0.0005 * tau * people) {
        // A loss foretold is clipping's doing, and a shorter step may do; a small gain is convergence.
        if (gain > 0 || !clipped || radius <= SHORTEST) return;
        radius = Math.max(SHORTEST, radius / 3);
        continue;
      }
      const before = last.value;
      let share = 1;
      for (; ; share /= 2) {
        for (let r = 0; r < rows; r++) trial[r] = Math.min(most[r], Math.max(0, price[r] + share * step[r]));
        pass(trial, tau, window);
        if (cut || last.value <= before + 1e-4 * share * slope) break;
        radius = Math.max(SHORTEST, radius * 0.6);
        if (share < 1e-3) return;
      }
      price.set(trial);
      if (share === 1 && clipped) radius = Math.min(30, radius * 1.6);
    }
  }

  function projectedGradient(): number {
    let sum = 0;
    const { gradient } = last;
    for (let r = 0; r < rows; r++) {
      if (price[r] <= 0 && gradient[r] >= 0) continue;
      if (price[r] >= most[r] && gradient[r] <= 0) continue;
      sum += Math.abs(gradient[r]);
    }
    return sum;
  }
}

/** The mean over people of the largest points, by size, that an option of theirs has; at least a little. */
function pointsAtStake({ people, start, score }: Working): number {
  let sum = 0;
  for (let p = 0; p < people; p++) {
    let best = 0;
    for (let o = start[p]; o < start[p + 1]; o++) best = Math.max(best, Math.abs(score[o]));
    sum += best;
  }
  return Math.max(sum / Math.max(1, people), 1e-3);
}
