/**
 * Means with intervals, and bands. Intervals hold 95 % by the bootstrap (Efron 1979): the runs are drawn again, with
 * replacement, and the same draws serve every figure, so that differences between policies are paired.
 */
import { chanceOf } from './chance.ts';

export interface Estimate {
  mean: number;
  interval: [low: number, high: number];
}

const RESAMPLES = 1000;
const OUTSIDE = 0.025;

/** The estimator of figures that have one value a run. */
export function estimator(runs: number, seed: number): (values: readonly number[]) => Estimate {
  const chance = chanceOf(seed, 'bootstrap');
  const drawn = Array.from({ length: RESAMPLES }, (_, sample) =>
    Int32Array.from({ length: runs }, (_, k) => Math.floor(chance(`${sample} ${k}`) * runs)),
  );
  return (values) => {
    const means = Float64Array.from(drawn, (picked) => {
      let sum = 0;
      for (const k of picked) sum += values[k];
      return sum / runs;
    }).sort();
    return {
      mean: values.reduce((sum, value) => sum + value, 0) / runs,
      interval: [quantile(means, OUTSIDE), quantile(means, 1 - OUTSIDE)],
    };
  };
}

/** Of values in rising order, linear between neighbours. */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}
