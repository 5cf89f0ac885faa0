import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../src/scenarios/compare.ts';
import { sweepSchema } from '../../src/scenarios/sweep/sweep-format.ts';
import { runCli, scratchFolder } from './run-cli.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const region = 'data/farsta-2004';
const read = (name: string) => readFileSync(scratch.path(name), 'utf8');

describe('scenario', () => {
  test('compare writes JSON, CSV and SVG, and says on stdout who gains and loses', async () => {
    const files = [
      '--out',
      scratch.path('c.json'),
      '--csv',
      scratch.path('c.csv'),
      '--svg',
      scratch.path('c.svg'),
    ];
    const { code, stdout } = await runCli([
      'scenario',
      'compare',
      region,
      'data/scenarios/year-one.json',
      ...files,
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/I dag → Första året: \d+ vinner, \d+ förlorar/);
    expect(comparisonSchema.parse(JSON.parse(read('c.json'))).columns).toHaveLength(3);
    expect(read('c.csv').split('\n')[0]).toMatch(/^scenario,status,people,placed/);
    expect(read('c.svg')).toMatch(/^<svg /);
  });

  test('sweep taken up again gives the same bytes, and begins nothing anew', async () => {
    const sweep = ['scenario', 'sweep', region, '--over', 'seats.Farsta=0:2:1', '--gap', '0.01', '--json'];
    const whole = await runCli(sweep);
    expect(whole.code, whole.stderr).toBe(0);
    expect(sweepSchema.parse(JSON.parse(whole.stdout)).points).toHaveLength(3);
    const first = await runCli([...sweep, '--resume', scratch.path('state.json')]);
    const again = await runCli([...sweep, '--resume', scratch.path('state.json')]);
    expect(first.stdout).toBe(whole.stdout);
    expect(again.stdout).toBe(whole.stdout);
  });

  test.each([
    [['worth', region, '--of', 'chairs'], 2],
    [['sweep', region, '--over', 'weather=1:2:1'], 2],
    [['sweep', region], 2],
    [['capacity', region], 2],
    [['capacity', region, '--share', '2'], 2],
    [['run', region, 'data/farsta-2004/region.json'], 2],
    [['run', region, 'nowhere.json'], 2],
  ])('%j is refused with what is wrong', async (words, expected) => {
    const { code, stdout, stderr } = await runCli(['scenario', ...words]);
    expect(code).toBe(expected);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });
});
