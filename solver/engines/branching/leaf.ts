/**
 * The bound of a leaf by its prices, over all options and not only those with a column, as the certificate will reckon it.
 * Cost: one pass over the entries.
 */
import { type Problem, UNPLACED } from '../../problem.ts';
import type { CutRow } from '../linear/program.ts';

/** What holds at a leaf: one of a participant's options is taken, or none of them, or a row has another limit. */
export type Branch =
  | { readonly kind: 'in' | 'out'; readonly participant: number; readonly options: ReadonlySet<number> }
  | { readonly kind: 'limit'; readonly constraint: number; readonly limit: number };

export interface LeafBound {
  /** In points. */
  readonly bound: number;
  /** Per participant: the option that is worth most here, or UNPLACED. */
  readonly best: Int32Array;
  /** What that is worth; 0 unplaced. */
  readonly worth: Float64Array;
  /** Per option: its points less what it uses at the prices, whatever the branches say. */
  readonly value: Float64Array;
}

/** Branches come with the last one first, which is the one in force where two limit the same row. */
export function leafBound(
  problem: Problem,
  cuts: readonly CutRow[],
  prices: Float64Array,
  branches: readonly Branch[],
): LeafBound {
  const { participants, participant, score, useStart, useConstraint, useAmount, limit } = problem;
  const people = participants.length;
  const most = new Float64Array(people);
  const best = new Int32Array(people).fill(UNPLACED);
  const closed = new Set<number>();
  const demanded = new Map<number, ReadonlySet<number>[]>();
  const limited = new Map<number, number>();
  for (const branch of branches) {
    if (branch.kind === 'limit') {
      if (!limited.has(branch.constraint)) limited.set(branch.constraint, branch.limit);
    } else if (branch.kind === 'out') {
      for (const option of branch.options) closed.add(option);
    } else {
      most[branch.participant] = Number.NEGATIVE_INFINITY;
      demanded.set(branch.participant, [...(demanded.get(branch.participant) ?? []), branch.options]);
    }
  }
  const value = score.slice();
  for (let k = 0; k < participant.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) value[k] -= prices[useConstraint[e]] * useAmount[e];
  }
  let bound = 0;
  cuts.forEach((cut, c) => {
    const price = prices[limit.length + c];
    if (price === 0) return;
    bound += price * cut.limit;
    for (let n = 0; n < cut.options.length; n++) value[cut.options[n]] -= price * cut.coefficients[n];
  });
  for (let k = 0; k < participant.length; k++) {
    const p = participant[k];
    if (value[k] <= most[p] || closed.has(k)) continue;
    if (demanded.get(p)?.some((options) => !options.has(k))) continue;
    most[p] = value[k];
    best[p] = k;
  }
  for (let r = 0; r < limit.length; r++) bound += prices[r] * (limited.get(r) ?? limit[r]);
  for (const worth of most) bound += worth;
  return { bound, best, worth: most, value };
}
