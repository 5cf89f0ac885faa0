/**
 * Logistic regression with a ridge penalty, by Newton's method (iteratively reweighted least squares).
 *
 * Source: S. le Cessie and J. C. van Houwelingen, Ridge estimators in logistic regression, Applied Statistics 41, 1992.
 *
 *  1. Features are put on one scale (mean 0, standard deviation 1), so that the penalty treats them alike; the intercept has none.
 *  2. Minimise  sum over people of -log chance of what happened  +  penalty / 2 x sum of squared coefficients:
 *     step = (X'WX + penalty)^-1 gradient, halved until the objective falls.
 *  3. Stop when the gradient is as good as 0. The objective is strictly convex where both outcomes occur, so there is one answer.
 *
 * Own code: the one package for this in JavaScript (ml-logistic-regression) has no penalty and takes steps of fixed length without a test of
 * convergence. Cost per step: people x features^2 + features^3.
 */

import { type ChanceModel, scaled } from '../../domain/learnt-chance.ts';

const MOST_STEPS = 100;
const MOST_HALVINGS = 30;

/** Fits rows of equally many features to whether it happened; both must occur among them. */
export function fitRidge(
  features: readonly (readonly number[])[],
  happened: readonly boolean[],
  penalty: number,
): ChanceModel {
  const { means, deviations } = scaleOf(features);
  const rows = features.map((row) => [1, ...row.map((value, j) => scaled(value, means[j], deviations[j]))]);
  let weights: readonly number[] = means.concat(0).fill(0);
  let objective = objectiveAt(rows, happened, weights, penalty);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, curvature } = derivatives(rows, happened, weights, penalty);
    if (Math.max(...gradient.map(Math.abs)) < 1e-9 * rows.length) break;
    const direction = solvePositive(curvature, gradient);
    let length = 1;
    let next = moved(weights, direction, length);
    let found = objectiveAt(rows, happened, next, penalty);
    for (let halving = 0; found > objective && halving < MOST_HALVINGS; halving++) {
      length /= 2;
      next = moved(weights, direction, length);
      found = objectiveAt(rows, happened, next, penalty);
    }
    if (found >= objective) break;
    weights = next;
    objective = found;
  }
  const [intercept, ...coefficients] = weights;
  return { intercept, coefficients, means, deviations };
}

function scaleOf(features: readonly (readonly number[])[]): {
  readonly means: number[];
  readonly deviations: number[];
} {
  const count = features.length;
  const means = features[0].map((_, j) => features.reduce((sum, row) => sum + row[j], 0) / count);
  const deviations = means.map((mean, j) =>
    Math.sqrt(features.reduce((sum, row) => sum + (row[j] - mean) ** 2, 0) / count),
  );
  return { means, deviations };
}

function logOddsOf(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, j) => sum + value * weights[j], 0);
}

function objectiveAt(
  rows: readonly (readonly number[])[],
  happened: readonly boolean[],
  weights: readonly number[],
  penalty: number,
): number {
  const ridge = weights.slice(1).reduce((sum, weight) => sum + weight ** 2, 0);
  return rows.reduce(
    (sum, row, i) => {
      const logOdds = logOddsOf(row, weights);
      const against = happened[i] ? -logOdds : logOdds;
      return sum + Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
    },
    (penalty / 2) * ridge,
  );
}

function derivatives(
  rows: readonly (readonly number[])[],
  happened: readonly boolean[],
  weights: readonly number[],
  penalty: number,
): { readonly gradient: number[]; readonly curvature: number[][] } {
  const gradient = weights.map((weight, j) => (j === 0 ? 0 : penalty * weight));
  const curvature = weights.map((_, j) => weights.map((__, k) => (j === k && j > 0 ? penalty : 0)));
  rows.forEach((row, i) => {
    const chance = 1 / (1 + Math.exp(-logOddsOf(row, weights)));
    const miss = chance - (happened[i] ? 1 : 0);
    const spread = Math.max(chance * (1 - chance), 1e-12);
    for (let j = 0; j < row.length; j++) {
      gradient[j] += row[j] * miss;
      for (let k = 0; k < row.length; k++) curvature[j][k] += spread * row[j] * row[k];
    }
  });
  return { gradient, curvature };
}

function moved(weights: readonly number[], direction: readonly number[], length: number): readonly number[] {
  return weights.map((weight, j) => weight - length * direction[j]);
}

/** Solves a symmetric positive definite system by Cholesky's factors. */
function solvePositive(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const size = right.length;
  const factor = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      factor[i][j] = i === j ? Math.sqrt(rest) : rest / factor[j][j];
    }
  const solution = [...right];
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) solution[i] -= factor[i][k] * solution[k];
    solution[i] /= factor[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solution[i] -= factor[k][i] * solution[k];
    solution[i] /= factor[i][i];
  }
  return solution;
}
