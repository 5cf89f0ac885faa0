import { expect, test } from 'vitest';
import type { Results } from '../../bench/harness/outcome.ts';
import { renderTables } from '../../bench/tables.ts';

const answered = {
  peakMb: 100,
  objective: 43_552,
  bound: 43_552,
  certifiedBound: 43_552,
  gap: 0,
  certifiedGap: 0,
  proof: 'tree',
  stopped: 'gap',
} as const;
const rest = { withinMs: 50, timeLimitMs: 60_000, size: null, warm: [], trace: [], goal: 'proven' };
const results: Results = {
  format: 'resursutbyte/bench@1',
  suite: 'test',
  command: 'npm run bench',
  measuredOn: '2026-01-02',
  machine: { cores: 2, model: 'm', memoryGb: 4, platform: 'p', load: 0 },
  versions: { node: '24' },
  cases: [
    {
      ...rest,
      instance: 'S0 seed 1 full',
      engine: 'priced',
      cold: [
        { status: 'reached', ms: 40, ...answered },
        { status: 'reached', ms: 48, ...answered },
      ],
    },
    { ...rest, instance: 'S0 seed 1 full', engine: 'yalps', cold: [{ status: 'timeout', ms: 80_000 }] },
    { ...rest, instance: 'S0 seed 1 full', engine: 'glpk', cold: [{ status: 'rejected', why: 'It lies.' }] },
  ],
};

test("a measured figure stands beside others', dated, and what was not measured says so", () => {
  const text = renderTables([results]);
  expect(text).toContain('| S0 seed 1 full, optimum 43,552 | proven in 0.044 s (2026-01-02) | 0.12 s |');
  expect(text).toContain('| S1 seed 1 full, optimum 327,495 | not measured yet | 1.6 s |');
});

test('a wish is met only by a goal that was reached; a timeout and a lie are printed as that', () => {
  const text = renderTables([results]);
  expect(text).toContain('| priced | proven | 0.05 s: yes | 0.044 s (0.04-0.048, 2 runs) |');
  expect(text).toContain('| yalps | proven | 0.05 s: no | timeout: ended after 80 s |');
  expect(text).toContain('| glpk | proven | 0.05 s: no | rejected: It lies. |');
});
