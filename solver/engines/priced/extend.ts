/**
 * A problem with its count cuts as further hard rows, and without the entries of rows that the cuts imply: the same
 * whole assignments, the same objective, a tighter relaxation. Rows keep their indices; cuts follow them. Cost: one
 * pass over the entries.
 */
import type { Problem } from '../../problem.ts';
import type { Counts } from './counts.ts';

export function extend(problem: Problem, { cuts, implied }: Counts): Problem {
  if (cuts.length === 0 && !implied.includes(1)) return problem;
  const rows = problem.limit.length;
  const options = problem.participant.length;
  const useStart = new Int32Array(options + 1);
  for (let k = 0; k < options; k++) {
    for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
      if (implied[problem.useConstraint[e]] === 0) useStart[k + 1]++;
    }
  }
  for (const { a, b, facet } of cuts) {
    if (facet[0] !== 0) for (const k of a) useStart[k + 1]++;
    if (facet[1] !== 0) for (const k of b) useStart[k + 1]++;
  }
  for (let k = 0; k < options; k++) useStart[k + 1] += useStart[k];
  const useConstraint = new Int32Array(useStart[options]);
  const useAmount = new Float64Array(useStart[options]);
  const next = useStart.slice(0, options);
  const add = (k: number, r: number, amount: number): void => {
    if (amount === 0) return;
    useConstraint[next[k]] = r;
    useAmount[next[k]++] = amount;
  };
  for (let k = 0; k < options; k++) {
    for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
      const r = problem.useConstraint[e];
      if (implied[r] === 0) {
        useConstraint[next[k]] = r;
        useAmount[next[k]++] = problem.useAmount[e];
      }
    }
  }
  cuts.forEach(({ a, b, facet: [ca, cb] }, c) => {
    for (const k of a) add(k, rows + c, ca);
    for (const k of b) add(k, rows + c, cb);
  });
  return {
    ...problem,
    constraints: [...problem.constraints, ...cuts.map((_, c) => `cut ${c}`)],
    limit: Float64Array.from([
      ...problem.limit.map((limit, r) => (implied[r] === 1 ? Math.max(0, limit) : limit)),
      ...cuts.map((cut) => cut.facet[2]),
    ]),
    penalty: Float64Array.from([...problem.penalty, ...cuts.map(() => Number.POSITIVE_INFINITY)]),
    useStart,
    useConstraint,
    useAmount,
  };
}
