/** What an officer changes after a proposal, and what of the old answer the next solve may start from. */
import { force } from '../../solver/explain/forced.ts';
import { type Problem, UNPLACED } from '../../solver/problem.ts';
import type { Assigned, Cut } from '../../solver/solution.ts';

/** A person is locked to another option; a proposed pairing is turned down; a full row gets one more seat. */
export type Change = 'lock' | 'turned-down' | 'seat';

export interface Changed {
  readonly problem: Problem;
  readonly warmStart: Int32Array;
  readonly warmPrices: Float64Array;
  readonly warmCuts: readonly Cut[];
}

/** The problem after a change, and the old answer in its terms. Whom it concerns is the person in the middle, or the next who is placed. */
export function applyChange(problem: Problem, answer: Assigned, change: Change): Changed {
  const { prices: warmPrices, cuts: warmCuts = [] } = answer;
  if (change === 'seat') {
    const row = dearestRow(warmPrices.subarray(0, problem.constraints.length));
    const limit = problem.limit.map((most, r) => (r === row ? most + 1 : most));
    return { problem: { ...problem, limit }, warmStart: answer.chosen, warmPrices, warmCuts };
  }
  const person = someonePlaced(answer.chosen);
  const taken = answer.chosen[person];
  if (change === 'turned-down') {
    const kept = Int32Array.from(problem.participant.keys().filter((k) => k !== taken));
    return {
      problem: onlyOptions(problem, kept),
      warmStart: inTermsOf(kept, answer.chosen),
      warmPrices,
      warmCuts,
    };
  }
  const other = problem.participant.findIndex((p, k) => p === person && k !== taken);
  const forced = force(problem, person, new Set([other]));
  return {
    problem: forced.problem,
    warmStart: inTermsOf(forced.optionOf, answer.chosen),
    warmPrices: withRowOfForce(warmPrices, problem.constraints.length),
    warmCuts,
  };
}

/** The row that demands the forced option comes after the stated ones, without a price as yet. */
function withRowOfForce(prices: Float64Array, constraints: number): Float64Array {
  const padded = new Float64Array(prices.length + 1);
  padded.set(prices.subarray(0, constraints));
  padded.set(prices.subarray(constraints), constraints + 1);
  return padded;
}

function dearestRow(prices: Float64Array): number {
  let dearest = 0;
  for (let r = 1; r < prices.length; r++) if (prices[r] > prices[dearest]) dearest = r;
  return dearest;
}

function someonePlaced(chosen: Int32Array): number {
  const middle = chosen.length >> 1;
  const person = chosen.findIndex((option, p) => p >= middle && option !== UNPLACED);
  if (person < 0) throw new Error('nobody in the second half is placed');
  return person;
}

/** Old choices as options of the new problem; unplaced where an option is gone. */
function inTermsOf(optionOf: Int32Array, chosen: Int32Array): Int32Array {
  const newOf = new Map(optionOf.entries().map(([option, old]) => [old, option]));
  return chosen.map((old) => newOf.get(old) ?? UNPLACED);
}

function onlyOptions(problem: Problem, kept: Int32Array): Problem {
  const { participant, score, useStart, useConstraint, useAmount, team, sfi } = problem;
  const uses = Int32Array.from(
    kept
      .values()
      .flatMap((k) => Array.from({ length: useStart[k + 1] - useStart[k] }, (_, i) => useStart[k] + i)),
  );
  const starts = new Int32Array(kept.length + 1);
  for (const [i, k] of kept.entries()) starts[i + 1] = starts[i] + useStart[k + 1] - useStart[k];
  return {
    ...problem,
    participant: kept.map((k) => participant[k]),
    score: Float64Array.from(kept, (k) => score[k]),
    useStart: starts,
    useConstraint: uses.map((e) => useConstraint[e]),
    useAmount: Float64Array.from(uses, (e) => useAmount[e]),
    ...(team && { team: kept.map((k) => team[k]) }),
    ...(sfi && { sfi: kept.map((k) => sfi[k]) }),
  };
}
