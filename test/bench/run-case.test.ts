/** The harness itself, on 93 people and in fresh processes. Nothing here asserts a time. */
import { describe, expect, test } from 'vitest';
import type { Case } from '../../bench/harness/case.ts';
import { resultsSchema } from '../../bench/harness/outcome.ts';
import { runCase } from '../../bench/harness/run-case.ts';
import { lineOf } from '../../bench/harness/summary.ts';
import { machine, versions } from '../../bench/harness/surroundings.ts';
import { plotResults } from '../../bench/plots/plot-results.ts';

const asked: Case = {
  instance: { source: 'made-up', size: 'S0', seed: 1, rows: 'base' },
  engine: 'highs',
  goal: { kind: 'gap', share: 0 },
  timeLimitMs: 60_000,
  runs: 2,
  warmRuns: 1,
};

describe('a case in fresh processes', () => {
  test('is repeated, warmed, and can be written, read and drawn', async () => {
    const result = await runCase(asked);
    expect(result.cold.map(({ status }) => status)).toEqual(['reached', 'reached']);
    expect(result.warm).toHaveLength(1);
    expect(result.size).toMatchObject({ participants: 93, options: 919, constraints: 20 });
    const results = {
      format: 'resursutbyte/bench@1',
      suite: 'test',
      command: 'none',
      measuredOn: '2026-01-01',
      machine: machine(),
      versions: versions(),
      cases: [result],
    } as const;
    expect(resultsSchema.parse(JSON.parse(JSON.stringify(results)))).toEqual(results);
    expect(lineOf(result)).toContain('2 runs');
    expect(plotResults({ ...results, cases: [...results.cases] })).toContain('</svg>');
  });

  test('the baseline, which breaks rules, gets no time', async () => {
    const full: Case = {
      ...asked,
      instance: { source: 'made-up', size: 'S0', seed: 1, rows: 'full' },
      engine: 'greedy',
    };
    const { cold } = await runCase(full);
    expect(cold.map(({ status }) => status)).not.toContain('reached');
    expect(cold).toHaveLength(1);
  });

  test('a peer solves the same instance under the same certificate', async () => {
    const { cold } = await runCase({ ...asked, engine: 'yalps', goal: { kind: 'gap', share: 0.2 }, runs: 1 });
    expect(['reached', 'missed']).toContain(cold[0].status);
  });

  test('a process that ends without an answer is a failure with a reason', async () => {
    const nowhere: Case = { ...asked, instance: { source: 'public', kind: 'gap', name: 'gap9-9' }, runs: 1 };
    const { cold } = await runCase(nowhere);
    expect(cold).toEqual([{ status: 'failed', why: expect.stringContaining('gap9-9') }]);
  });
});
