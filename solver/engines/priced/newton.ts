/**
 * A step of projected Newton for the smoothed dual, by conjugate gradients (Steihaug 1983; bounds as in Lin and More,
 * "Newton's method for large bound-constrained problems", 1999, with one batch of clipping).
 *
 * 1. Rows at 0 or at their largest price whose gradient points outward are held.
 * 2. CG on the Hessian plus regularisation max(0.001 (diagonal + 0.01), |gradient| / 4 - diagonal), which keeps rows
 *    that nobody's choice depends on from flying away; preconditioned by its diagonal; it stops at a third of the
 *    first residual.
 * 3. After a dozen iterations every row that the step carries out of bounds is clipped and held; then CG again.
 * 4. No component is longer than the trust radius.
 *
 * Everything is in units of tau: the step is tau times the solution. Cost: a pass over the weighted options an
 * iteration.
 */
import type { Smooth } from './smooth.ts';

const FIRST_ITERATIONS = 12;
const ITERATIONS = 40;
const RESIDUAL = 0.3;
const ROUNDS = 2;

export interface Newton {
  /** The step from these prices, written to `step`; `gain` is what the quadratic model predicts, `slope` is g.step. */
  readonly direction: (
    price: Float64Array,
    tau: number,
    radius: number,
  ) => { readonly gain: number; readonly slope: number; readonly clipped: boolean };
  readonly step: Float64Array;
}

export function newton(smooth: Smooth, most: Float64Array): Newton {
  const rows = most.length;
  const vector = () => new Float64Array(rows);
  const [step, residual, search, image, preconditioned] = [vector(), vector(), vector(), vector(), vector()];
  const [diagonal, extra, scratch] = [vector(), vector(), vector()];
  const free = new Uint8Array(rows);
  const { gradient } = smooth.last;

  const apply = (from: Float64Array, into: Float64Array): void => {
    smooth.product(from, into);
    for (let r = 0; r < rows; r++) into[r] += extra[r] * from[r];
  };

  /** Continues CG on the free rows from `step`; returns the iterations made. */
  const iterate = (iterations: number): boolean => {
    apply(step, image);
    let rho = 0;
    for (let r = 0; r < rows; r++) {
      residual[r] = free[r] === 1 ? -gradient[r] - image[r] : 0;
      preconditioned[r] = residual[r] / (diagonal[r] + extra[r]);
      search[r] = preconditioned[r];
      rho += residual[r] * preconditioned[r];
    }
    const target = RESIDUAL * RESIDUAL * rho;
    for (let i = 0; i < iterations && rho > target && rho > 0; i++) {
      apply(search, image);
      let curvature = 0;
      for (let r = 0; r < rows; r++) if (free[r] === 1) curvature += search[r] * image[r];
      if (!(curvature > 0)) return true;
      const alpha = rho / curvature;
      let next = 0;
      for (let r = 0; r < rows; r++) {
        if (free[r] === 0) continue;
        step[r] += alpha * search[r];
        residual[r] -= alpha * image[r];
        preconditioned[r] = residual[r] / (diagonal[r] + extra[r]);
        next += residual[r] * preconditioned[r];
      }
      const beta = next / rho;
      rho = next;
      for (let r = 0; r < rows; r++) search[r] = free[r] === 1 ? preconditioned[r] + beta * search[r] : 0;
    }
    return rho <= target;
  };

  /** Clips the free rows of the step to bounds and radius, and holds what it clips; returns how many. */
  const clip = (price: Float64Array, tau: number, radius: number): number => {
    let held = 0;
    for (let r = 0; r < rows; r++) {
      if (free[r] === 0) continue;
      const low = Math.max(-radius, -price[r] / tau);
      const high = Math.min(radius, (most[r] - price[r]) / tau);
      if (step[r] >= low && step[r] <= high) continue;
      step[r] = step[r] < low ? low : high;
      free[r] = 0;
      held++;
    }
    return held;
  };

  const direction: Newton['direction'] = (price, tau, radius) => {
    smooth.diagonal(diagonal);
    for (let r = 0; r < rows; r++) {
      const d = Math.max(0, diagonal[r]);
      diagonal[r] = d;
      extra[r] = Math.max(0.001 * (d + 0.01), Math.abs(gradient[r]) / 4 - d);
      const outward = (price[r] <= 0 && gradient[r] >= 0) || (price[r] >= most[r] && gradient[r] <= 0);
      free[r] = outward ? 0 : 1;
    }
    step.fill(0);
    let clipped = false;
    for (let round = 0; round < ROUNDS; round++) {
      const solved = iterate(round === 0 ? FIRST_ITERATIONS : ITERATIONS);
      const held = clip(price, tau, radius);
      if (held > 0) clipped = true;
      else if (solved || round > 0) break;
    }
    apply(step, scratch);
    let linear = 0;
    let quadratic = 0;
    for (let r = 0; r < rows; r++) {
      linear += gradient[r] * step[r];
      quadratic += step[r] * scratch[r];
    }
    for (let r = 0; r < rows; r++) step[r] *= tau;
    return { gain: -tau * (linear + quadratic / 2), slope: tau * linear, clipped };
  };

  return { direction, step };
}
