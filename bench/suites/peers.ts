/** Others on the same instances, in the same run, under the same certificate. */
import type { Case } from '../harness/case.ts';
import { madeUp } from './made-up.ts';

const engines: readonly Case['engine'][] = [
  'priced',
  'highs',
  'simplex',
  'yalps',
  'glpk',
  'or-tools',
  'greedy',
];
const instances = [
  ['S0', 'full'],
  ['S1', 'base'],
  ['S1', 'full'],
  ['S2', 'base'],
] as const;

export const peerSuite: readonly Case[] = instances.flatMap(([size, rows]) =>
  engines.map((engine) =>
    madeUp(size, rows, { kind: 'gap', share: 0 }, { engine, runs: 1, warmRuns: 0, timeLimitMs: 60_000 }),
  ),
);
