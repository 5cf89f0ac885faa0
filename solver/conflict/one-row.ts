/**
 * Clashes of one row by itself, in closed form: the row asks for more than its participants can give. Each participant
 * who is held to one option gives at best their largest; one who is not gives the sum of all that help.
 *
 * Participants are let go one by one, in order, where the row still cannot be met without holding them: what is left is
 * irreducible, since letting go only ever helps. Cost: one pass over what the options use.
 */
import type { Problem } from '../problem.ts';

export interface RowClash {
  readonly row: number;
  /** Whom the clash needs to be held to one option, rising. */
  readonly people: readonly number[];
}

/** The first of these rows that cannot be met even if all others are dropped; null where there is none. */
export function clashOfOneRow(problem: Problem, rows: readonly number[]): RowClash | null {
  const held = leastUses(problem);
  const row = rows.find((r) => held[r] > problem.limit[r]);
  if (row === undefined) return null;
  const { atBest, inAll } = reliefs(problem, row);
  let least = held[row];
  const people = [...atBest.keys()].filter((person) => {
    const without = least - atBest[person] + inAll[person];
    const needed = inAll[person] < atBest[person] && without <= problem.limit[row];
    if (!needed) least = without;
    return needed;
  });
  return { row, people };
}

/** Per row: the smallest use that one option a person can reach. */
function leastUses(problem: Problem): Float64Array {
  const { participant, useStart, useConstraint, useAmount } = problem;
  const total = new Float64Array(problem.limit.length);
  const best = new Float64Array(problem.limit.length);
  const touched: number[] = [];
  for (let option = 0; option < participant.length; option++) {
    for (let e = useStart[option]; e < useStart[option + 1]; e++) {
      const row = useConstraint[e];
      if (useAmount[e] >= best[row]) continue;
      if (best[row] === 0) touched.push(row);
      best[row] = useAmount[e];
    }
    if (participant[option + 1] === participant[option]) continue;
    for (const row of touched) {
      total[row] += best[row];
      best[row] = 0;
    }
    touched.length = 0;
  }
  return total;
}

/** Per participant: the most that one option, and all of them together, can take off a row's use (at most 0). */
function reliefs(
  problem: Problem,
  row: number,
): { readonly atBest: Float64Array; readonly inAll: Float64Array } {
  const atBest = new Float64Array(problem.participants.length);
  const inAll = new Float64Array(problem.participants.length);
  problem.participant.forEach((person, option) => {
    for (let e = problem.useStart[option]; e < problem.useStart[option + 1]; e++) {
      if (problem.useConstraint[e] !== row || problem.useAmount[e] >= 0) continue;
      atBest[person] = Math.min(atBest[person], problem.useAmount[e]);
      inAll[person] += problem.useAmount[e];
    }
  });
  return { atBest, inAll };
}
