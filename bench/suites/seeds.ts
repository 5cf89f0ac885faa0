/** The same wishes for ten draws of each size, so that nothing is tuned to one of them. */
import type { Case } from '../harness/case.ts';
import { gap, madeUp, proven } from './made-up.ts';

const once = { runs: 1, warmRuns: 0 } as const;
const seedNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export const seeds: readonly Case[] = seedNumbers.flatMap((seed): readonly Case[] => [
  madeUp('S0', 'full', proven(50), { ...once, seed }),
  madeUp('S1', 'full', proven(1500), { ...once, seed }),
  madeUp('S2', 'base', gap(0.03, 8000), { ...once, seed }),
  madeUp('S2', 'full', gap(0.03, 12_000), { ...once, seed }),
  madeUp('S3', 'base', gap(0.02, 8000), { ...once, seed }),
]);
