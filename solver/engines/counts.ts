import { type AddedRow, withRows } from '../added-rows.ts';
import type { Problem } from '../problem.ts';

/**
 * Counts worth splitting on: rows that set many options against many others (equity) are met by a whole number of
 * picks on each side, while the relaxation likes a fraction. Splitting that number moves more than any one person.
 */
export interface Count {
  /** The first row that counts these options, and on which side of 0 its amounts of them are. */
  readonly constraint: number;
  readonly side: 'above' | 'below';
  readonly options: Int32Array;
  /** All rows that do. */
  readonly constraints: readonly number[];
}

/** A row that touches at least this share of the options is about everybody. */
const EVERYBODY = 0.2;

/** The two sides of every hard row about everybody that has amounts of both signs; each set of options once. */
export function countsOf(problem: Problem): readonly Count[] {
  const { penalty, useStart, useConstraint, useAmount, score } = problem;
  const sides = problem.constraints.map(() => ({ above: [] as number[], below: [] as number[] }));
  for (let k = 0; k < score.length; k++) {
    for (let e = useStart[k]; e < useStart[k + 1]; e++) {
      if (useAmount[e] > 0) sides[useConstraint[e]].above.push(k);
      else if (useAmount[e] < 0) sides[useConstraint[e]].below.push(k);
    }
  }
  const counts = new Map<string, Count>();
  sides.forEach((side, constraint) => {
    const { above, below } = side;
    const hard = penalty[constraint] === Number.POSITIVE_INFINITY;
    if (!hard || above.length * below.length === 0) return;
    if (above.length + below.length < EVERYBODY * score.length) return;
    for (const which of ['above', 'below'] as const) {
      const name = side[which].join(' ');
      const known = counts.get(name);
      counts.set(name, {
        ...(known ?? { constraint, side: which, options: Int32Array.from(side[which]) }),
        constraints: [...(known?.constraints ?? []), constraint],
      });
    }
  });
  return [...counts.values()];
}

/** Where the rows of a count stand: `at most` and `at least`, after the stated constraints. */
export function countRows(stated: number, count: number): { readonly low: number; readonly high: number } {
  return { low: stated + 2 * count, high: stated + 2 * count + 1 };
}

/** A count this close to a whole number is not split. */
const LEAST_FRACTION = 0.02;

/** What to split a count at when so many are picked; null where that is as good as whole. */
export function splitAt(picked: number): number | null {
  const most = Math.floor(picked);
  return picked - most < LEAST_FRACTION || picked - most > 1 - LEAST_FRACTION ? null : most;
}

/**
 * The problem with two rows per count after its own, `at most` and `at least`, which hold anyhow until a branch gives them
 * a limit.
 */
export function withCounts(problem: Problem, counts: readonly Count[]): Problem {
  const people = problem.participants.length;
  const row = (options: Int32Array, sign: 1 | -1, limit: number): AddedRow => ({
    options,
    coefficients: new Float64Array(options.length).fill(sign),
    limit,
  });
  return withRows(
    problem,
    counts.flatMap(({ options }) => [row(options, 1, people), row(options, -1, 0)]),
  );
}
