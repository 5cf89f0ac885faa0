import type { Problem } from '../problem.ts';
import type { Assigned } from '../solution.ts';

/** The id of the row that demands a forced pair. */
const FORCED = 'forced';

/**
 * The same problem where one participant must take one of these options: the others are gone, and a hard row demands
 * one of them. An assignment of the result speaks of the same participants; `optionOf` tells its options' old indices.
 * Throws a RangeError where an option is not the participant's.
 */
export function force(
  problem: Problem,
  participant: number,
  options: ReadonlySet<number>,
): { readonly problem: Problem; readonly optionOf: Int32Array } {
  for (const k of options) {
    if (problem.participant[k] !== participant)
      throw new RangeError(`option ${k} is not of participant ${participant}`);
  }
  const optionOf = Int32Array.from(
    problem.participant.keys().filter((k) => problem.participant[k] !== participant || options.has(k)),
  );
  const row = problem.constraints.length;
  const useStart = new Int32Array(optionOf.length + 1);
  const useConstraint: number[] = [];
  const useAmount: number[] = [];
  for (const [i, k] of optionOf.entries()) {
    for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
      useConstraint.push(problem.useConstraint[e]);
      useAmount.push(problem.useAmount[e]);
    }
    if (problem.participant[k] === participant) {
      useConstraint.push(row);
      useAmount.push(-1);
    }
    useStart[i + 1] = useConstraint.length;
  }
  const kept = (values: Int32Array): Int32Array => Int32Array.from(optionOf, (k) => values[k]);
  return {
    optionOf,
    problem: {
      participants: problem.participants,
      constraints: [...problem.constraints, FORCED],
      limit: Float64Array.from([...problem.limit, -1]),
      penalty: Float64Array.from([...problem.penalty, Number.POSITIVE_INFINITY]),
      participant: kept(problem.participant),
      score: Float64Array.from(optionOf, (k) => problem.score[k]),
      useStart,
      useConstraint: Int32Array.from(useConstraint),
      useAmount: Float64Array.from(useAmount),
      ...(problem.team && { team: kept(problem.team) }),
      ...(problem.sfi && { sfi: kept(problem.sfi) }),
    },
  };
}

/** What is lost in points by a change: one number where both answers are proven, else what it lies between. */
export interface Loss {
  readonly least: number;
  readonly most: number;
}

type Worth = Pick<Assigned, 'objective' | 'bound'>;

/** The loss from `before` to `after`, at least 0: with O the objective and B the bound, O1 - B2 <= loss <= B1 - O2. */
export function lossBetween(before: Worth, after: Worth): Loss {
  return {
    least: Math.max(0, before.objective - after.bound),
    most: Math.max(0, before.bound - after.objective),
  };
}
