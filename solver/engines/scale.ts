import type { Problem } from '../problem.ts';

/** Per constraint: the largest amount that any option has of it, without its sign. */
export function largestAmounts(problem: Problem): Float64Array {
  const largest = new Float64Array(problem.limit.length);
  problem.useAmount.forEach((amount, e) => {
    const r = problem.useConstraint[e];
    largest[r] = Math.max(largest[r], Math.abs(amount));
  });
  return largest;
}

/**
 * Per constraint: the power of two that brings its largest amount near 1. Equity amounts reach 2e8, while solvers'
 * tolerances are absolute; a power of two loses no digit.
 */
export function rowScales(problem: Problem): Float64Array {
  return largestAmounts(problem).map((amount) => (amount === 0 ? 1 : 2 ** -Math.round(Math.log2(amount))));
}
