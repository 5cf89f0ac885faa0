/**
 * Finds mixed cuts where a relaxation picks a column in part (Gomory 1960; the primes are those of mod-k cuts: Caprara,
 * Fischetti and Letchford 2000).
 *
 * 1. A basic column is a combination of rows. Its weights have a common denominator, often a small one; where it is large,
 *    its prime factors serve, by which all weights are multiples of one part in so many.
 * 2. The weights' fractions are multipliers of a row that the relaxation breaks. It is built over all options, not only
 *    those with a column, as the certificate will build it (certificate/cuts.ts says how and why).
 * 3. The cuts that the relaxation breaks by most, for their length, are taken, each once.
 *
 * Cost: the entries of the rows with a multiplier, per column picked in part.
 */
import type { Problem } from '../../problem.ts';
import type { MixedCut } from '../../solution.ts';
import { optionStarts } from '../assignment.ts';
import type { CutRow } from '../linear/program.ts';
import { transpose } from '../linear/transpose.ts';
import { commonDenominator, moduliOf } from './denominators.ts';
import type { Combination, Relaxation, Relaxed } from './relaxation.ts';

export interface FoundCut {
  readonly cut: MixedCut;
  readonly row: CutRow;
}

/** A problem with rows for count cuts from `stated` up to `told`; its further rows carry no multiplier. */
export interface CutScope {
  readonly problem: Problem;
  readonly stated: number;
  readonly told: number;
}

/**
 * Finds cuts that a solved relaxation breaks, given the rows of the cuts that it has already. `most` is how many entries, per
 * option of the problem, the rows that a cut is made of may have: cuts of many are slow to build and to work with.
 */
export type CutFinder = (
  relaxation: Relaxation,
  solved: Relaxed,
  earlier: readonly CutRow[],
  most: number,
) => readonly FoundCut[];

interface Multipliers {
  readonly denominator: number;
  readonly rows: readonly (readonly [row: number, u: number])[];
  readonly people: readonly (readonly [participant: number, u: number])[];
}

/** A weight this close to a whole number is one. */
const NEAR = 1e-6;
/** How much a cut must be broken, for the length of its coefficients. */
const LEAST_DEPTH = 1e-3;
const MOST_CUTS = 40;
/** So many columns, the most undecided ones, are looked at. */
const MOST_COLUMNS = 80;
/** So many entries are summed up in all. */
const MOST_ENTRIES = 8_000_000;

const remainder = (a: number, by: number): number => ((a % by) + by) % by;

