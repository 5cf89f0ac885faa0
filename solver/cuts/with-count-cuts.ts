import { type AddedRow, withRows } from '../added-rows.ts';
import type { Problem } from '../problem.ts';
import type { CountCut } from '../solution.ts';
import type { CountCuts } from './count-cuts.ts';

/**
 * A problem with its count cuts as further hard rows, and without the entries of rows that the cuts imply: the same
 * whole assignments, the same objective, a tighter relaxation. Prices of the result are per constraint, then per cut, as
 * a solution tells them.
 */
export function withCountCuts(problem: Problem, { cuts, implied }: CountCuts): Problem {
  if (cuts.length === 0 && !implied.includes(1)) return problem;
  return withRows(problem, cuts.map(rowOf), (r) => implied[r] === 1);
}

function rowOf({ a, b, facet: [ca, cb, limit] }: CountCut): AddedRow {
  const sides = [
    { options: a, amount: ca },
    { options: b, amount: cb },
  ].filter(({ amount }) => amount !== 0);
  return {
    options: sides.flatMap(({ options }) => options),
    coefficients: sides.flatMap(({ options, amount }) => options.map(() => amount)),
    limit,
  };
}
