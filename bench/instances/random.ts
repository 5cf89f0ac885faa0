/**
 * The stream of numbers behind the made-up instances: mulberry32 (Tommy Ettinger, public domain), 32 bits of state.
 * The order of the draws is part of what an instance is: change it and every instance changes.
 */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** About normal, mean 0, variance 1: six uniform draws. */
  readonly gauss: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** An index, with a probability in proportion to its weight. */
  readonly pick: (weights: readonly number[]) => number;
}

const DISCARDED = 20;

/** The stream of a seed. */
export function createRandom(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  for (let i = 0; i < DISCARDED; i++) next();
  return {
    next,
    gauss: () => {
      let sum = 0;
      for (let i = 0; i < 6; i++) sum += next();
      return (sum - 3) * Math.SQRT2;
    },
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (weights) => {
      let total = 0;
      for (const weight of weights) total += weight;
      let rest = next() * total;
      for (let i = 0; i < weights.length; i++) {
        rest -= weights[i];
        if (rest < 0) return i;
      }
      return weights.length - 1;
    },
  };
}
