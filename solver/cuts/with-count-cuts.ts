import { indexArray, type Problem } from '../problem.ts';
import type { CountCuts } from './count-cuts.ts';

/**
 * A problem with its count cuts as further hard rows, and without the entries of rows that the cuts imply, whose
 * indices stay: the same whole assignments, the same objective, a tighter relaxation. Prices of the result are per
 * constraint, then per cut, as a solution tells them. Cost: two passes over the entries.
 */
export function withCountCuts(problem: Problem, counts: CountCuts): Problem {
  const { cuts, implied } = counts;
  if (cuts.length === 0 && !implied.includes(1)) return problem;
  return {
    ...problem,
    constraints: [...problem.constraints, ...cuts.map((_, cut) => `cut ${cut}`)],
    limit: Float64Array.from([
      ...problem.limit.map((most, r) => (implied[r] === 1 ? Math.max(0, most) : most)),
      ...cuts.map(({ facet }) => facet[2]),
    ]),
    penalty: Float64Array.from([...problem.penalty, ...cuts.map(() => Number.POSITIVE_INFINITY)]),
    ...entriesWithCuts(problem, counts),
  };
}

/** An option is in a cut's class A or B by the amount that it uses of the row that the cut came from. */
function entriesWithCuts(
  { score, limit, useStart, useConstraint, useAmount }: Problem,
  { cuts, origin, implied }: CountCuts,
): Pick<Problem, 'useStart' | 'useConstraint' | 'useAmount'> {
  const cutStart = new Int32Array(limit.length + 1);
  for (const { row } of origin) cutStart[row + 1]++;
  for (let r = 0; r < limit.length; r++) cutStart[r + 1] += cutStart[r];
  let entries = 0;
  for (let e = 0; e < useConstraint.length; e++) entries += 1 - implied[useConstraint[e]];
  for (const { a, b, facet } of cuts)
    entries += (facet[0] !== 0 ? a.length : 0) + (facet[1] !== 0 ? b.length : 0);
  const [alpha, ca, cb] = [
    origin.map((o) => o.alpha),
    cuts.map((c) => c.facet[0]),
    cuts.map((c) => c.facet[1]),
  ];
  const small = useAmount instanceof Int32Array && [...ca, ...cb].every((c) => c === (c | 0));
  const start = new Int32Array(score.length + 1);
  const constraint = indexArray(entries, limit.length + cuts.length);
  const amount = small ? new Int32Array(entries) : new Float64Array(entries);
  let to = 0;
  for (let k = 0; k < score.length; k++) {
    let cutting = 0;
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const r = useConstraint[e];
      cutting += cutStart[r + 1] - cutStart[r];
      if (implied[r] === 1) continue;
      constraint[to] = r;
      amount[to++] = useAmount[e];
    }
    for (let e = useStart[k]; cutting > 0 && e < useStart[k + 1]; e++) {
      const r = useConstraint[e];
      for (let cut = cutStart[r]; cut < cutStart[r + 1]; cut++, cutting--) {
        const coefficient = useAmount[e] === alpha[cut] ? ca[cut] : cb[cut];
        if (coefficient === 0) continue;
        constraint[to] = limit.length + cut;
        amount[to++] = coefficient;
      }
    }
    start[k + 1] = to;
  }
  return { useStart: start, useConstraint: constraint, useAmount: amount };
}
