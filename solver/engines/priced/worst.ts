/**
 * What no prices are needed to see: rows that cannot be met, and the least that any answer can be worth.
 */
import type { Problem } from '../../problem.ts';

/** A hard row that stays overrun even if everybody picks what frees most of it; -1 where there is none. */
export function unmeetableRow(problem: Problem): number {
  const { participant, useStart, useConstraint, useAmount, limit, penalty } = problem;
  // Only these want anything of anybody.
  const wants = limit.map((most, r) => (most < 0 && penalty[r] === Number.POSITIVE_INFINITY ? 1 : 0));
  if (!wants.includes(1)) return -1;
  const least = new Float64Array(limit.length);
  const person = new Int32Array(limit.length).fill(-1);
  const frees = new Float64Array(limit.length);
  for (let k = 0; k < participant.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      const r = useConstraint[e];
      if (wants[r] === 0) continue;
      if (person[r] !== participant[k]) {
        person[r] = participant[k];
        frees[r] = 0;
      }
      if (useAmount[e] >= frees[r]) continue;
      least[r] += useAmount[e] - frees[r];
      frees[r] = useAmount[e];
    }
  }
  return limit.findIndex((most, r) => wants[r] === 1 && least[r] > most);
}

/**
 * The least that any assignment within the hard rows can be worth: nobody scores less than their worst option, and no
 * soft row is overrun by more than all its amounts above 0. Prices that prove a bound below it prove that there is no
 * such assignment. Cost: one pass over the entries.
 */
export function worstObjective(problem: Problem): number {
  const { participants, participant, score, limit, penalty, useConstraint, useAmount } = problem;
  const least = new Float64Array(participants.length);
  for (let k = 0; k < score.length; k++) {
    if (score[k] < least[participant[k]]) least[participant[k]] = score[k];
  }
  let worst = 0;
  for (const points of least) worst += points;
  if (!penalty.some(Number.isFinite)) return worst;
  const most = new Float64Array(limit.length);
  for (let e = 0; e < useConstraint.length; e++) {
    if (useAmount[e] > 0) most[useConstraint[e]] += useAmount[e];
  }
  for (let r = 0; r < limit.length; r++) {
    const overrun = most[r] - limit[r];
    if (overrun > 0 && Number.isFinite(penalty[r])) worst -= overrun * penalty[r];
  }
  return worst;
}
