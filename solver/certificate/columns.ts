import type { Indices, Problem } from '../problem.ts';

/** A problem's options by constraint and by participant: what a cut touches is found without a pass over everything. */
export interface Columns {
  readonly constraintStart: Int32Array;
  /** Entries (indices into useAmount) by constraint. */
  readonly entry: Int32Array;
  readonly optionOfEntry: Int32Array;
  readonly participantStart: Int32Array;
  readonly optionByParticipant: Int32Array;
}

/** Indices by their key: group g has member[start[g]] .. member[start[g + 1] - 1]. */
function grouped(keys: Indices, groups: number): { start: Int32Array; member: Int32Array } {
  const start = new Int32Array(groups + 1);
  for (const key of keys) start[key + 1]++;
  for (let g = 0; g < groups; g++) start[g + 1] += start[g];
  const next = start.slice();
  const member = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) member[next[keys[i]]++] = i;
  return { start, member };
}

/** Cost: two counting sorts. */
export function columnsOf(problem: Problem): Columns {
  const byConstraint = grouped(problem.useConstraint, problem.constraints.length);
  const byParticipant = grouped(problem.participant, problem.participants.length);
  const optionOfEntry = new Int32Array(problem.useConstraint.length);
  for (let k = 0; k < problem.participant.length; k++) {
    optionOfEntry.fill(k, problem.useStart[k], problem.useStart[k + 1]);
  }
  return {
    constraintStart: byConstraint.start,
    entry: byConstraint.member,
    optionOfEntry,
    participantStart: byParticipant.start,
    optionByParticipant: byParticipant.member,
  };
}
