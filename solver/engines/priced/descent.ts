/**
 * One temperature of the smoothed dual: Newton steps within a trust radius, until there is little left to gain.
 *
 * Each step must gain a share of what its slope promises, else it is halved and the radius shrinks. A stage ends when the
 * quadratic model promises little, when the gradient that points inward is small, or after so many steps.
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

/** `passed` is told the bound at these prices after every pass; true ends the stage. */
export function descent(working: Working, passed: (bound: number, price: Float64Array) => boolean): Descent {
  const { rows, people, most } = working;
  const smoothed = smooth(working);
  const { pass, last } = smoothed;
  const { direction, step } = newton(smoothed, most);
  const trial = new Float64Array(rows);

  const stage: Descent['stage'] = (price, { tau, window, gradient, steps }) => {
    let radius = 4;
    pass(price, tau, window);
    if (passed(last.bound, price)) return;
    for (let turn = 0; turn < steps; turn++) {
      if (inwardGradient(price) < gradient * people) return;
      const { gain, slope, clipped } = direction(price, tau, radius);
      if (gain < GAIN * tau * people) {
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
        if (passed(last.bound, trial)) return;
        if (last.value <= before + 1e-4 * share * slope) break;
        radius = Math.max(SHORTEST, radius * 0.6);
        if (share < 1e-3) return;
      }
      price.set(trial);
      if (share === 1 && clipped) radius = Math.min(LONGEST, radius * 1.6);
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
      if (price[r] <= 0 && gradient[r] >= 0) continue;
      if (price[r] >= most[r] && gradient[r] <= 0) continue;
      sum += Math.abs(gradient[r]);
    }
    return sum;
  }

  return { stage, imbalance };
}
