/**
 * The ratio test of the boxed dual simplex, with long steps (bound flipping: Maros, "A generalized dual phase-2 simplex
 * algorithm", 2003) and Harris' tolerance.
 *
 * The row of the leaving variable misses its bound by `slope`. As its dual price moves, the variables that reach a reduced
 * cost of 0 may flip to their other bound instead of entering, as long as the row still misses its bound after that. Of
 * those that reach 0 at about the same time the one with the largest entry enters, for the sake of rounding.
 */
export interface RatioTest {
  /** The variable that enters, or -1 where all may flip and the row still misses its bound: nothing is feasible. */
  readonly entering: number;
  /** The first so many of the candidates are to flip. */
  readonly flips: number;
}

/** Reduced costs may be on the wrong side of 0 by this. */
const TOLERANCE = 1e-9;
/** A row that misses its bound by less is within it. */
const NOTHING = 1e-9;

/**
 * Orders `candidate` (the first `count` of it) so that those to flip stand first. `size` is a candidate's entry without its
 * sign, `reduced` its reduced cost, `upper` what it changes by when it flips.
 */
export function ratioTest(
  candidate: Int32Array,
  count: number,
  slope: number,
  size: Float64Array,
  reduced: Float64Array,
  upper: Float64Array,
): RatioTest {
  let flips = 0;
  let left = slope;
  while (flips < count) {
    let most = Number.POSITIVE_INFINITY;
    let nearest = candidate[flips];
    for (let i = flips; i < count; i++) {
      const v = candidate[i];
      const ratio = (Math.abs(reduced[v]) + TOLERANCE) / size[v];
      if (ratio < most) {
        most = ratio;
        nearest = v;
      }
    }
    let entering = -1;
    let sum = 0;
    let end = flips;
    for (let i = flips; i < count; i++) {
      const v = candidate[i];
      // A large reduced cost swallows the tolerance, and dividing and multiplying again may leave less of it. The nearest is
      // taken all the same, so that each round takes somebody, and there are no more rounds than candidates.
      if (v !== nearest && Math.abs(reduced[v]) > most * size[v]) continue;
      candidate[i] = candidate[end];
      candidate[end++] = v;
      sum += size[v] * upper[v];
      if (entering < 0 || size[v] > size[entering]) entering = v;
    }
    left -= sum;
    if (left <= NOTHING) return { entering, flips };
    flips = end;
  }
  return { entering: -1, flips };
}
