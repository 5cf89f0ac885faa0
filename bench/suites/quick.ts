/** Under a minute: is everything in its place? */
import type { Case } from '../harness/case.ts';
import { gap, madeUp, proven } from './made-up.ts';

export const quick: readonly Case[] = [
  madeUp('S0', 'full', proven(50)),
  madeUp('S0', 'tight', proven(100)),
  madeUp('S1', 'base', proven(1500)),
  madeUp('S2', 'base', gap(0.1, 2000), { runs: 1, warmRuns: 1 }),
];
