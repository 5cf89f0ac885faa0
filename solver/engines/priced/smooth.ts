/**
 * The smoothed dual at given prices: each person's best over options and staying unplaced is replaced by
 * tau log sum exp(value / tau), which has derivatives (Nesterov, "Smooth minimization of non-smooth functions", 2005).
 *
 * One pass over the options gives the smoothed value, its gradient, the exact bound (with the plain best), and the
 * weight of every option that counts: those within `window` taus of the person's best.
 *
 * All arrays are made once; a pass allocates nothing.
 */
import type { Working } from './working.ts';

export interface Smooth {
  /** One pass at these working prices. */
  readonly pass: (price: Float64Array, tau: number, window: number) => void;
  /** Product of the Hessian, times tau, with a vector over rows. At the last pass's weights. */
  readonly product: (vector: Float64Array, into: Float64Array) => void;
  /** Diagonal of the Hessian, times tau. */
  readonly diagonal: (into: Float64Array) => void;
  /** Results of the last pass. */
  readonly last: { value: number; bound: number; readonly gradient: Float64Array };
}

export function smooth(working: Working): Smooth {
  const { people, rows, start, score, first, second, limit } = working;
  const { bundleStart, bundleRow, bundleAmount, denseRow, denseAmount } = working;
  const bundles = bundleStart.length - 1;
  const dense = denseRow.length;
  const bundlePrice = new Float64Array(bundles);
  const bundleSum = new Float64Array(bundles);
  const denseSum = new Float64Array(dense);
  const densePrice = new Float64Array(dense);
  let longest = 0;
  for (let p = 0; p < people; p++) longest = Math.max(longest, start[p + 1] - start[p]);
  const value = new Float64Array(longest);
  // What counts, person by person, copied side by side for the many products: bundles, dense amounts, weights.
  // `blurred` lists the people with more than one choice.
  const activeFirst = new Int32Array(score.length);
  const activeSecond = new Int32Array(score.length);
  const activeDense = new Float64Array(score.length * dense);
  const weight = new Float64Array(score.length);
  const term = new Float64Array(longest);
  const blurredFrom = new Int32Array(people);
  const blurredTo = new Int32Array(people);
  let blurred = 0;
  const last = { value: 0, bound: 0, gradient: new Float64Array(rows) };

  const spreadPrices = (price: Float64Array): void => {
    for (let b = 0; b < bundles; b++) {
      let sum = 0;
      for (let i = bundleStart[b]; i < bundleStart[b + 1]; i++) sum += bundleAmount[i] * price[bundleRow[i]];
      bundlePrice[b] = sum;
    }
    for (let d = 0; d < dense; d++) densePrice[d] = price[denseRow[d]];
  };

  const gather = (into: Float64Array, sign: number): void => {
    for (let b = 0; b < bundles; b++) {
      const sum = bundleSum[b];
      if (sum === 0) continue;
      for (let i = bundleStart[b]; i < bundleStart[b + 1]; i++)
        into[bundleRow[i]] += sign * bundleAmount[i] * sum;
    }
    for (let d = 0; d < dense; d++) into[denseRow[d]] += sign * denseSum[d];
  };

  const pass = (price: Float64Array, tau: number, window: number): void => {
    spreadPrices(price);
    bundleSum.fill(0);
    denseSum.fill(0);
    blurred = 0;
    let total = 0;
    let exact = 0;
    let n = 0;
    for (let p = 0; p < people; p++) {
      const from = start[p];
      const to = start[p + 1];
      let best = 0;
      for (let o = from; o < to; o++) {
        let v = score[o] - bundlePrice[first[o]] - bundlePrice[second[o]];
        for (let d = 0; d < dense; d++) v -= denseAmount[o * dense + d] * densePrice[d];
        value[o - from] = v;
        if (v > best) best = v;
      }
      exact += best;
      const cut = best - window * tau;
      let sum = cut <= 0 ? Math.exp(-best / tau) : 0;
      const unplaced = sum;
      const at = n;
      for (let o = from; o < to; o++) {
        if (value[o - from] < cut) continue;
        const w = Math.exp((value[o - from] - best) / tau);
        sum += w;
        activeFirst[n] = first[o];
        activeSecond[n] = second[o];
        for (let d = 0; d < dense; d++) activeDense[n * dense + d] = denseAmount[o * dense + d];
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
        bundleSum[activeFirst[i]] += w;
        bundleSum[activeSecond[i]] += w;
        for (let d = 0; d < dense; d++) denseSum[d] += w * activeDense[i * dense + d];
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
    spreadPrices(vector);
    bundleSum.fill(0);
    denseSum.fill(0);
    for (let q = 0; q < blurred; q++) {
      const from = blurredFrom[q];
      const to = blurredTo[q];
      let mean = 0;
      for (let i = from; i < to; i++) {
        let t = bundlePrice[activeFirst[i]] + bundlePrice[activeSecond[i]];
        for (let d = 0; d < dense; d++) t += activeDense[i * dense + d] * densePrice[d];
        term[i - from] = t;
        mean += weight[i] * t;
      }
      for (let i = from; i < to; i++) {
        const w = weight[i] * (term[i - from] - mean);
        bundleSum[activeFirst[i]] += w;
        bundleSum[activeSecond[i]] += w;
        for (let d = 0; d < dense; d++) denseSum[d] += w * activeDense[i * dense + d];
      }
    }
    into.fill(0);
    gather(into, 1);
  };

  const mean = new Float64Array(rows);
  const touched = new Int32Array(rows);
  const seen = new Uint8Array(rows);
  const diagonal = (into: Float64Array): void => {
    into.fill(0);
    let count = 0;
    const add = (r: number, w: number, amount: number): void => {
      if (seen[r] === 0) {
        seen[r] = 1;
        touched[count++] = r;
      }
      mean[r] += w * amount;
      into[r] += w * amount * amount;
    };
    const addBundle = (b: number, w: number): void => {
      for (let i = bundleStart[b]; i < bundleStart[b + 1]; i++) add(bundleRow[i], w, bundleAmount[i]);
    };
    for (let q = 0; q < blurred; q++) {
      count = 0;
      for (let i = blurredFrom[q]; i < blurredTo[q]; i++) {
        addBundle(activeFirst[i], weight[i]);
        addBundle(activeSecond[i], weight[i]);
        for (let d = 0; d < dense; d++) add(denseRow[d], weight[i], activeDense[i * dense + d]);
      }
      for (let t = 0; t < count; t++) {
        const r = touched[t];
        into[r] -= mean[r] * mean[r];
        mean[r] = 0;
        seen[r] = 0;
      }
    }
  };

  return { pass, product, diagonal, last };
}
