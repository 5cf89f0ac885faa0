import type { Case } from '../harness/case.ts';
import type { RowsKind } from '../instances/rows.ts';
import type { SizeName } from '../instances/sizes.ts';

/** A case on a made-up instance, of seed 1 unless told, solved by this project's own engine. */
export function madeUp(
  size: SizeName,
  rows: RowsKind,
  goal: Case['goal'],
  { seed = 1, ...rest }: Partial<Omit<Case, 'instance' | 'goal'>> & { readonly seed?: number } = {},
): Case {
  return {
    instance: { source: 'made-up', size, seed, rows },
    engine: 'priced',
    goal,
    timeLimitMs: 60_000,
    runs: 3,
    warmRuns: 3,
    ...rest,
  };
}

/** A proof, in so many milliseconds. */
export const proven = (withinMs: number): Case['goal'] => ({ kind: 'gap', share: 0, withinMs });

/** A gap in percent, in so many milliseconds. */
export const gap = (percent: number, withinMs: number): Case['goal'] => ({
  kind: 'gap',
  share: percent / 100,
  withinMs,
});

/** The bound within a percentage of the relaxation's value, in so many milliseconds. */
export const bound = (percent: number, withinMs: number): Case['goal'] => ({
  kind: 'bound',
  share: percent / 100,
  withinMs,
});
