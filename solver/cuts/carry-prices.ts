import type { CountCut, NamedCut } from '../solution.ts';

/**
 * Prices of a former run, told per row of a changed problem with its cuts: those of constraints by index, those of count
 * cuts by what the cut is about, its rows and the direction of its facet, for a changed limit moves facets without
 * turning them. 0 for what is new.
 */
export function carryPrices(
  former: Float64Array,
  formerCuts: readonly NamedCut[],
  constraints: number,
  cuts: readonly CountCut[],
): Float64Array {
  const known = new Map<string, number>();
  for (const [i, cut] of formerCuts.entries()) {
    if (cut.kind === 'count') known.set(nameOf(cut), former[constraints + i]);
  }
  const prices = new Float64Array(constraints + cuts.length);
  prices.set(former.subarray(0, constraints));
  for (const [i, cut] of cuts.entries()) prices[constraints + i] = known.get(nameOf(cut)) ?? 0;
  return prices;
}

/** What a count cut is about, whoever comes first. */
export function nameOf({ rows, facet: [ca, cb] }: Pick<CountCut, 'rows' | 'facet'>): string {
  return `${[...rows].sort((r, s) => r - s).join(' ')}:${ca} ${cb}`;
}
