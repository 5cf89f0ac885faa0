/** How time grows with size, to the same gap, from 500 to 50,000 people. */
import type { Case } from '../harness/case.ts';
import { madeUp } from './made-up.ts';

const sizes = ['S1', 'M1', 'S2', 'M5', 'S3', 'M20', 'S4'] as const;

export const scaling: readonly Case[] = sizes.map((size) =>
  madeUp(size, 'base', { kind: 'gap', share: 0.001 }, { runs: size === 'S4' ? 1 : 3, warmRuns: 0 }),
);
