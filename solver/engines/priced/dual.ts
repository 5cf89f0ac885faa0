/**
 * Good prices and the best bound that prices prove: the dual of the relaxation, smoothed at a temperature tau that
 * falls, minimised over 0 <= price <= penalty by projected Newton steps.
 *
 * 1. Temperatures 12.5, 6.25 ... 0.02 in units of the points at stake; a hot one is left only once it has converged.
 * 2. At each, Newton steps until there is little left to gain (descent.ts).
 * 3. Prices of a former run start at a temperature by how far they are from balance, and are kept where they are near it.
 * 4. Every pass gives the exact bound at its prices too; the best prices seen are kept.
 *
 * It can stop after any pass. Cost: some 60 to 150 passes over the options, and as many CG iterations a step as newton.ts
 * makes, which only touch options with weight.
 */
import type { Watch } from '../watch.ts';
import { descent, type Stage } from './descent.ts';
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

/** Temperatures, in points where a person's best is worth USUAL_POINTS. */
const HOTTEST = 12.5;
const COLDEST = 0.02;
/** Prices of a former run with so little imbalance, as converged ones have, are kept. */
const BALANCED = 0.02;
const USUAL_POINTS = 700;
const WINDOW = 9;
/** What an option costs a pass, with the products that follow it. */
const LOOKS_AN_OPTION = 4;
/** Temperatures at least this hot count as hot. */
const HOT = 5;

export function solveDual(working: Working, watch: Watch, options: DualOptions = {}): DualResult {
  const { rows, most, limit, empty, scale, penalty } = working;
  const best = new Float64Array(rows);
  let bound = Number.POSITIVE_INFINITY;
  let passes = 0;
  let cut = false;
  const price = limit.map((left, r) => {
    if (empty[r] === 1) return left < 0 && Number.isFinite(most[r]) ? most[r] : 0;
    return options.start ? Math.min(options.start[r] / scale[r], most[r]) : 0;
  });
  const { stage, imbalance } = descent(working, (value, at) => {
    passes++;
    watch.spend(LOOKS_AN_OPTION * working.worth.length);
    if (value < bound) {
      bound = value;
      best.set(at);
      if (options.enough?.(bound, passes)) cut = true;
    }
    if (watch.stop()) cut = true;
    return cut;
  });
  const unit = pointsAtStake(working) / USUAL_POINTS;
  const hottest = options.start ? warmth(imbalance(price, COLDEST * unit, WINDOW)) : HOTTEST;
  for (const temperature of temperatures(hottest)) {
    if (cut) break;
    stage(price, { tau: temperature * unit, ...patience(temperature) });
  }
  return { prices: best.map((p, r) => Math.min(p * scale[r], penalty[r])), bound, passes, cut };
}

/** The temperature that prices of a former run with this imbalance per person start at; 0 where they will do. */
function warmth(imbalance: number): number {
  return imbalance <= BALANCED ? 0 : HOTTEST * Math.min(1, imbalance);
}

/** Falling by halves to the coldest; none below it. */
function* temperatures(hottest: number): Generator<number> {
  if (hottest < COLDEST) return;
  for (let temperature = hottest; temperature > COLDEST; temperature /= 2) yield temperature;
  yield COLDEST;
}

/** The hottest stage ends where the next one, with a third of the choices, gets on better. */
function patience(temperature: number): Omit<Stage, 'tau'> {
  if (temperature < HOT) return { window: WINDOW, gradient: 0.003, steps: 20 };
  return { window: 4, gradient: temperature < HOTTEST ? 0.01 : 0.05, steps: 40 };
}

/** The mean over people of the largest points, by size, that an option of theirs has; at least a little. */
function pointsAtStake({ people, start, worth, points }: Working): number {
  let sum = 0;
  for (let p = 0; p < people; p++) {
    let best = 0;
    for (let o = start[p]; o < start[p + 1]; o++) best = Math.max(best, Math.abs(points[worth[o]]));
    sum += best;
  }
  return Math.max(sum / Math.max(1, people), 1e-3);
}
