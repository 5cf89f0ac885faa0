/**
 * Count cuts, replayed: w and m are the numbers picked of A and B. Each named hard row has one amount alpha on all of A, one
 * amount beta on all of B and none below 0 elsewhere, hence alpha w + beta m <= limit. The facet is tried at every whole
 * pair that the rows allow, w and m no larger than the numbers of people who own A and B.
 *
 * Cost: the entries of the rows named, and the pairs tried.
 */
import type { Problem } from '../problem.ts';
import type { CountCut } from '../solution.ts';
import type { Columns } from './columns.ts';
import type { CutRow } from './cut-row.ts';

/** More whole pairs than this are not listed: a team's seats are few. */
const MOST_PAIRS = 1_000_000;

const [OUTSIDE, IN_A, IN_B] = [0, 1, 2];

interface Line {
  readonly alpha: number;
  readonly beta: number;
  readonly limit: number;
}

/** Reads the count cuts of a problem: the row of each, or a sentence that says what is wrong with it. */
export function createCountReader(problem: Problem, columns: Columns): (cut: CountCut) => CutRow | string {
  const { participant, constraints, penalty, limit, useAmount } = problem;
  /** Per option: which of the sets at hand it is in. */
  const place = new Uint8Array(participant.length);
  const seen = new Int32Array(problem.participants.length);
  let looks = 0;

  /** Marks a set; a sentence where it names what does not exist or is marked already. */
  const mark = (options: readonly number[], as: number): string | null => {
    for (const option of options) {
      if (!Number.isInteger(option) || option < 0 || option >= participant.length)
        return `option ${option} does not exist`;
      if (place[option] === as) return 'an option is named twice';
      if (place[option] !== OUTSIDE) return 'the two sets share an option';
      place[option] = as;
    }
    return null;
  };

  const unmark = (options: readonly number[]): void => {
    for (const option of options) if (option >= 0 && option < participant.length) place[option] = OUTSIDE;
  };

  const owners = (options: readonly number[]): number => {
    looks++;
    let count = 0;
    for (const option of options) {
      if (seen[participant[option]] === looks) continue;
      seen[participant[option]] = looks;
      count++;
    }
    return count;
  };

  /** The one amount that a hard row has on all of A and on all of B; a sentence where it has not. */
  const lineOf = (r: number, sizeA: number, sizeB: number): Line | string => {
    if (!Number.isInteger(r) || r < 0 || r >= constraints.length) return `constraint ${r} does not exist`;
    if (penalty[r] !== Number.POSITIVE_INFINITY) return `constraint ${r} is soft: it may be overrun`;
    const amount = [0, 0, 0];
    const count = [0, 0, 0];
    for (let i = columns.constraintStart[r]; i < columns.constraintStart[r + 1]; i++) {
      const value = useAmount[columns.entry[i]];
      const at = place[columns.option[i]];
      if (at === OUTSIDE) {
        if (value < 0) return `constraint ${r} has an amount below 0 outside the two sets`;
        continue;
      }
      if (value === 0) continue;
      if (count[at]++ === 0) amount[at] = value;
      else if (amount[at] !== value) return `constraint ${r} has different amounts within one set`;
    }
    // An option without an entry uses 0.
    const isWhole = (at: number, size: number): boolean => count[at] === 0 || count[at] === size;
    if (!isWhole(IN_A, sizeA) || !isWhole(IN_B, sizeB))
      return `constraint ${r} has different amounts within one set`;
    return { alpha: amount[IN_A], beta: amount[IN_B], limit: limit[r] };
  };

  const rowOf = ({ a, b, rows, facet }: CountCut): CutRow | string => {
    const lines: Line[] = [];
    for (const r of rows) {
      const line = lineOf(r, a.length, b.length);
      if (typeof line === 'string') return line;
      lines.push(line);
    }
    const flaw = facetFlaw(facet, lines, owners(a), owners(b));
    if (flaw) return flaw;
    const options = new Int32Array(a.length + b.length);
    options.set(a);
    options.set(b, a.length);
    const [ca, cb, c] = facet;
    const coefficients = new Float64Array(options.length).fill(ca, 0, a.length).fill(cb, a.length);
    return { options, coefficients, limit: c, overruns: [] };
  };

  return (cut) => {
    if (!cut.facet.every(Number.isSafeInteger)) return 'the facet is not of whole numbers';
    const row = mark(cut.a, IN_A) ?? mark(cut.b, IN_B) ?? rowOf(cut);
    unmark(cut.a);
    unmark(cut.b);
    return row;
  };
}

/** Tries the facet at every whole pair that the lines allow; a line without amounts below 0 ends the pairs to try. */
function facetFlaw(
  [ca, cb, c]: CountCut['facet'],
  lines: readonly Line[],
  peopleA: number,
  peopleB: number,
): string | null {
  const last = (amount: 'alpha' | 'beta', people: number): number =>
    lines.reduce(
      (most, line) =>
        line.alpha >= 0 && line.beta >= 0 && line[amount] > 0
          ? Math.min(most, Math.floor(line.limit / line[amount]))
          : most,
      people,
    );
  const [mostA, mostB] = [last('alpha', peopleA), last('beta', peopleB)];
  if (mostA < 0 || mostB < 0) return null;
  if ((mostA + 1) * (mostB + 1) > MOST_PAIRS) return 'it has too many pairs to list';
  // The largest sums stand at the last pair, so that all others are exact if these are.
  const exact = (a: number, b: number): boolean =>
    Number.isSafeInteger(Math.abs(a) * mostA + Math.abs(b) * mostB);
  if (!exact(ca, cb) || !lines.every(({ alpha, beta }) => exact(alpha, beta))) return 'its numbers pass 2^53';
  for (let w = 0; w <= mostA; w++) {
    for (let m = 0; m <= mostB; m++) {
      if (ca * w + cb * m <= c) continue;
      if (lines.every(({ alpha, beta, limit }) => alpha * w + beta * m <= limit)) {
        return `the rows allow ${w} and ${m}, the facet does not`;
      }
    }
  }
  return null;
}
