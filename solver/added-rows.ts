import type { Problem } from './problem.ts';

/** A hard row to be added to a problem: the amounts that some options use of it, and its limit. */
export interface AddedRow {
  readonly options: ArrayLike<number>;
  /** Per option above, a whole number. */
  readonly coefficients: ArrayLike<number>;
  readonly limit: number;
}

/**
 * A problem with hard rows after its own, and without the entries of rows that these make idle: their indices stay, and
 * they allow everything that a limit of 0 or more allows. Cost: one pass over the entries.
 */
export function withRows(
  problem: Problem,
  added: readonly AddedRow[],
  isIdle: (constraint: number) => boolean = () => false,
): Problem {
  const { score, limit, useStart, useConstraint, useAmount } = problem;
  const rows = limit.length;
  const start = new Int32Array(score.length + 1);
  for (let k = 0; k < score.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) if (!isIdle(useConstraint[e])) start[k + 1]++;
  }
  for (const { options } of added) for (let i = 0; i < options.length; i++) start[options[i] + 1]++;
  for (let k = 0; k < score.length; k++) start[k + 1] += start[k];
  const constraint = new Int32Array(start[score.length]);
  const amount = new Float64Array(start[score.length]);
  const next = start.slice(0, score.length);
  for (let k = 0; k < score.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      if (isIdle(useConstraint[e])) continue;
      constraint[next[k]] = useConstraint[e];
      amount[next[k]++] = useAmount[e];
    }
  }
  added.forEach(({ options, coefficients }, row) => {
    for (let i = 0; i < options.length; i++) {
      constraint[next[options[i]]] = rows + row;
      amount[next[options[i]]++] = coefficients[i];
    }
  });
  return {
    ...problem,
    constraints: [...problem.constraints, ...added.map((_, row) => `added ${row}`)],
    limit: Float64Array.from([
      ...limit.map((most, r) => (isIdle(r) ? Math.max(0, most) : most)),
      ...added.map((row) => row.limit),
    ]),
    penalty: Float64Array.from([...problem.penalty, ...added.map(() => Number.POSITIVE_INFINITY)]),
    useStart: start,
    useConstraint: constraint,
    useAmount: amount,
  };
}
