/**
 * Draws by name: the same run, person and question give the same number whatever else is drawn, so that all policies
 * meet the same year (common random numbers) and runs can be spread over threads.
 */
import { draw } from '../../../solver/lottery.ts';

/** In [0, 1). */
export type Chance = (name: string) => number;

export function chanceOf(seed: number, stream: string): Chance {
  return (name) => draw(seed, `${stream}|${name}`) / 2 ** 53;
}

/** How many come when `mean` are expected (Poisson, by inversion of one uniform draw). */
export function poisson(mean: number, uniform: number): number {
  let count = 0;
  let probability = Math.exp(-mean);
  let below = probability;
  while (uniform >= below && probability > 0) {
    count++;
    probability *= mean / count;
    below += probability;
  }
  return count;
}
