import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explanationSchema } from '../../src/matching/explain/explanation-format.ts';
import { proposalSchema } from '../../src/matching/proposal-format.ts';
import { runCli, scratchFolder } from './run-cli.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const region = 'data/farsta-2004';

/** A copy of the example that a test may change. */
function copy(name: string): string {
  const folder = scratch.path(name);
  cpSync(join(import.meta.dirname, '..', '..', region), folder, { recursive: true });
  return folder;
}

describe('match and verify', () => {
  test('the proposal on stdout is the one in the file, and verifies; a changed one does not', async () => {
    const out = scratch.path('proposal.json.gz');
    const run = await runCli(['match', region, '--seed', '3', '--out', out, '--json']);
    expect(run.code, run.stderr).toBe(0);
    const proposal = proposalSchema.parse(JSON.parse(run.stdout));
    expect(proposal).toMatchObject({ status: 'optimal', seed: 3 });
    expect(gunzipSync(readFileSync(out)).toString()).toBe(run.stdout);
    expect(await runCli(['verify', region, out])).toMatchObject({ code: 0 });
    const changed = scratch.path('changed.json');
    writeFileSync(
      changed,
      JSON.stringify({ ...proposal, pairs: 'pairs' in proposal ? proposal.pairs.slice(1) : [] }),
    );
    const refused = await runCli(['verify', region, changed, '--lang', 'en']);
    expect(refused).toMatchObject({ code: 4, stdout: '' });
    expect(refused.stderr).toContain('objective');
  });

  test('an earlier proposal is kept where it is given, and one without pairs is refused', async () => {
    const first = scratch.path('first.json');
    await runCli(['match', region, '--engine', 'greedy', '--out', first]);
    const again = await runCli(['match', region, '--engine', 'greedy', '--previous', first, '--json']);
    expect(again.code, again.stderr).toBe(0);
    const [before, after] = [readFileSync(first, 'utf8'), again.stdout].map((text) =>
      proposalSchema.parse(JSON.parse(text)),
    );
    const pairs = 'pairs' in before ? before.pairs : [];
    expect(after.previous).toEqual(
      pairs.map(({ participant, team, sfiGroup }) => ({ participant, team, sfiGroup })),
    );
    const refused = await runCli(['match', region, '--previous', 'package.json']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
  });

  test('without --json a summary in the language asked for', async () => {
    const [swedish, english] = await Promise.all([
      runCli(['match', region, '--engine', 'greedy']),
      runCli(['match', region, '--engine', 'greedy', '--lang', 'en']),
    ]);
    expect(swedish.stdout).toMatch(
      /Placerade: \d+\. Utan plats: \d+\.[\s\S]*Kvinnor: [\s\S]*Män: [\s\S]*I turordning/,
    );
    expect(english.stdout).toMatch(
      /Placed: \d+\. Unplaced: \d+\.[\s\S]*Women: [\s\S]*Men: [\s\S]*In order of arrival/,
    );
  });

  test('locks beyond the seats are a conflict: exit 3, in words', async () => {
    const folder = copy('locked');
    const proposal = await runCli(['match', region, '--engine', 'greedy', '--json']);
    const read = proposalSchema.parse(JSON.parse(proposal.stdout));
    const pairs = 'pairs' in read ? read.pairs : [];
    const team = pairs[0]?.team;
    const locked = pairs.filter((pair) => pair.team === team).slice(0, 2);
    expect(locked).toHaveLength(2);
    const rows = locked.map(
      (pair) => `${pair.participant},${pair.team},${pair.sfiGroup},lock,agreed,2004-01-15`,
    );
    writeFileSync(
      join(folder, 'decisions.csv'),
      ['participant,team,sfi_group,decision,reason,decided_on', ...rows, ''].join('\n'),
    );
    const teams = readFileSync(join(folder, 'teams.csv'), 'utf8').split('\n');
    const [header, ...lines] = teams;
    const seats = (header ?? '').split(',').indexOf('seats');
    const fewer = lines.map((line) => {
      const cells = line.split(',');
      return cells[0] === team ? cells.with(seats, '1').join(',') : line;
    });
    writeFileSync(join(folder, 'teams.csv'), [header, ...fewer].join('\n'));
    const run = await runCli(['match', folder, '--json']);
    expect(run.code, run.stderr).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'conflict' });
  });

  test("a policy of one's own decides, and one with an unknown key is refused", async () => {
    const policy = scratch.path('policy.json');
    writeFileSync(policy, '{"placement_points": 5}');
    const args = ['match', region, '--engine', 'greedy', '--policy', policy, '--json'];
    const cheap = proposalSchema.parse(JSON.parse((await runCli(args)).stdout));
    expect('pairs' in cheap && cheap.pairs.every(({ points }) => points <= 1005)).toBe(true);
    writeFileSync(policy, '{"luck": 1}');
    const refused = await runCli(args);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('luck');
  });
});

describe('explain', () => {
  const out = scratch.path('explained.json');
  beforeAll(async () => {
    expect(await runCli(['match', region, '--out', out])).toMatchObject({ code: 0 });
  });
  const ask = (...words: string[]) => runCli(['explain', region, out, '--lang', 'en', ...words]);

  test('tells place and terms that add up, the other teams, and why not one', async () => {
    const proposal = proposalSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
    const pair = 'pairs' in proposal ? proposal.pairs[0] : undefined;
    const run = await ask('--participant', pair?.participant ?? '', '--json');
    expect(run.code, run.stderr).toBe(0);
    const { place, alternatives } = explanationSchema.parse(JSON.parse(run.stdout));
    expect(place?.terms.reduce((sum, { points }) => sum + points, 0)).toBe(pair?.points);
    const other = alternatives[0]?.team ?? '';
    const words = await ask('--participant', pair?.participant ?? '', '--team', other);
    expect(words.stdout).toContain(`${other}: `);
  });

  test('tells who has no place why, and refuses whom nobody knows', async () => {
    const proposal = proposalSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
    const unplaced = 'unplaced' in proposal ? proposal.unplaced[0] : undefined;
    const run = await ask('--participant', unplaced?.participant ?? '');
    expect(run.stdout).toContain(unplaced?.reason.en);
    const nobody = await ask('--participant', 'nobody');
    expect(nobody).toMatchObject({ code: 2, stdout: '' });
    expect(nobody.stderr).toContain('nobody is not in participants.csv');
  });
});

describe('check', () => {
  test('tells what a region holds', async () => {
    const run = await runCli(['check', region, '--json']);
    expect(run.code, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'read', rows: { participants: 93 } });
  });

  test('tells every error of a broken folder, with its place, and ends with 2', async () => {
    const folder = copy('broken');
    rmSync(join(folder, 'units.csv'));
    writeFileSync(join(folder, 'areas.csv'), 'name,lat,lon\nFarsta,north,18.1\n');
    const run = await runCli(['check', folder, '--json', '--lang', 'en']);
    expect(run.code).toBe(2);
    const { errors } = JSON.parse(run.stdout);
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ file: 'units.csv' }),
        expect.objectContaining({ file: 'areas.csv', row: 2, column: 'lat', value: 'north' }),
      ]),
    );
    expect(run.stderr).toContain('areas.csv, row 2, column lat');
  });
});
