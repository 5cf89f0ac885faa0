import type { CountCut, NamedCut, WarmBasis } from '../solution.ts';
import { nameOf } from './carry-prices.ts';

/** The basis of a former run, its rows told per row of a changed problem with its cuts, as carryPrices tells prices. */
export function carryBasis(
  former: WarmBasis,
  formerCuts: readonly NamedCut[],
  constraints: number,
  cuts: readonly CountCut[],
): WarmBasis {
  const rowOf = new Map(cuts.map((cut, i) => [nameOf(cut), constraints + i]));
  const known = (r: number): readonly number[] => {
    if (r < constraints) return [r];
    const cut = formerCuts[r - constraints];
    const row = cut?.kind === 'count' ? rowOf.get(nameOf(cut)) : undefined;
    return row === undefined ? [] : [row];
  };
  return { ...former, tight: former.tight.flatMap(known), overrun: former.overrun.flatMap(known) };
}
