/**
 * One temperature of the smoothed dual: Newton steps within a trust radius, until there is little left to gain.
 *
 * Each step must gain a share of what its slope promises, else it is halved and the radius shrinks. A stage ends when the
 * quadratic model promises little, when the gradient that points inward is small, or after so many steps. After
 * them, prices that they cannot reach are fetched.
 */
import { newton } from './newton.ts';
import { smooth } from './smooth.ts';
import type { Working } from './working.ts';

/** How far a temperature is taken; shares are per person. */
export interface Stage {
  readonly tau: number;
  /** Options more than this many taus below a person's best have no weight. */
  readonly window: number;
  readonly gradient: number;
  readonly steps: number;
}

export interface Descent {
  /** How much the rows use too much or too little at these prices, where the price could still move; per person. */
  readonly imbalance: (price: Float64Array, tau: number, window: number) => number;
  /** Moves the price, in place. */
  readonly stage: (price: Float64Array, stage: Stage) => void;
}

const GAIN = 0.0005;
const SHORTEST = 0.5;
const LONGEST = 30;
/** Room that a row of amounts near 1 has to spare, as much as a whole person needs. */
const WHOLE_PLACE = 1;

/** `passed` is told the bound at these prices after every pass; true ends the stage. */
export function descent(working: Working, passed: (bound: number, price: Float64Array) => boolean): Descent {
  const { rows, people, most } = working;
  const smoothed = smooth(working);
  const { pass, last } = smoothed;
  const { direction, step } = newton(smoothed, most);
  const trial = new Float64Array(rows);

  const stage: Descent['stage'] = (price, at) => {
    pass(price, at.tau, at.window);
    if (passed(last.bound, price)) return;
    if (!takeSteps(price, at)) fetchStranded(price, at);
  };

  /** Returns whether to end. */
  const takeSteps = (price: Float64Array, { tau, window, gradient, steps }: Stage): boolean => {
    let radius = 4;
    for (let turn = 0; turn < steps; turn++) {
      if (inwardGradient(price) < gradient * people) break;
      const { gain, slope, clipped } = direction(price, tau, radius);
      if (gain < GAIN * tau * people) {
        // A loss foretold is clipping's doing, and a shorter step may do; a small gain is convergence.
        if (gain > 0 || !clipped || radius <= SHORTEST) break;
        radius = Math.max(SHORTEST, radius / 3);
        continue;
      }
      const before = last.value;
      let share = 1;
      for (; ; share /= 2) {
        for (let r = 0; r < rows; r++) trial[r] = Math.min(most[r], Math.max(0, price[r] + share * step[r]));
        pass(trial, tau, window);
        if (passed(last.bound, trial)) return true;
        if (last.value <= before + 1e-4 * share * slope) break;
        radius = Math.max(SHORTEST, radius * 0.6);
        if (share < 1e-3) return false;
      }
      price.set(trial);
      if (share === 1 && clipped) radius = Math.min(LONGEST, radius * 1.6);
    }
    return false;
  };

  /**
   * Takes stranded prices along, in strides that double for as long as they stay so and the value falls. A row with a whole
   * place too many or too few, and nobody's choice depending on it, has a gradient and no curvature, and a step is some taus
   * long: once taus are small, a price that an early step threw far off would never come back.
   */
  const fetchStranded = (price: Float64Array, { tau, window }: Stage): void => {
    const { gradient } = last;
    let value = last.value;
    const stranded = new Map<number, number>();
    for (let r = 0; r < rows; r++) {
      if (Math.abs(gradient[r]) >= WHOLE_PLACE && !isOutward(price, r))
        stranded.set(r, Math.sign(gradient[r]));
    }
    const tryStride = (stride: number): void => {
      trial.set(price);
      for (const [r, sign] of stranded) trial[r] = Math.min(most[r], Math.max(0, price[r] - sign * stride));
      pass(trial, tau, window);
    };
    for (let stride = LONGEST * tau; stranded.size > 0; stride *= 2) {
      tryStride(stride);
      if (passed(last.bound, trial)) return;
      for (const [r, sign] of stranded) if (Math.sign(gradient[r]) !== sign) stranded.delete(r);
      if (stranded.size > 0) {
        // Without those who turned round within the stride.
        tryStride(stride);
        if (passed(last.bound, trial)) return;
        if (last.value >= value) break;
        value = last.value;
        price.set(trial);
        for (const r of stranded.keys()) if (isOutward(price, r)) stranded.delete(r);
      }
    }
  };

  const imbalance: Descent['imbalance'] = (price, tau, window) => {
    pass(price, tau, window);
    passed(last.bound, price);
    return inwardGradient(price) / Math.max(1, people);
  };

  function inwardGradient(price: Float64Array): number {
    let sum = 0;
    const { gradient } = last;
    for (let r = 0; r < rows; r++) {
      if (!isOutward(price, r)) sum += Math.abs(gradient[r]);
    }
    return sum;
  }

  /** Whether the gradient points to where the price cannot go. */
  function isOutward(price: Float64Array, r: number): boolean {
    return (price[r] <= 0 && last.gradient[r] >= 0) || (price[r] >= most[r] && last.gradient[r] <= 0);
  }

  return { stage, imbalance };
}
