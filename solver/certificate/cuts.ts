import type { Problem } from '../problem.ts';
import type { CountCut, Cut, MixedCut, RoundedCut } from '../solution.ts';
import type { Columns } from './columns.ts';

/**
 * Cuts, replayed: each becomes a row `sum of coefficient_o x_o <= limit` that every feasible whole x meets, so that it
 * may be priced like any constraint. Nothing is believed but the arithmetic here.
 *
 * Rounded (Chvatal 1973): u >= 0 on valid rows gives sum_o (u.a_o) x_o - sum_r u_r overrun_r <= u.b, and for whole
 * x, overrun >= 0 each coefficient and the limit may be divided by the denominator and rounded down. Overruns, of soft
 * constraints alone, are whole because amounts and limits are; the row then says how many of them it gives way to.
 *
 * Mixed (mixed-integer rounding: Gomory 1960; Nemhauser and Wolsey 1990): as rounded, but u may be below 0, where it adds
 * the row's slack. With d the denominator, f the remainder of u.b by d, F(a) = (d - f) floor(a / d) + max(0, a mod d - f),
 * for whole x >= 0 and slacks s_r >= 0 it holds that sum_o F(u.a_o) x_o - sum over u_r < 0 of |u_r| s_r <= (d - f)
 * floor(u.b / d); each slack is then written as limit less use.
 *
 * Count: w and m are the numbers picked of A and B. Each named hard row has one amount alpha on all of A, one amount
 * beta on all of B and none below 0 elsewhere, hence alpha w + beta m <= limit. The facet is tried at every whole pair
 * that the rows allow, w and m no larger than the numbers of people who own A and B.
 *
 * Cost: proportional to the entries of the rows named.
 */
export interface CutRow {
  readonly options: Int32Array;
  readonly coefficients: Float64Array;
  readonly limit: number;
  /** Soft constraints whose overruns are taken off the left side, each so many times. */
  readonly overruns: readonly (readonly [constraint: number, times: number])[];
}

/** More whole pairs than this are not listed: a team's seats are few. */
const MOST_PAIRS = 1_000_000;

/** The row of each cut, or a sentence that says what is wrong with the first bad one. */
export function cutRows(
  problem: Problem,
  columns: Columns,
  cuts: readonly Cut[],
): readonly CutRow[] | { readonly cut: number; readonly why: string } {
  const rows: CutRow[] = [];
  // Options first, then overruns by constraint.
  const sums = createSums(problem.participant.length + problem.constraints.length);
  for (const [index, cut] of cuts.entries()) {
    const row =
      cut.kind === 'count' ? countRow(problem, columns, cut) : roundedRow(problem, columns, cut, rows, sums);
    if (typeof row === 'string') return { cut: index, why: row };
    rows.push(row);
  }
  return rows;
}

/**
 * Sums of products of whole numbers by option and by overrun, with those of multipliers below 0 apart as well, and whether
 * they stayed exact. Made once for all cuts of a problem: what a row touches is listed, and cleared when it is read.
 */
function createSums(keys: number): Sums {
  const all = new Float64Array(keys);
  const below = new Float64Array(keys);
  const isListed = new Uint8Array(keys);
  const listed: number[] = [];
  let exact = true;
  return {
    add(key, u, value) {
      if (isListed[key] === 0) {
        isListed[key] = 1;
        listed.push(key);
      }
      const product = u * value;
      all[key] += product;
      if (u < 0) below[key] -= product;
      if (
        !Number.isSafeInteger(product) ||
        !Number.isSafeInteger(all[key]) ||
        !Number.isSafeInteger(below[key])
      )
        exact = false;
    },
    take(of) {
      const found: (readonly [key: number, coefficient: number])[] = [];
      for (const key of listed) {
        const coefficient = of(all[key]) + below[key];
        if (!Number.isSafeInteger(coefficient)) exact = false;
        if (coefficient !== 0) found.push([key, coefficient]);
        all[key] = below[key] = isListed[key] = 0;
      }
      listed.length = 0;
      const wasExact = exact;
      exact = true;
      return wasExact ? found : null;
    },
  };
}

interface Sums {
  /** Adds u times a value to what stands at a key. */
  readonly add: (key: number, u: number, value: number) => void;
  /** The coefficients that a rounding makes of the sums, those at 0 left out; null where a number passed 2^53. Then all is 0 again. */
  readonly take: (
    of: (sum: number) => number,
  ) => readonly (readonly [key: number, coefficient: number])[] | null;
}

