import { type Problem, UNPLACED } from '../problem.ts';
import { doubleBelow, exactTotal } from './exact.ts';

/** What an assignment breaks: it names an option that is not the participant's, or overruns a hard constraint. */
export type Violation =
  | { readonly kind: 'option'; readonly participant: number; readonly option: number }
  | { readonly kind: 'length'; readonly expected: number; readonly read: number }
  | {
      readonly kind: 'constraint';
      readonly constraint: number;
      readonly used: number;
      readonly limit: number;
    };

export interface AssignmentCheck {
  readonly violations: readonly Violation[];
  /** Points of the chosen options less penalties of soft overruns; whole, never above the true value. */
  readonly objective: number;
}

/** Recomputes what an assignment uses and is worth, exactly, from the problem alone. One pass over what it uses. */
export function checkAssignment(problem: Problem, chosen: Int32Array): AssignmentCheck {
  const violations: Violation[] = [];
  const people = problem.participants.length;
  if (chosen.length !== people) {
    violations.push({ kind: 'length', expected: people, read: chosen.length });
    return { violations, objective: Number.NEGATIVE_INFINITY };
  }
  const picked: number[] = [];
  for (let p = 0; p < people; p++) {
    const option = chosen[p];
    if (option === UNPLACED) continue;
    if (option < 0 || option >= problem.participant.length || problem.participant[option] !== p) {
      violations.push({ kind: 'option', participant: p, option });
    } else {
      picked.push(option);
    }
  }
  const used = usage(problem, picked);
  const points = exactTotal();
  for (const option of picked) points.add(problem.score[option]);
  let objective = points.value();
  for (let r = 0; r < used.length; r++) {
    const overrun = used[r] - BigInt(problem.limit[r]);
    if (overrun <= 0n) continue;
    if (problem.penalty[r] === Number.POSITIVE_INFINITY) {
      violations.push({ kind: 'constraint', constraint: r, used: Number(used[r]), limit: problem.limit[r] });
    } else {
      objective -= overrun * BigInt(problem.penalty[r]);
    }
  }
  return { violations, objective: doubleBelow(objective) };
}

function usage(problem: Problem, picked: readonly number[]): readonly bigint[] {
  const totals = Array.from(problem.constraints, exactTotal);
  for (const option of picked) {
    for (let e = problem.useStart[option]; e < problem.useStart[option + 1]; e++) {
      totals[problem.useConstraint[e]].add(problem.useAmount[e]);
    }
  }
  return totals.map((total) => total.value());
}
