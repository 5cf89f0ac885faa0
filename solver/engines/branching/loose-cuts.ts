import type { FoundCut } from './mixed-cuts.ts';

export interface Kept {
  readonly cuts: readonly FoundCut[];
  /** Per cut that is kept: where it stood before. */
  readonly from: readonly number[];
}

/**
 * The cuts without those that have no price and on which no other rests: they slow every step and hold nothing. The numbers
 * of earlier cuts in the multipliers follow; the first `stated` of them are not among these.
 */
export function withoutLoose(cuts: readonly FoundCut[], prices: Float64Array, stated: number): Kept {
  const isNeeded = cuts.map((_, c) => prices[c] > 0);
  for (let c = cuts.length - 1; c >= 0; c--) {
    if (!isNeeded[c]) continue;
    for (const [earlier] of cuts[c].cut.multipliers.cuts)
      if (earlier >= stated) isNeeded[earlier - stated] = true;
  }
  const from = [...cuts.keys()].filter((c) => isNeeded[c]);
  const to = new Map(from.map((c, i) => [c, i]));
  const renumbered = from.map((c): FoundCut => {
    const { cut, row } = cuts[c];
    const numbers = cut.multipliers.cuts.map(([earlier, u]): readonly [number, number] => [
      earlier < stated ? earlier : stated + (to.get(earlier - stated) ?? 0),
      u,
    ]);
    return { row, cut: { ...cut, multipliers: { ...cut.multipliers, cuts: numbers } } };
  });
  return { cuts: renumbered, from };
}