export function createCutFinder({ problem, stated, told }: CutScope): CutFinder {
  const { participant, limit, penalty, useStart, useConstraint, useAmount } = problem;
  const byRow = transpose(useStart, useConstraint, limit.length);
  const personStart = optionStarts(problem);
  // Per option: the sum of multipliers times amounts; the same of multipliers below 0, with their sign turned.
  const sum = new Float64Array(participant.length);
  const below = new Float64Array(participant.length);
  const value = new Float64Array(participant.length);

  const limitOf = (r: number, earlier: readonly CutRow[]): number =>
    r < limit.length ? limit[r] : earlier[r - limit.length].limit;

  const multipliersOf = (
    { ofRows, ofPeople }: Combination,
    earlier: readonly CutRow[],
  ): readonly Multipliers[] => {
    const isPart = ([, weight]: readonly [number, number]): boolean =>
      Math.abs(weight - Math.round(weight)) > NEAR;
    const rows = ofRows.filter(isPart);
    const people = ofPeople.filter(isPart);
    if (rows.some(([r]) => r >= told && r < limit.length)) return [];
    const whole = commonDenominator([...rows, ...people].map(([, weight]) => weight));
    return moduliOf(whole).flatMap((by) => {
      const numerator = (weight: number): number => remainder(Math.round(weight * whole), by);
      let most = 0;
      for (const [r, weight] of rows) most += numerator(weight) * remainder(limitOf(r, earlier), by);
      for (const [, weight] of people) most += numerator(weight);
      const left = remainder(most, by);
      if (left === 0) return [];
      // What is above the remainder of the limit costs less from below 0.
      const times = ([at, weight]: readonly [number, number]): [number, number] => {
        const u = numerator(weight);
        return [at, u > left ? u - by : u];
      };
      const some = ([, u]: readonly [number, number]): boolean => u !== 0;
      return [
        { denominator: by, rows: rows.map(times).filter(some), people: people.map(times).filter(some) },
      ];
    });
  };

  /** How many entries the rows with a multiplier have. */
  const entriesOf = ({ rows, people }: Multipliers, earlier: readonly CutRow[]): number => {
    let entries = 0;
    for (const [r] of rows) {
      entries +=
        r < limit.length ? byRow.start[r + 1] - byRow.start[r] : earlier[r - limit.length].options.length;
    }
    for (const [p] of people) entries += personStart[p + 1] - personStart[p];
    return entries;
  };

  const build = ({ denominator, rows, people }: Multipliers, earlier: readonly CutRow[]): CutRow | null => {
    const touched: number[] = [];
    const overruns = new Map<number, readonly [all: number, below: number]>();
    let [most, spare] = [0, 0];
    const addLimit = (u: number, by: number): void => {
      most += u * by;
      if (u < 0) spare -= u * by;
    };
    const add = (k: number, u: number, amount: number): void => {
      if (sum[k] === 0 && below[k] === 0) touched.push(k);
      sum[k] += u * amount;
      if (u < 0) below[k] -= u * amount;
    };
    const addOverrun = (r: number, u: number, amount: number): void => {
      const [all, low] = overruns.get(r) ?? [0, 0];
      overruns.set(r, [all + u * amount, u < 0 ? low - u * amount : low]);
    };
    for (const [r, u] of rows) {
      addLimit(u, limitOf(r, earlier));
      if (r >= limit.length) {
        const cut = earlier[r - limit.length];
        for (let n = 0; n < cut.options.length; n++) add(cut.options[n], u, cut.coefficients[n]);
        for (const [soft, times] of cut.overruns) addOverrun(soft, u, -times);
      } else {
        if (penalty[r] !== Number.POSITIVE_INFINITY) addOverrun(r, u, -1);
        for (let i = byRow.start[r]; i < byRow.start[r + 1]; i++)
          add(byRow.column[i], u, useAmount[byRow.entry[i]]);
      }
    }
    for (const [p, u] of people) {
      addLimit(u, 1);
      for (let k = personStart[p]; k < personStart[p + 1]; k++) add(k, u, 1);
    }
    const left = remainder(most, denominator);
    const down = (a: number): number => (denominator - left) * Math.floor(a / denominator);
    const rounded = (a: number): number => down(a) + Math.max(0, remainder(a, denominator) - left);
    const row = {
      options: [] as number[],
      coefficients: [] as number[],
      limit: down(most) + spare,
      overruns: Array.from(overruns, ([r, [all, low]]) => [r, -(rounded(all) + low)] as const),
    };
    let largest = Math.abs(most * denominator);
    for (const k of touched) {
      largest = Math.max(largest, Math.abs(sum[k] * denominator), Math.abs(below[k]));
      const coefficient = rounded(sum[k]) + below[k];
      sum[k] = below[k] = 0;
      if (coefficient === 0) continue;
      row.options.push(k);
      row.coefficients.push(coefficient);
    }
    return largest < Number.MAX_SAFE_INTEGER / 4
      ? {
          ...row,
          options: Int32Array.from(row.options),
          coefficients: Float64Array.from(row.coefficients),
        }
      : null;
  };

  /** How much of a cut's left side the relaxation is above its limit, by its length; both over the columns. */
  const depthOf = (row: CutRow, relaxation: Relaxation, { overrun }: Relaxed): number => {
    let left = -row.limit;
    let square = 0;
    for (let n = 0; n < row.options.length; n++) {
      left += row.coefficients[n] * value[row.options[n]];
      if (relaxation.columnOf(row.options[n]) >= 0) square += row.coefficients[n] ** 2;
    }
    for (const [r, times] of row.overruns) left -= times * overrun(r);
    return left / Math.sqrt(square);
  };

  const asTold = ({ denominator, rows, people }: Multipliers): MixedCut => ({
    kind: 'mixed',
    denominator,
    multipliers: {
      constraints: rows.filter(([r]) => r < stated),
      participants: people,
      cuts: rows
        .filter(([r]) => r >= stated)
        .map(([r, u]) => [r < limit.length ? r - stated : told - stated + r - limit.length, u]),
    },
  });

  return (relaxation, solved, earlier, most) => {
    const { picked } = solved;
    const options = relaxation.options();
    for (let column = 0; column < options.length; column++) value[options[column]] = picked[column];
    const found: (FoundCut & { readonly depth: number })[] = [];
    const names = new Set<string>();
    const tries = inPart(picked).flatMap((column) => {
      const combination = relaxation.combination(column);
      return (combination ? multipliersOf(combination, earlier) : []).map((times) => ({
        times,
        entries: entriesOf(times, earlier),
      }));
    });
    let left = MOST_ENTRIES;
    for (const { times, entries } of tries.sort((a, b) => a.entries - b.entries)) {
      left -= entries;
      if (entries > most * participant.length || left < 0) break;
      const row = build(times, earlier);
      const depth = row ? depthOf(row, relaxation, solved) : 0;
      if (!row || depth < LEAST_DEPTH) continue;
      const name = `${row.limit} ${row.options.join()} ${row.coefficients.join()}`;
      if (!names.has(name)) found.push({ cut: asTold(times), row, depth });
      names.add(name);
    }
    for (const k of options) value[k] = 0;
    return found.sort((a, b) => b.depth - a.depth).slice(0, MOST_CUTS);
  };
}

/** The columns picked in part, the most undecided first. */
function inPart(picked: Float64Array): readonly number[] {
  return Array.from(picked.keys())
    .filter((column) => picked[column] > NEAR && picked[column] < 1 - NEAR)
    .sort((a, b) => Math.abs(picked[a] - 0.5) - Math.abs(picked[b] - 0.5) || a - b)
    .slice(0, MOST_COLUMNS);
}