function roundedRow(
  problem: Problem,
  columns: Columns,
  cut: RoundedCut | MixedCut,
  earlier: readonly CutRow[],
  sums: Sums,
): CutRow | string {
  if (!Number.isSafeInteger(cut.denominator) || cut.denominator < 1)
    return 'the denominator is not a whole number above 0';
  const { constraints, participants, cuts } = cut.multipliers;
  const good = (index: number, u: number, size: number): boolean =>
    Number.isInteger(index) &&
    index >= 0 &&
    index < size &&
    Number.isSafeInteger(u) &&
    (u >= 0 || cut.kind === 'mixed');
  const whole = cut.kind === 'mixed' ? 'a whole number' : 'a whole number from 0';
  const options = problem.participant.length;
  const most = { all: 0, below: 0, exact: true };
  const addLimit = (u: number, value: number): void => {
    most.all += u * value;
    if (u < 0) most.below -= u * value;
    most.exact &&= [u * value, most.all, most.below].every(Number.isSafeInteger);
  };
  for (const [r, u] of constraints) {
    if (!good(r, u, problem.constraints.length)) return `the multiplier of constraint ${r} is not ${whole}`;
    if (problem.penalty[r] !== Number.POSITIVE_INFINITY) sums.add(options + r, u, -1);
    addLimit(u, problem.limit[r]);
    for (let i = columns.constraintStart[r]; i < columns.constraintStart[r + 1]; i++) {
      sums.add(columns.option[i], u, problem.useAmount[columns.entry[i]]);
    }
  }
  for (const [p, u] of participants) {
    if (!good(p, u, problem.participants.length)) return `the multiplier of participant ${p} is not ${whole}`;
    addLimit(u, 1);
    for (let i = columns.participantStart[p]; i < columns.participantStart[p + 1]; i++) {
      sums.add(columns.optionByParticipant[i], u, 1);
    }
  }
  for (const [c, u] of cuts) {
    if (!good(c, u, earlier.length)) return `the multiplier of cut ${c} is not ${whole} on an earlier cut`;
    const row = earlier[c];
    addLimit(u, row.limit);
    for (let i = 0; i < row.options.length; i++) sums.add(row.options[i], u, row.coefficients[i]);
    for (const [r, times] of row.overruns) sums.add(options + r, u, -times);
  }
  const round = cut.kind === 'mixed' ? mixedRounding(cut.denominator, most.all) : rounding(cut.denominator);
  const limit = round.down(most.all) + most.below;
  const coefficients = sums.take(round.coefficient);
  if (!coefficients || !most.exact || !Number.isSafeInteger(limit)) return 'its numbers pass 2^53';
  const ofOptions = coefficients.filter(([key]) => key < options);
  return {
    options: Int32Array.from(ofOptions, ([option]) => option),
    coefficients: Float64Array.from(ofOptions, ([, coefficient]) => coefficient),
    limit,
    overruns: coefficients.flatMap(([key, coefficient]) =>
      key < options ? [] : [[key - options, -coefficient] as const],
    ),
  };
}

interface Rounding {
  readonly coefficient: (sum: number) => number;
  readonly down: (limit: number) => number;
}

function rounding(denominator: number): Rounding {
  const down = (value: number): number => floorDivide(value, denominator);
  return { coefficient: down, down };
}

function mixedRounding(d: number, limit: number): Rounding {
  const f = remainder(limit, d);
  const down = (value: number): number => (d - f) * floorDivide(value, d);
  return { coefficient: (sum) => down(sum) + Math.max(0, remainder(sum, d) - f), down };
}

/** From 0 up to the denominator; exact for whole numbers below 2^53. */
function remainder(value: number, denominator: number): number {
  const rest = value % denominator;
  return rest < 0 ? rest + denominator : rest;
}

/** Exact for whole numbers below 2^53: the remainder is exact, and so is the division once it is taken off. */
function floorDivide(value: number, denominator: number): number {
  return (value - remainder(value, denominator)) / denominator;
}

function countRow(problem: Problem, columns: Columns, cut: CountCut): CutRow | string {
  const [ca, cb, c] = cut.facet;
  if (![ca, cb, c].every(Number.isSafeInteger)) return 'the facet is not of whole numbers';
  const a = new Set(cut.a);
  const b = new Set(cut.b);
  if (a.size !== cut.a.length || b.size !== cut.b.length) return 'an option is named twice';
  for (const option of [...a, ...b]) {
    if (!Number.isInteger(option) || option < 0 || option >= problem.participant.length) {
      return `option ${option} does not exist`;
    }
  }
  if (cut.a.some((option) => b.has(option))) return 'the two sets share an option';
  const lines: Line[] = [];
  for (const r of cut.rows) {
    const line = countLine(problem, columns, r, a, b);
    if (typeof line === 'string') return line;
    lines.push(line);
  }
  const flaw = facetFlaw(cut.facet, lines, owners(problem, cut.a), owners(problem, cut.b));
  if (flaw) return flaw;
  return {
    options: Int32Array.from([...cut.a, ...cut.b]),
    coefficients: Float64Array.from([...cut.a.map(() => ca), ...cut.b.map(() => cb)]),
    limit: c,
    overruns: [],
  };
}

interface Line {
  readonly alpha: number;
  readonly beta: number;
  readonly limit: number;
}

function owners(problem: Problem, options: readonly number[]): number {
  return new Set(options.map((k) => problem.participant[k])).size;
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

/** The one amount that a hard row has on all of A and on all of B; a sentence where it has not. */
function countLine(
  problem: Problem,
  columns: Columns,
  r: number,
  a: ReadonlySet<number>,
  b: ReadonlySet<number>,
): Line | string {
  if (!Number.isInteger(r) || r < 0 || r >= problem.constraints.length)
    return `constraint ${r} does not exist`;
  if (problem.penalty[r] !== Number.POSITIVE_INFINITY) return `constraint ${r} is soft: it may be overrun`;
  const amounts = new Map<number, number>();
  for (let i = columns.constraintStart[r]; i < columns.constraintStart[r + 1]; i++) {
    const e = columns.entry[i];
    const option = columns.option[i];
    amounts.set(option, problem.useAmount[e]);
    if (!a.has(option) && !b.has(option) && problem.useAmount[e] < 0) {
      return `constraint ${r} has an amount below 0 outside the two sets`;
    }
  }
  const only = (set: ReadonlySet<number>): number | null => {
    const found = new Set(Array.from(set, (option) => amounts.get(option) ?? 0));
    return found.size > 1 ? null : ([...found][0] ?? 0);
  };
  const alpha = only(a);
  const beta = only(b);
  if (alpha === null || beta === null) return `constraint ${r} has different amounts within one set`;
  return { alpha, beta, limit: problem.limit[r] };
}
