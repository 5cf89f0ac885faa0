/**
 * The optimum by trying every assignment, and the worth of one assignment: written apart from everything under test,
 * as plainly as the problem is stated. Cost: the product of (options + 1) over the participants.
 */
import { type Problem, UNPLACED } from '../../solver/problem.ts';

export interface Worth {
  /** Points of the picked options less the penalties of overrun soft rows. */
  readonly objective: number;
  /** Hard rows that are overrun. */
  readonly broken: readonly number[];
}

/** What an assignment is worth. Throws where an option is not the participant's own. */
export function worthOf(problem: Problem, chosen: ArrayLike<number>): Worth {
  const used = new Float64Array(problem.constraints.length);
  let objective = 0;
  for (let person = 0; person < problem.participants.length; person++) {
    const option = chosen[person] ?? UNPLACED;
    if (option === UNPLACED) continue;
    if (problem.participant[option] !== person) throw new Error(`option ${option} is not of ${person}`);
    objective += problem.score[option] ?? 0;
    for (let e = problem.useStart[option] ?? 0; e < (problem.useStart[option + 1] ?? 0); e++) {
      const row = problem.useConstraint[e] ?? 0;
      used[row] = (used[row] ?? 0) + (problem.useAmount[e] ?? 0);
    }
  }
  const broken: number[] = [];
  used.forEach((amount, row) => {
    const overrun = amount - (problem.limit[row] ?? 0);
    if (overrun <= 0) return;
    if (problem.penalty[row] === Number.POSITIVE_INFINITY) broken.push(row);
    else objective -= overrun * (problem.penalty[row] ?? 0);
  });
  return { objective, broken };
}

/** The best objective over all assignments that break no hard row; null when every one breaks some. */
export function bruteForce(problem: Problem): number | null {
  const optionsOf: number[][] = problem.participants.map(() => [UNPLACED]);
  problem.participant.forEach((person, option) => {
    optionsOf[person]?.push(option);
  });
  const chosen = new Int32Array(problem.participants.length).fill(UNPLACED);
  let best: number | null = null;
  const visit = (person: number): void => {
    if (person === chosen.length) {
      const worth = worthOf(problem, chosen);
      if (worth.broken.length === 0 && (best === null || worth.objective > best)) best = worth.objective;
      return;
    }
    for (const option of optionsOf[person] ?? []) {
      chosen[person] = option;
      visit(person + 1);
    }
  };
  visit(0);
  return best;
}
