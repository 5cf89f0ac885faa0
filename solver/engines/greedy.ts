/**
 * Arrival order, as done by hand: the baseline that every proposal is shown against.
 *
 * 1. A row is a capacity when it is hard, its limit is not negative and no option frees any of it: seats, hours, budgets.
 * 2. In order of arrival, each participant takes the first of their best options that fits what is left of every
 *    capacity that it uses; a participant whom nothing fits stays unplaced.
 * 3. Equity, mix, wanted adults and penalties are not looked at, so the answer may break hard rows of those kinds:
 *    it is `found` all the same, and its certificate lists what it breaks.
 *
 * Prices are zero, which is a valid, if loose, bound. Cost: one pass over the options.
 */
import { type Problem, UNPLACED } from '../problem.ts';
import { addUse, optionStarts } from './assignment.ts';
import type { Engine, EngineOptions, EngineResult, StopReason } from './engine.ts';

/** So seldom are clock and signal read. */
const PARTICIPANTS_PER_LOOK = 256;

export const greedy: Engine = {
  name: 'greedy',
  solve: async (problem, options) => solveGreedily(problem, options),
};

/** The assignment by arrival order, at once. */
export function solveGreedily(problem: Problem, options: EngineOptions): EngineResult & { status: 'found' } {
  const { participants, limit, score } = problem;
  const capacity = capacities(problem);
  const start = optionStarts(problem);
  const used = new Float64Array(limit.length);
  const chosen = new Int32Array(participants.length).fill(UNPLACED);
  const deadline = options.now() + options.timeLimitMs;
  let stopped: StopReason = 'exhausted';
  for (let turn = 0; turn < participants.length; turn++) {
    if (turn % PARTICIPANTS_PER_LOOK === 0) {
      if (options.signal?.aborted) stopped = 'signal';
      else if (options.now() >= deadline) stopped = 'time';
      if (stopped !== 'exhausted') break;
    }
    const person = options.order ? options.order[turn] : turn;
    let best = UNPLACED;
    for (let option = start[person]; option < start[person + 1]; option++) {
      if (score[option] < 0 || (best !== UNPLACED && score[option] <= score[best])) continue;
      if (fits(problem, capacity, used, option)) best = option;
    }
    chosen[person] = best;
    if (best !== UNPLACED) addUse(problem, used, best);
  }
  return { status: 'found', stopped, chosen, prices: new Float64Array(limit.length) };
}

/** 1 for every row that is a capacity. */
export function capacities(problem: Problem): Uint8Array {
  const capacity = Uint8Array.from(problem.limit, (limit, r) =>
    limit >= 0 && problem.penalty[r] === Number.POSITIVE_INFINITY ? 1 : 0,
  );
  const { useConstraint, useAmount } = problem;
  for (let e = 0; e < useAmount.length; e++) if (useAmount[e] < 0) capacity[useConstraint[e]] = 0;
  return capacity;
}

/** Whether what is left of every capacity is enough for this option. */
export function fits(problem: Problem, capacity: Uint8Array, used: Float64Array, option: number): boolean {
  const { useStart, useConstraint, useAmount, limit } = problem;
  for (let e = useStart[option]; e < useStart[option + 1]; e++) {
    const r = useConstraint[e];
    if (capacity[r] === 1 && used[r] + useAmount[e] > limit[r]) return false;
  }
  return true;
}
