import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { simulationSchema } from '../../src/scenarios/year/result-format.ts';
import { runCli, scratchFolder } from './run-cli.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const region = 'data/farsta-2004';
const setting = scratch.path('short-year.json');
writeFileSync(
  setting,
  JSON.stringify({ format: 'resursutbyte/year@1', weeks: 6, arrivals_a_year: 150, programme_weeks: 4 }),
);

test('simulate answers in JSON, CSV and words, the same for a seed however its runs are spread', async () => {
  const csv = scratch.path('bands.csv');
  const out = scratch.path('years.json');
  const args = ['scenario', 'simulate', region, '--setting', setting, '--seeds', '6'];
  const run = await runCli([...args, '--json', '--csv', csv, '--out', out]);
  expect(run.code, run.stderr).toBe(0);
  const { seeds, policies, conclusion } = simulationSchema.parse(JSON.parse(run.stdout));
  expect(seeds).toBe(6);
  for (const name of ['greedy', 'batch', 'priced'] as const) {
    const { meanPoints, interval, share } = policies[name];
    expect(meanPoints).toBeLessThanOrEqual(policies.hindsight.meanPoints);
    expect(interval[0]).toBeLessThanOrEqual(meanPoints);
    expect(interval[1]).toBeGreaterThanOrEqual(meanPoints);
    expect(share.mean).toBeLessThanOrEqual(1);
  }
  expect(readFileSync(out, 'utf8')).toBe(run.stdout);
  const lines = readFileSync(csv, 'utf8').trimEnd().split('\n');
  expect(lines[0]).toBe('policy,figure,week,low,median,high');
  expect(lines).toHaveLength(1 + 4 * 3 * 6);
  const again = await runCli([...args, '--lang', 'en']);
  expect(again.stdout).toContain(conclusion.en);
  const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
  expect(again.stdout).toContain(whole.format(policies.priced.meanPoints));
});

test.each([
  ['a setting with an error', ['--setting', writeSetting('{"weeks": 0}')], /beskriver inget år/],
  [
    'another kind of file',
    ['--setting', writeSetting('{"format": "resursutbyte/policy@1"}')],
    /är en policy/,
  ],
  ['no seeds', ['--seeds', '0'], /--seeds ska vara ett heltal/],
])('%s ends with 2 and one clear message', async (_, options, message) => {
  const run = await runCli(['scenario', 'simulate', region, ...options]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(message);
});

function writeSetting(text: string): string {
  const path = scratch.path(`setting-${text.length}.json`);
  writeFileSync(path, text);
  return path;
}
