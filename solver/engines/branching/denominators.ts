/** What rational numbers, known to some digits, have in common. */

const LARGEST = 1000;
const LARGEST_COMMON = 1_000_000;
/** Multiplied by its denominator, a weight must be this close to a whole number. */
const CLOSE = 1e-5;
const PRIMES = [2, 3, 5, 7, 11, 13];
const LARGEST_POWER = 32;

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < CLOSE;

/** The smallest number found that makes all weights whole; 0 where it is too large for their digits. */
export function commonDenominator(weights: readonly number[]): number {
  let common = 1;
  for (const weight of weights) {
    if (isWhole(weight * common)) continue;
    const by = denominatorOf(weight * common);
    if (by === 0 || common * by > LARGEST_COMMON) return 0;
    common *= by;
  }
  return common;
}

function denominatorOf(value: number): number {
  for (let by = 2; by <= LARGEST; by++) if (isWhole(value * by)) return by;
  return 0;
}

/** What to divide by: a common denominator that is small, or else the powers of small primes in it. None for 0 and 1. */
export function moduliOf(common: number): readonly number[] {
  if (common <= LARGEST) return common > 1 ? [common] : [];
  const moduli: number[] = [];
  for (const prime of PRIMES) {
    for (let power = prime; common % power === 0 && power <= LARGEST_POWER; power *= prime)
      moduli.push(power);
  }
  return moduli;
}
