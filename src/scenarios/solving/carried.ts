/**
 * What an answer leaves to the next question: who goes where, and what every limit and count cut is worth, all by name, so that it can
 * be told to a problem whose rows and options are numbered otherwise. Plain data: it crosses to other threads, and can be kept.
 */

import { UNPLACED } from '../../../solver/problem.ts';
import type { Assigned, NamedCut } from '../../../solver/solution.ts';
import type { Choices } from '../../matching/matching.ts';

export interface Carried {
  readonly pairs: readonly { readonly participant: string; readonly team: string; readonly group: string }[];
  readonly prices: readonly { readonly row: string; readonly price: number }[];
  readonly cuts: readonly {
    readonly rows: readonly string[];
    readonly facet: readonly [number, number, number];
    readonly price: number;
  }[];
}

/** What an engine starts from, in the indices of the problem of these choices. */
export interface Start {
  readonly warmStart: Int32Array;
  readonly warmPrices: Float64Array;
  readonly warmCuts: readonly NamedCut[];
}

export function carriedFrom(
  { region, options, rows }: Choices,
  { chosen, prices, cuts = [] }: Assigned,
): Carried {
  return {
    pairs: Array.from(chosen)
      .filter((option) => option !== UNPLACED)
      .map((option) => ({
        participant: region.participants[options.participant[option]].id,
        team: region.teams[options.team[option]].id,
        group: region.sfi_groups[options.sfi[option]].id,
      })),
    prices: rows.flatMap(({ id }, r) => (prices[r] > 0 ? [{ row: id, price: prices[r] }] : [])),
    cuts: cuts.flatMap((cut, i) =>
      cut.kind === 'count'
        ? [
            {
              rows: cut.rows.map((r) => rows[r].id),
              facet: cut.facet,
              price: prices[rows.length + i],
            },
          ]
        : [],
    ),
  };
}

/** Whatever the other problem does not have is left out. */
export function startFrom(carried: Carried, { index, options, rows }: Choices): Start {
  const warmStart = new Int32Array(index.region.participants.length).fill(UNPLACED);
  for (const pair of carried.pairs) {
    const p = index.names.participant.get(pair.participant);
    const t = index.names.team.get(pair.team);
    const g = index.names.sfi.get(pair.group);
    if (p === undefined || t === undefined || g === undefined) continue;
    for (let k = options.start[p]; k < options.start[p + 1]; k++) {
      if (options.team[k] === t && options.sfi[k] === g) warmStart[p] = k;
    }
  }
  const rowOf = new Map(rows.map(({ id }, r) => [id, r]));
  const cuts = carried.cuts.flatMap(({ rows: names, facet, price }) => {
    const found = names.flatMap((name) => rowOf.get(name) ?? []);
    const cut: NamedCut = { kind: 'count', rows: found, facet };
    return found.length === names.length ? [{ cut, price }] : [];
  });
  const warmPrices = new Float64Array(rows.length + cuts.length);
  for (const { row, price } of carried.prices) {
    const r = rowOf.get(row);
    if (r !== undefined) warmPrices[r] = price;
  }
  cuts.forEach(({ price }, i) => {
    warmPrices[rows.length + i] = price;
  });
  return { warmStart, warmPrices, warmCuts: cuts.map(({ cut }) => cut) };
}
