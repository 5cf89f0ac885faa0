/** What others published, with known optima. */
import type { Case } from '../harness/case.ts';
import { gapOptima, type PublicKind } from '../readers/public.ts';

export const publicSuite: readonly Case[] = [
  ...[...gapOptima().keys()].map((name) =>
    name.startsWith('gap')
      ? known('gap', name, { kind: 'gap', share: 0 })
      : known('gap', name, { kind: 'cost', share: 0.01 }),
  ),
  known('assign', 'assign500', { kind: 'gap', share: 0, withinMs: 2000 }),
  known('transport', 'transport_40x30', { kind: 'bound', share: 0.0001 }),
];

function known(kind: PublicKind, name: string, goal: Case['goal']): Case {
  return {
    instance: { source: 'public', kind, name },
    engine: 'priced',
    goal,
    timeLimitMs: kind === 'transport' ? 10_000 : 20_000,
    runs: 1,
    warmRuns: 0,
  };
}
