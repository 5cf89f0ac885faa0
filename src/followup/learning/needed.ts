/**
 * How many people with a known outcome it takes before a model may be learnt from them.
 *
 * Source: R. D. Riley et al., Calculating the sample size required for developing a clinical prediction model, BMJ 368, 2020, m441. The
 * largest of its three numbers, for a model that is assumed to explain 15 % of what can be explained (their advice where nothing is known):
 *
 *  1. coefficients need shrinking by at most a tenth;
 *  2. the share explained is overstated by at most 5 percentage points;
 *  3. the overall chance is known to within 5 percentage points.
 */

const EXPLAINED = 0.15;
const LEAST_SHRINKAGE = 0.9;
const MARGIN = 0.05;
const Z = 1.959963984540054;
/** However rare the outcome has been so far, it is not taken to be rarer. */
const RAREST = 0.05;

/** People needed for a model of so many features where `share` of them reach the outcome. */
export function peopleNeeded(features: number, share: number): number {
  const chance = Math.min(1 - RAREST, Math.max(RAREST, share));
  const logLikelihood = chance * Math.log(chance) + (1 - chance) * Math.log(1 - chance);
  const most = 1 - Math.exp(2 * logLikelihood);
  const explained = EXPLAINED * most;
  const forShrinkage = (shrinkage: number): number =>
    features / ((shrinkage - 1) * Math.log(1 - explained / shrinkage));
  return Math.ceil(
    Math.max(
      forShrinkage(LEAST_SHRINKAGE),
      forShrinkage(explained / (explained + MARGIN * most)),
      (Z / MARGIN) ** 2 * chance * (1 - chance),
    ),
  );
}
