import { type Columns, columnsOf } from '../certificate/columns.ts';
import { facets, type Pair } from '../hull.ts';
import type { Problem } from '../problem.ts';
import type { CountCut } from '../solution.ts';

/**
 * Small counts hidden in a problem: where hard rows speak only of how many options of two kinds A and B are picked (the
 * women and men of a team), few whole pairs are allowed, and the facets of their hull are tighter than the rows as stated.
 *
 * 1. A hard row with exactly two amounts, one below 0 and one above, names A and B.
 * 2. Every other hard row that has one amount on all of A, one on all of B, and none below 0 elsewhere joins it.
 * 3. The pairs that the joined rows allow are listed; the facets of their hull that no single row and no number of people says already are cuts.
 *
 * Cost: one pass over the entries of the rows found and of their companions. Each (A, B) is treated once.
 */

/** More pairs than this are not listed: the counts are not small. */
const MOST_PAIRS = 2500;

export function countCuts(problem: Problem): readonly CountCut[] {
  const columns = columnsOf(problem);
  const cuts: CountCut[] = [];
  const seen = new Set<string>();
  for (let r = 0; r < problem.constraints.length; r++) {
    const kinds = twoKinds(problem, columns, r);
    if (!kinds) continue;
    const name = kinds.a.length < kinds.b.length ? `${kinds.a}` : `${kinds.b}`;
    if (seen.has(name)) continue;
    seen.add(name);
    cuts.push(...cutsOf(problem, columns, kinds.a, kinds.b));
  }
  return cuts;
}

function entriesOf(columns: Columns, r: number): Int32Array {
  return columns.entry.subarray(columns.constraintStart[r], columns.constraintStart[r + 1]);
}

const isHard = (problem: Problem, r: number): boolean => problem.penalty[r] === Number.POSITIVE_INFINITY;

/** The two sets of options that a row tells apart by an amount below 0 and one above; null where it does not. */
function twoKinds(problem: Problem, columns: Columns, r: number): { a: number[]; b: number[] } | null {
  if (!isHard(problem, r)) return null;
  let below = 0;
  let above = 0;
  const a: number[] = [];
  const b: number[] = [];
  for (const e of entriesOf(columns, r)) {
    const amount = problem.useAmount[e];
    if (amount < 0) {
      if (below !== 0 && amount !== below) return null;
      below = amount;
      a.push(columns.optionOfEntry[e]);
    } else if (amount > 0) {
      if (above !== 0 && amount !== above) return null;
      above = amount;
      b.push(columns.optionOfEntry[e]);
    }
  }
  return a.length > 0 && b.length > 0 ? { a, b } : null;
}

/** A hard row as a line over the two counts; null where it is not one. */
function lineOf(
  problem: Problem,
  columns: Columns,
  r: number,
  kind: ReadonlyMap<number, 'a' | 'b'>,
  sizes: { readonly a: number; readonly b: number },
): { readonly alpha: number; readonly beta: number; readonly limit: number } | null {
  if (!isHard(problem, r)) return null;
  const amount = { a: 0, b: 0 };
  const count = { a: 0, b: 0 };
  for (const e of entriesOf(columns, r)) {
    const of = kind.get(columns.optionOfEntry[e]);
    if (!of) {
      if (problem.useAmount[e] < 0) return null;
      continue;
    }
    if (count[of] > 0 && amount[of] !== problem.useAmount[e]) return null;
    amount[of] = problem.useAmount[e];
    count[of]++;
  }
  const whole = (of: 'a' | 'b'): boolean => count[of] === 0 || count[of] === sizes[of];
  return whole('a') && whole('b') ? { alpha: amount.a, beta: amount.b, limit: problem.limit[r] } : null;
}

function cutsOf(problem: Problem, columns: Columns, a: number[], b: number[]): readonly CountCut[] {
  const kind = new Map<number, 'a' | 'b'>([
    ...a.map((k): [number, 'a'] => [k, 'a']),
    ...b.map((k): [number, 'b'] => [k, 'b']),
  ]);
  const usedBy = (k: number): Set<number> =>
    new Set(problem.useConstraint.subarray(problem.useStart[k], problem.useStart[k + 1]));
  const candidates = [...usedBy(a[0]).union(usedBy(b[0]))].sort((x, y) => x - y);
  const sizes = { a: a.length, b: b.length };
  const rows: number[] = [];
  const lines: { alpha: number; beta: number; limit: number }[] = [];
  for (const r of candidates) {
    const line = lineOf(problem, columns, r, kind, sizes);
    if (line) {
      rows.push(r);
      lines.push(line);
    }
  }
  const people = [
    { alpha: 1, beta: 0, limit: owners(problem, a) },
    { alpha: 0, beta: 1, limit: owners(problem, b) },
  ];
  const pairs = allowedPairs(lines, people[0].limit, people[1].limit);
  if (!pairs) return [];
  const stated = ([ca, cb, c]: readonly [number, number, number]): boolean =>
    [...lines, ...people].some(
      ({ alpha, beta, limit }) =>
        alpha * cb === beta * ca && alpha * c === limit * ca && beta * c === limit * cb,
    );
  return facets(pairs)
    .filter((facet) => !stated(facet))
    .map((facet) => ({ kind: 'count', a, b, rows, facet }));
}

function owners(problem: Problem, options: readonly number[]): number {
  return new Set(options.map((k) => problem.participant[k])).size;
}

/** The whole pairs that all lines allow; null where they are too many to list. */
function allowedPairs(
  lines: readonly { alpha: number; beta: number; limit: number }[],
  mostA: number,
  mostB: number,
): readonly Pair[] | null {
  // A line without amounts below 0 bounds its counts.
  const cap = (amount: 'alpha' | 'beta', most: number): number =>
    lines.reduce(
      (least, line) =>
        line[amount] > 0 && line.alpha >= 0 && line.beta >= 0
          ? Math.min(least, Math.floor(line.limit / line[amount]))
          : least,
      most,
    );
  const [endA, endB] = [cap('alpha', mostA), cap('beta', mostB)];
  if ((endA + 1) * (endB + 1) > MOST_PAIRS) return null;
  const pairs: Pair[] = [];
  for (let w = 0; w <= endA; w++) {
    for (let m = 0; m <= endB; m++) {
      if (lines.every(({ alpha, beta, limit }) => alpha * w + beta * m <= limit)) pairs.push([w, m]);
    }
  }
  return pairs;
}
