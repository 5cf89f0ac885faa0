/**
 * Part of a problem as a question of feasibility: some of its hard rows, some of its participants' at-most-one rows,
 * and only those options that can matter.
 *
 * An option can matter where it frees something (has a negative amount) in a row that could be broken. A row could be
 * broken when its limit is negative, or when an option that matters uses some of it. All other options can as well
 * stay unpicked. The two rules are repeated until nothing is added. Cost: a few passes over what the options use.
 */
import type { Problem } from '../problem.ts';

export interface Part {
  /** Without points; in canonical form where the whole is. Hard rows only. */
  readonly problem: Problem;
  /** Per row of the part: the constraint it is. */
  readonly rows: readonly number[];
  /** The participants whose at-most-one rows are in the part and matter, rising. */
  readonly people: readonly number[];
}

/** The part of `problem` made of these hard rows and these participants' at-most-one rows. */
export function partOf(problem: Problem, rows: Iterable<number>, people: ReadonlySet<number>): Part {
  const { risky, matters } = whatMatters(problem, new Set(rows));
  const kept = [...risky].sort((a, b) => a - b);
  const rowAt = new Map(kept.map((row, at) => [row, at]));
  const participants: string[] = [];
  const participant: number[] = [];
  const useStart = [0];
  const useConstraint: number[] = [];
  const useAmount: number[] = [];
  const inPart: number[] = [];
  let last = -1;
  for (let option = 0; option < matters.length; option++) {
    if (matters[option] === 0) continue;
    const person = problem.participant[option];
    const bound = people.has(person);
    if (!bound || person !== last) {
      participants.push(bound ? problem.participants[person] : `${problem.participants[person]} ${option}`);
      if (bound) inPart.push(person);
    }
    last = bound ? person : -1;
    participant.push(participants.length - 1);
    for (let e = problem.useStart[option]; e < problem.useStart[option + 1]; e++) {
      const at = rowAt.get(problem.useConstraint[e]);
      if (at === undefined) continue;
      useConstraint.push(at);
      useAmount.push(problem.useAmount[e]);
    }
    useStart.push(useConstraint.length);
  }
  return {
    rows: kept,
    people: inPart,
    problem: {
      participants,
      constraints: kept.map((row) => problem.constraints[row]),
      limit: Float64Array.from(kept, (row) => problem.limit[row]),
      penalty: new Float64Array(kept.length).fill(Number.POSITIVE_INFINITY),
      participant: Int32Array.from(participant),
      score: new Float64Array(participant.length),
      useStart: Int32Array.from(useStart),
      useConstraint: Int32Array.from(useConstraint),
      useAmount: Float64Array.from(useAmount),
    },
  };
}

function whatMatters(
  problem: Problem,
  rows: ReadonlySet<number>,
): { readonly risky: ReadonlySet<number>; readonly matters: Uint8Array } {
  const { useStart, useConstraint, useAmount, limit } = problem;
  const risky = new Set([...rows].filter((row) => limit[row] < 0));
  const matters = new Uint8Array(problem.participant.length);
  for (let grew = true; grew; ) {
    grew = false;
    for (let option = 0; option < matters.length; option++) {
      if (matters[option] === 1) continue;
      let frees = false;
      for (let e = useStart[option]; e < useStart[option + 1] && !frees; e++) {
        frees = useAmount[e] < 0 && risky.has(useConstraint[e]);
      }
      if (!frees) continue;
      matters[option] = 1;
      grew = true;
      for (let e = useStart[option]; e < useStart[option + 1]; e++) {
        if (useAmount[e] > 0 && rows.has(useConstraint[e])) risky.add(useConstraint[e]);
      }
    }
  }
  return { risky, matters };
}
