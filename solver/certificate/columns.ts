import type { Problem } from '../problem.ts';
import type { Cut } from '../solution.ts';

/**
 * A problem's options by constraint and by participant: what a cut touches is found without a pass over everything. Only the
 * constraints that cuts name are listed: those that everybody uses, as equity, hold most entries of a country, and no cut needs them.
 */
export interface Columns {
  readonly constraintStart: Int32Array;
  /** Entries (indices into useAmount) by constraint, and beside each the option that it is of. */
  readonly entry: Int32Array;
  readonly option: Int32Array;
  readonly participantStart: Int32Array;
  readonly optionByParticipant: Int32Array;
}

/** Cost: two passes over the entries, and a counting sort of the options. */
export function columnsOf(problem: Problem, cuts: readonly Cut[]): Columns {
  const { useStart, useConstraint } = problem;
  const named = namedBy(cuts, problem.constraints.length);
  const constraintStart = new Int32Array(named.length + 1);
  for (let e = 0; e < useConstraint.length; e++)
    if (named[useConstraint[e]] === 1) constraintStart[useConstraint[e] + 1]++;
  for (let r = 0; r < named.length; r++) constraintStart[r + 1] += constraintStart[r];
  const next = constraintStart.slice();
  const entry = new Int32Array(constraintStart[named.length]);
  const option = new Int32Array(entry.length);
  for (let k = 0; k < problem.participant.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      if (named[useConstraint[e]] === 0) continue;
      const at = next[useConstraint[e]]++;
      entry[at] = e;
      option[at] = k;
    }
  }
  return { constraintStart, entry, option, ...byParticipant(problem) };
}

/** 1 for the constraints that any of the cuts names; what is none is left for the cut's own check to refuse. */
function namedBy(cuts: readonly Cut[], constraints: number): Uint8Array {
  const named = new Uint8Array(constraints);
  for (const cut of cuts) {
    if (cut.kind === 'count') for (const r of cut.rows) named[r] = 1;
    else for (const [r] of cut.multipliers.constraints) named[r] = 1;
  }
  return named;
}

function byParticipant({
  participant,
  participants,
}: Problem): Pick<Columns, 'participantStart' | 'optionByParticipant'> {
  const participantStart = new Int32Array(participants.length + 1);
  for (const p of participant) participantStart[p + 1]++;
  for (let p = 0; p < participants.length; p++) participantStart[p + 1] += participantStart[p];
  const next = participantStart.slice();
  const optionByParticipant = new Int32Array(participant.length);
  for (let k = 0; k < participant.length; k++) optionByParticipant[next[participant[k]]++] = k;
  return { participantStart, optionByParticipant };
}
