import type { Problem } from '../problem.ts';
import { exactTotal } from './exact.ts';
import type { Priced } from './pricing.ts';

/** What the branch taken last says about one participant's options, and the ones before it. */
export interface Branch {
  readonly before: Branch | null;
  readonly participant: number;
  readonly options: ReadonlySet<number>;
  readonly side: 'in' | 'out';
}

/** The bound over all participants, rounded down to whole points; null where a branch leaves nothing feasible. */
export function total(problem: Problem, at: Priced, last: Branch | null): bigint | null {
  const best = new Float64Array(problem.participants.length);
  const closed = new Set<number>();
  const demanded = new Map<number, ReadonlySet<number>[]>();
  for (let branch = last; branch; branch = branch.before) {
    const { side, participant, options } = branch;
    if (side === 'out') {
      for (const option of options) closed.add(option);
    } else {
      best[participant] = Number.NEGATIVE_INFINITY;
      demanded.set(participant, [...(demanded.get(participant) ?? []), options]);
    }
  }
  for (let k = 0; k < at.value.length; k++) {
    const p = problem.participant[k];
    if (at.value[k] <= best[p]) continue;
    if (closed.has(k)) continue;
    if (demanded.get(p)?.some((options) => !options.has(k))) continue;
    best[p] = at.value[k];
  }
  const sum = exactTotal();
  for (const gain of best) {
    if (gain === Number.NEGATIVE_INFINITY) return null;
    sum.add(gain);
  }
  const multiple = at.limits + sum.value();
  // An arithmetic shift of a BigInt rounds towards minus infinity, as wanted.
  return multiple >> BigInt(at.shift);
}
