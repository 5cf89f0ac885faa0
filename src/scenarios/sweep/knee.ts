/**
 * The knee of a curve: the point farthest from the chord between its ends, once both axes are scaled to 0-1 (the idea of Kneedle,
 * Satopää, Albrecht, Irwin and Raghavan 2011, without its smoothing, which a dozen exact points do not need). On the side where the
 * curve bends: above the chord where gains fall off. Null for fewer than three points and for a line.
 */

/** A distance below this share of the range is no bend. */
const FLAT = 1e-6;

/** The x of the knee of a curve that rises and flattens; xs rise. Ties go to the smaller x. */
export function kneeOf(xs: readonly number[], ys: readonly number[]): number | null {
  const last = xs.length - 1;
  if (last < 2) return null;
  const width = xs[last] - xs[0];
  const height = ys[last] - ys[0];
  if (width <= 0 || height <= 0) return null;
  let knee: number | null = null;
  let farthest = FLAT;
  xs.forEach((x, i) => {
    const above = (ys[i] - ys[0]) / height - (x - xs[0]) / width;
    if (above > farthest) {
      farthest = above;
      knee = x;
    }
  });
  return knee;
}
