/**
 * The smoothed dual at given prices: each person's best over options and staying unplaced is replaced by
 * tau log sum exp(value / tau), which has derivatives (Nesterov, "Smooth minimization of non-smooth functions", 2005).
 *
 * One pass over the options gives the smoothed value, its gradient, the exact bound (with the plain best), and the
 * weight of every option that counts: those within `window` taus of the person's best.
 *
 * All arrays are made once; a pass allocates nothing but for those that grow with the options that count.
 */
import type { Working } from './working.ts';

export interface Smooth {
  /** One pass at these working prices. */
  readonly pass: (price: Float64Array, tau: number, window: number) => void;
  /** Product of the Hessian, times tau, with a vector over rows. At the last pass's weights. */
  readonly product: (vector: Float64Array, into: Float64Array) => void;
  /**
   * Diagonal of the Hessian, times tau; a little above it where a person's bundles share a row that is not dense, for
   * they are taken to be independent.
   */
  readonly diagonal: (into: Float64Array) => void;
  /** Results of the last pass. */
  readonly last: { value: number; bound: number; readonly gradient: Float64Array };
}

export function smooth(working: Working): Smooth {
  const { people, rows, start, worth, first, second, limit, points } = working;
  const { bundleStart, bundleRow, bundleAmount, denseRow } = working;
  const bundles = bundleStart.length - 1;
  const bundlePrice = new Float64Array(bundles);
  const bundleSum = new Float64Array(bundles);
  let longest = 0;
  for (let p = 0; p < people; p++) longest = Math.max(longest, start[p + 1] - start[p]);
  const value = new Float64Array(longest);
  // What counts, person by person, copied side by side for the many products. `blurred` lists the people with more
  // than one choice.
  const active = activeOptions(Math.max(longest, worth.length >> 3));
  const blurredFrom = new Int32Array(people);
  const blurredTo = new Int32Array(people);
  let blurred = 0;
  const last = { value: 0, bound: 0, gradient: new Float64Array(rows) };

  /** Per bundle: what its entries are worth at these numbers per row. */
  const spread = (price: Float64Array): void => {
    for (let b = 0; b < bundles; b++) {
      let sum = 0;
      for (let i = bundleStart[b]; i < bundleStart[b + 1]; i++) sum += bundleAmount[i] * price[bundleRow[i]];
      bundlePrice[b] = sum;
    }
  };

  const gather = (into: Float64Array, sign: number): void => {
    for (let b = 0; b < bundles; b++) {
      const sum = sign * bundleSum[b];
      if (sum === 0) continue;
      for (let i = bundleStart[b]; i < bundleStart[b + 1]; i++) into[bundleRow[i]] += bundleAmount[i] * sum;
    }
  };

  const pass = (price: Float64Array, tau: number, window: number): void => {
    spread(price);
    for (let b = 0; b < bundles; b++) bundlePrice[b] -= points[b];
    bundleSum.fill(0);
    blurred = 0;
    let total = 0;
    let exact = 0;
    let n = 0;
    for (let p = 0; p < people; p++) {
      const from = start[p];
      const to = start[p + 1];
      let best = 0;
      for (let o = from; o < to; o++) {
        const v = -(bundlePrice[worth[o]] + bundlePrice[first[o]] + bundlePrice[second[o]]);
        value[o - from] = v;
        if (v > best) best = v;
      }
      exact += best;
      const cut = best - window * tau;
      const unplaced = cut <= 0 ? Math.exp(-best / tau) : 0;
      let sum = unplaced;
      const at = n;
      active.reserve(n + to - from);
      const { weight } = active;
      for (let o = from; o < to; o++) {
        if (value[o - from] < cut) continue;
        const w = Math.exp((value[o - from] - best) / tau);
        sum += w;
        active.worth[n] = worth[o];
        active.first[n] = first[o];
        active.second[n] = second[o];
        weight[n++] = w;
      }
      total += best + tau * Math.log(sum);
      if (n - at > 1 || (n - at === 1 && unplaced > 0)) {
        blurredFrom[blurred] = at;
        blurredTo[blurred++] = n;
      }
      for (let i = at; i < n; i++) {
        const w = weight[i] / sum;
        weight[i] = w;
        bundleSum[active.worth[i]] += w;
        bundleSum[active.first[i]] += w;
        bundleSum[active.second[i]] += w;
      }
    }
    const { gradient } = last;
    for (let r = 0; r < rows; r++) {
      gradient[r] = limit[r];
      exact += limit[r] * price[r];
      total += limit[r] * price[r];
    }
    gather(gradient, -1);
    last.value = total;
    last.bound = exact;
  };

  const product = (vector: Float64Array, into: Float64Array): void => {
    spread(vector);
    bundleSum.fill(0);
    const { weight } = active;
    for (let q = 0; q < blurred; q++) {
      const from = blurredFrom[q];
      const to = blurredTo[q];
      let mean = 0;
      for (let i = from; i < to; i++) {
        const t = bundlePrice[active.worth[i]] + bundlePrice[active.first[i]] + bundlePrice[active.second[i]];
        value[i - from] = t;
        mean += weight[i] * t;
      }
      for (let i = from; i < to; i++) {
        const w = weight[i] * (value[i - from] - mean);
        bundleSum[active.worth[i]] += w;
        bundleSum[active.first[i]] += w;
        bundleSum[active.second[i]] += w;
      }
    }
    into.fill(0);
    gather(into, 1);
  };

  const mean = new Float64Array(rows);
  const mass = new Float64Array(bundles);
  const diagonal = (into: Float64Array): void => {
    into.fill(0);
    bundleSum.fill(0);
    const { weight } = active;
    for (let q = 0; q < blurred; q++) {
      const from = blurredFrom[q];
      const to = blurredTo[q];
      for (let i = from; i < to; i++) {
        mass[active.first[i]] += weight[i];
        mass[active.second[i]] += weight[i];
        const b = active.worth[i];
        for (let j = bundleStart[b]; j < bundleStart[b + 1]; j++) {
          mean[bundleRow[j]] += weight[i] * bundleAmount[j];
          into[bundleRow[j]] += weight[i] * bundleAmount[j] * bundleAmount[j];
        }
      }
      for (let i = from; i < to; i++) {
        settle(active.first[i]);
        settle(active.second[i]);
      }
      for (const r of denseRow) {
        into[r] -= mean[r] * mean[r];
        mean[r] = 0;
      }
    }
    for (let b = 0; b < bundles; b++) {
      const sum = bundleSum[b];
      if (sum === 0) continue;
      for (let i = bundleStart[b]; i < bundleStart[b + 1]; i++)
        into[bundleRow[i]] += bundleAmount[i] * bundleAmount[i] * sum;
    }
  };
  /** A person's weight on a bundle, as the variance of a choice; counted once. */
  const settle = (b: number): void => {
    bundleSum[b] += mass[b] - mass[b] * mass[b];
    mass[b] = 0;
  };

  return { pass, product, diagonal, last };
}

/** Bundles and weight of the options that count, in arrays that grow as needed. */
function activeOptions(size: number) {
  const active = {
    worth: new Int32Array(size),
    first: new Int32Array(size),
    second: new Int32Array(size),
    weight: new Float64Array(size),
    reserve: (length: number): void => {
      if (length <= active.weight.length) return;
      const longer = Math.max(length, active.weight.length * 2);
      const copied = <T extends Int32Array | Float64Array>(old: T, larger: T): T => {
        larger.set(old);
        return larger;
      };
      active.worth = copied(active.worth, new Int32Array(longer));
      active.first = copied(active.first, new Int32Array(longer));
      active.second = copied(active.second, new Int32Array(longer));
      active.weight = copied(active.weight, new Float64Array(longer));
    },
  };
  return active;
}
