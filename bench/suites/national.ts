/** A region of 10,000 and a country of 50,000 people. S4 alone takes a minute to draw, before anything is timed. */
import type { Case } from '../harness/case.ts';
import { bound, gap, madeUp } from './made-up.ts';

const once = { runs: 1, warmRuns: 0 } as const;
const large = { ...once, timeLimitMs: 90_000 } as const;

const changes = (['lock', 'turned-down', 'seat'] as const).map((change) =>
  madeUp('S3', 'full', gap(0.03, 1500), { ...once, change }),
);

export const national: readonly Case[] = [
  madeUp('S3', 'base', gap(0.02, 8000), once),
  madeUp('S3', 'full', gap(0.03, 15_000), once),
  madeUp('S3', 'full', gap(0.01, 15_000), once),
  madeUp('S3', 'tight', gap(0.06, 15_000), once),
  ...changes,
  madeUp('S4', 'base', gap(0.2, 5000), large),
  madeUp('S4', 'base', gap(0.03, 15_000), large),
  madeUp('S4', 'full', gap(0.05, 40_000), large),
  madeUp('S4', 'full', gap(0.05, 1300), { ...large, change: 'seat' }),
  madeUp('S4', 'tight', gap(0.1, 40_000), large),
  madeUp('S4', 'base', bound(0.001, 2000), large),
  madeUp('S4', 'full', bound(0.001, 5000), large),
];
