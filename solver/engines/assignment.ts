/**
 * What an assignment uses and is worth, in the engines' own arithmetic: whole numbers in doubles, exact below 2^53.
 * The certificate does not use this; it recounts by itself.
 */
import { type Problem, UNPLACED } from '../problem.ts';

/** Per constraint: the amount that the picked options use. */
export function usageOf(problem: Problem, chosen: Int32Array): Float64Array {
  const used = new Float64Array(problem.limit.length);
  for (const option of chosen) if (option !== UNPLACED) addUse(problem, used, option);
  return used;
}

/** Adds what one option uses to `used`. */
export function addUse(problem: Problem, used: Float64Array, option: number): void {
  const { useStart, useConstraint, useAmount } = problem;
  for (let e = useStart[option]; e < useStart[option + 1]; e++) used[useConstraint[e]] += useAmount[e];
}

/** Points of the picked options less the penalties of overrun soft constraints; `broken` lists the overrun hard ones. */
export function worthOf(
  problem: Problem,
  chosen: Int32Array,
): { readonly objective: number; readonly broken: readonly number[]; readonly used: Float64Array } {
  const used = usageOf(problem, chosen);
  let objective = 0;
  for (const option of chosen) if (option !== UNPLACED) objective += problem.score[option];
  const broken: number[] = [];
  for (let r = 0; r < used.length; r++) {
    const overrun = used[r] - problem.limit[r];
    if (overrun <= 0) continue;
    if (problem.penalty[r] === Number.POSITIVE_INFINITY) broken.push(r);
    else objective -= overrun * problem.penalty[r];
  }
  return { objective, broken, used };
}

/** Where each participant's options start in a canonical problem; length participants + 1. */
export function optionStarts(problem: Problem): Int32Array {
  const start = new Int32Array(problem.participants.length + 1);
  const { participant } = problem;
  for (let k = 0; k < participant.length; k++) start[participant[k] + 1]++;
  for (let person = 1; person < start.length; person++) start[person] += start[person - 1];
  return start;
}

/** (bound - objective) / max(1, |objective|), the gap that `EngineOptions.gap` limits. */
export function gapOf(bound: number, objective: number): number {
  return (bound - objective) / Math.max(1, Math.abs(objective));
}
