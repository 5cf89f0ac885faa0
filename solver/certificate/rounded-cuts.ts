/**
 * Rounded and mixed cuts, replayed.
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
 * Cost: the entries of the rows with a multiplier.
 */
import type { Problem } from '../problem.ts';
import type { MixedCut, RoundedCut } from '../solution.ts';
import type { Columns } from './columns.ts';
import type { CutRow } from './cut-row.ts';

/**
 * Sums of products of whole numbers by option and by overrun, with those of multipliers below 0 apart as well, and whether
 * they stayed exact. Made once for all cuts of a problem: what a row touches is listed, and cleared when it is read.
 */
export function createSums(keys: number): Sums {
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

export interface Sums {
  /** Adds u times a value to what stands at a key. */
  readonly add: (key: number, u: number, value: number) => void;
  /** The coefficients that a rounding makes of the sums, those at 0 left out; null where a number passed 2^53. Then all is 0 again. */
  readonly take: (
    of: (sum: number) => number,
  ) => readonly (readonly [key: number, coefficient: number])[] | null;
}

export function roundedRow(
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
