/** Intervals of 95 %: how far off a figure may be when few people stand behind it. */

export type Interval = readonly [low: number, high: number];

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of a share. It stays within 0 and 1 and holds for small groups (E. B. Wilson, JASA 22, 1927). `size` may be an
 * effective one, with decimals; it is above 0.
 */
export function wilson(successes: number, size: number): Interval {
  const share = successes / size;
  const shrink = 1 + Z ** 2 / size;
  const middle = (share + Z ** 2 / (2 * size)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / size + Z ** 2 / (4 * size ** 2));
  return [
    successes === 0 ? 0 : Math.max(0, middle - half),
    successes === size ? 1 : Math.min(1, middle + half),
  ];
}

/**
 * The interval of the difference between two independent shares, first less second, from Wilson's of each (R. G. Newcombe, Statistics in
 * Medicine 17, 1998, method 10).
 */
export function newcombe(
  [successesA, sizeA]: readonly [successes: number, size: number],
  [successesB, sizeB]: readonly [successes: number, size: number],
): Interval {
  const a = successesA / sizeA;
  const b = successesB / sizeB;
  const [lowA, highA] = wilson(successesA, sizeA);
  const [lowB, highB] = wilson(successesB, sizeB);
  const difference = a - b;
  return [
    difference - Math.sqrt((a - lowA) ** 2 + (highB - b) ** 2),
    difference + Math.sqrt((highA - a) ** 2 + (b - lowB) ** 2),
  ];
}

/**
 * By how much to shrink an effective size of two groups of so many people in all, so that an interval made for many holds for few: (z / t)^2
 * with t of people - 2 degrees of freedom (E. L. Korn and B. I. Graubard, Survey Methodology 24, 1998). The percentile of t is by its expansion
 * (Abramowitz and Stegun 26.7.5), good to three digits from 8 degrees on.
 */
export function shrinkForFew(people: number): number {
  const degrees = people - 2;
  const t =
    Z +
    (Z ** 3 + Z) / (4 * degrees) +
    (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * degrees ** 2) +
    (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / (384 * degrees ** 3);
  return (Z / t) ** 2;
}

export interface Median {
  readonly value: number;
  /** Null where there are too few amounts for any interval of 95 %: five or fewer. */
  readonly interval: Interval | null;
}

/**
 * The median of some amounts (at least one) and its interval from the order of the amounts, which asks nothing of their distribution: the
 * k-th smallest and the k-th largest, with the largest k for which a fair coin shows fewer than k heads with a chance of at most 2.5 %.
 */
export function median(amounts: readonly number[]): Median {
  const sorted = amounts.toSorted((a, b) => a - b);
  const n = sorted.length;
  const value = (sorted[Math.floor((n - 1) / 2)] + sorted[Math.ceil((n - 1) / 2)]) / 2;
  let logChance = n * Math.log(0.5);
  let fewer = Math.exp(logChance);
  let k = 0;
  while (fewer <= 0.025) {
    k++;
    logChance += Math.log((n - k + 1) / k);
    fewer += Math.exp(logChance);
  }
  return { value, interval: k === 0 ? null : [sorted[k - 1], sorted[n - k]] };
}
