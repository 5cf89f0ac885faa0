import { columnsOf } from '../certificate/columns.ts';
import { type CutRow, cutRows } from '../certificate/cuts.ts';
import type { Problem } from '../problem.ts';
import type { CountCut } from '../solution.ts';
import { countCuts } from './count-cuts.ts';

/**
 * The problem with its cuts written out as hard constraints after its own: the same whole assignments, a tighter
 * relaxation. Prices of the result are per constraint, then per cut, as a solution tells them.
 */
export function withCuts(problem: Problem, rows: readonly CutRow[]): Problem {
  if (rows.length === 0) return problem;
  const { useStart, useConstraint, useAmount, score } = problem;
  const added = new Int32Array(score.length);
  for (const row of rows) for (const option of row.options) added[option]++;
  const start = new Int32Array(score.length + 1);
  for (let k = 0; k < score.length; k++) {
    start[k + 1] = start[k] + useStart[k + 1] - useStart[k] + added[k];
  }
  const constraint = new Int32Array(start[score.length]);
  const amount = new Float64Array(constraint.length);
  const next = start.slice(0, -1);
  for (let k = 0; k < score.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      constraint[next[k]] = useConstraint[e];
      amount[next[k]++] = useAmount[e];
    }
  }
  rows.forEach((row, c) => {
    row.options.forEach((option, i) => {
      constraint[next[option]] = problem.constraints.length + c;
      amount[next[option]++] = row.coefficients[i];
    });
  });
  return {
    ...problem,
    constraints: [...problem.constraints, ...rows.map((_, c) => `cut:${c}`)],
    limit: Float64Array.from([...problem.limit, ...rows.map((row) => row.limit)]),
    penalty: Float64Array.from([...problem.penalty, ...rows.map(() => Number.POSITIVE_INFINITY)]),
    useStart: start,
    useConstraint: constraint,
    useAmount: amount,
  };
}

/** The problem with the count cuts that are found in it. */
export function withCountCuts(problem: Problem): {
  readonly problem: Problem;
  readonly cuts: readonly CountCut[];
} {
  const cuts = countCuts(problem);
  const rows = cutRows(problem, columnsOf(problem), cuts);
  if ('why' in rows) throw new Error(`count cut ${rows.cut} does not hold: ${rows.why}`);
  return { problem: withCuts(problem, rows), cuts };
}
