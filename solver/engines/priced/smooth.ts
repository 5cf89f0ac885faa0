/**
 * The smoothed dual at given prices: each person's best over options and staying unplaced is replaced by
 * tau log sum exp(value / tau), which has derivatives (Nesterov, "Smooth minimization of non-smooth functions", 2005).
 *
 * One pass over the options gives the smoothed value, its gradient, the exact bound (with the plain best), and the
 * weight of every option that counts: those within `window` taus of the person's best.
 *
 * A pass allocates nothing, but where more options count than ever before.
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
      const { weight, bundle } = active;
      for (let o = from; o < to; o++) {
        if (value[o - from] < cut) continue;
        const w = Math.exp((value[o - from] - best) / tau);
        sum += w;
        bundle[3 * n] = worth[o];
        bundle[3 * n + 1] = first[o];
        bundle[3 * n + 2] = second[o];
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
        bundleSum[bundle[3 * i]] += w;
        bundleSum[bundle[3 * i + 1]] += w;
        bundleSum[bundle[3 * i + 2]] += w;
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
    const { weight, bundle } = active;
    for (let q = 0; q < blurred; q++) {
      const from = blurredFrom[q];
      const to = blurredTo[q];
      let mean = 0;
      for (let i = from; i < to; i++) {
        const t =
          bundlePrice[bundle[3 * i]] + bundlePrice[bundle[3 * i + 1]] + bundlePrice[bundle[3 * i + 2]];
        value[i - from] = t;
        mean += weight[i] * t;
      }
      for (let i = from; i < to; i++) {
        const w = weight[i] * (value[i - from] - mean);
        bundleSum[bundle[3 * i]] += w;
        bundleSum[bundle[3 * i + 1]] += w;
        bundleSum[bundle[3 * i + 2]] += w;
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
    const { weight, bundle } = active;
    for (let q = 0; q < blurred; q++) {
      const from = blurredFrom[q];
      const to = blurredTo[q];
      for (let i = from; i < to; i++) {
        mass[bundle[3 * i + 1]] += weight[i];
        mass[bundle[3 * i + 2]] += weight[i];
        const b = bundle[3 * i];
        for (let j = bundleStart[b]; j < bundleStart[b + 1]; j++) {
          mean[bundleRow[j]] += weight[i] * bundleAmount[j];
          into[bundleRow[j]] += weight[i] * bundleAmount[j] * bundleAmount[j];
        }
      }
      for (let i = from; i < to; i++) {
        settle(bundle[3 * i + 1]);
        settle(bundle[3 * i + 2]);
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

/** The three bundles and the weight of each option that counts, in arrays that grow as needed. */
function activeOptions(size: number) {
  const active = {
    bundle: new Int32Array(3 * size),
    weight: new Float64Array(size),
    reserve: (length: number): void => {
      if (length <= active.weight.length) return;
      const { bundle, weight } = active;
      const longer = Math.max(length, weight.length * 2);
      active.bundle = new Int32Array(3 * longer);
      active.bundle.set(bundle);
      active.weight = new Float64Array(longer);
      active.weight.set(weight);
    },
  };
  return active;
}
