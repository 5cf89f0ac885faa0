import { expect, test } from 'vitest';
import type { Results } from '../../bench/harness/outcome.ts';
import type { ServiceResults } from '../../bench/service/figures.ts';
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

test("the service's figures say what they were taken with, and what was not answered", () => {
  const answers = {
    asked: 6_000,
    failed: 0,
    refused: 0,
    perSecond: 200,
    medianMs: 4.2,
    p99Ms: 31,
    mostMs: 90,
  };
  const { suite, command, measuredOn, machine, versions } = results;
  const service: ServiceResults = {
    ...{ format: 'resursutbyte/bench-service@1', suite, command, measuredOn, machine, versions },
    ...{ participants: 50_000, rate: 200, proposalMs: 61_000 },
    import: { megabytes: 3.1, previewMs: 20_000, confirmMs: 30_000, peakMb: 900 },
    asking: [
      { what: 'list', steady: answers, flat: { ...answers, perSecond: 412.4, refused: 7 }, solving: true },
      { what: 'decide', steady: { ...answers, failed: 2 }, flat: answers, solving: false },
    ],
  };
  const text = renderTables([results], [service]);
  expect(text).toContain(
    'Import of 50000 participants: 50 s (preview 20, confirm 30), 3.1 MB sent, peak 900 MB.',
  );
  expect(text).toContain('| list | 4 ms | 31 ms | 412 (of 6000: 7 refused) | yes |');
  expect(text).toContain('| decide | 4 ms | 31 ms (of 6000: 2 failed) | 200 | no, it had ended |');
});
