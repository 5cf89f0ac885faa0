/** A town of 93 to a city of 2,000 people, with every kind of row: what is wanted of each. */
import type { Case } from '../harness/case.ts';
import { gap, madeUp, proven } from './made-up.ts';

const once = { runs: 1, warmRuns: 0 } as const;

export const standard: readonly Case[] = [
  madeUp('S0', 'full', proven(50)),
  madeUp('S1', 'base', proven(1500)),
  madeUp('S1', 'full', proven(1500)),
  madeUp('S1', 'tight', gap(0.01, 3000), once),
  madeUp('S2', 'base', gap(0.03, 8000), { warmRuns: 1 }),
  madeUp('S2', 'base', gap(0.01, 45_000), { ...once, timeLimitMs: 90_000 }),
  madeUp('S2', 'full', gap(0.03, 12_000), { warmRuns: 1 }),
  madeUp('S2', 'tight', gap(0.06, 12_000), once),
  madeUp('S1', 'severe', gap(0.1, 3000), once),
  madeUp('S2', 'severe', gap(0.1, 12_000), once),
];
