/**
 * What an answer leaves to the next question: who goes where, what every limit and count cut is worth, and the basis of the relaxation,
 * all by name, so that it can be told to a problem whose rows and options are numbered otherwise. Plain data: it crosses to other threads,
 * and can be kept.
 */

import { UNPLACED } from '../../../solver/problem.ts';
import type { Assigned, NamedCut, WarmBasis } from '../../../solver/solution.ts';
import type { Choices } from '../../matching/matching.ts';

interface Pair {
  readonly participant: string;
  readonly team: string;
  readonly group: string;
}

export interface Carried {
  readonly pairs: readonly Pair[];
  readonly prices: readonly { readonly row: string; readonly price: number }[];
  readonly cuts: readonly {
    readonly rows: readonly string[];
    readonly facet: readonly [number, number, number];
    readonly price: number;
    readonly tight: boolean;
  }[];
  /** Null where the relaxation was not solved to its end. */
  readonly basis: {
    readonly pairs: readonly Pair[];
    readonly unplaced: readonly string[];
    readonly tight: readonly string[];
    readonly overrun: readonly string[];
  } | null;
}

/** What an engine starts from, in the indices of the problem of these choices. */
export interface Start {
  readonly warmStart: Int32Array;
  readonly warmPrices: Float64Array;
  readonly warmBasis?: WarmBasis;
  readonly warmCuts: readonly NamedCut[];
}

export function carriedFrom(
  { region, options, rows }: Choices,
  { chosen, prices, basis, cuts = [] }: Assigned,
): Carried {
  const pairOf = (option: number): Pair => ({
    participant: region.participants[options.participant[option]].id,
    team: region.teams[options.team[option]].id,
    group: region.sfi_groups[options.sfi[option]].id,
  });
  const named = (constraints: readonly number[]): readonly string[] =>
    constraints.flatMap((r) => (r < rows.length ? rows[r].id : []));
  const tight = new Set(basis?.tight);
  return {
    pairs: Array.from(chosen)
      .filter((option) => option !== UNPLACED)
      .map(pairOf),
    prices: rows.flatMap(({ id }, r) => (prices[r] > 0 ? [{ row: id, price: prices[r] }] : [])),
    cuts: cuts.flatMap((cut, i) =>
      cut.kind === 'count'
        ? [
            {
              rows: cut.rows.map((r) => rows[r].id),
              facet: cut.facet,
              price: prices[rows.length + i],
              tight: tight.has(rows.length + i),
            },
          ]
        : [],
    ),
    basis: basis
      ? {
          pairs: basis.options.map(pairOf),
          unplaced: basis.unplaced.map((p) => region.participants[p].id),
          tight: named(basis.tight),
          overrun: named(basis.overrun),
        }
      : null,
  };
}

/** Whatever the other problem does not have is left out. */
export function startFrom(carried: Carried, choices: Choices): Start {
  const { index, options, rows } = choices;
  const optionAt = finder(choices);
  const warmStart = new Int32Array(index.region.participants.length).fill(UNPLACED);
  for (const option of carried.pairs.flatMap(optionAt)) warmStart[options.participant[option]] = option;
  const rowOf = new Map(rows.map(({ id }, r) => [id, r]));
  const found = (names: readonly string[]): readonly number[] =>
    names.flatMap((name) => rowOf.get(name) ?? []);
  const cuts = carried.cuts.flatMap(({ rows: names, facet, ...kept }) => {
    const cut: NamedCut = { kind: 'count', rows: found(names), facet };
    return cut.rows.length === names.length ? [{ cut, ...kept }] : [];
  });
  const warmPrices = new Float64Array(rows.length + cuts.length);
  for (const { row, price } of carried.prices) {
    const r = rowOf.get(row);
    if (r !== undefined) warmPrices[r] = price;
  }
  cuts.forEach(({ price }, i) => {
    warmPrices[rows.length + i] = price;
  });
  const start = { warmStart, warmPrices, warmCuts: cuts.map(({ cut }) => cut) };
  if (carried.basis === null) return start;
  const { pairs, unplaced, tight, overrun } = carried.basis;
  const warmBasis = {
    options: pairs.flatMap(optionAt),
    unplaced: unplaced.flatMap((id) => index.names.participant.get(id) ?? []),
    tight: [...found(tight), ...cuts.flatMap((cut, i) => (cut.tight ? [rows.length + i] : []))],
    overrun: found(overrun),
  };
  return { ...start, warmBasis };
}

/** The option of a pair; none where there is none any more. */
function finder({ index, options }: Choices): (pair: Pair) => readonly number[] {
  return ({ participant, team, group }) => {
    const p = index.names.participant.get(participant);
    const t = index.names.team.get(team);
    const g = index.names.sfi.get(group);
    if (p === undefined || t === undefined || g === undefined) return [];
    for (let k = options.start[p]; k < options.start[p + 1]; k++) {
      if (options.team[k] === t && options.sfi[k] === g) return [k];
    }
    return [];
  };
}
