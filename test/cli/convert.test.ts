import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { recordingTerminal } from './recording-terminal.ts';
import { scratchFolder } from './run-cli.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const example = join(import.meta.dirname, '..', '..', 'data', 'farsta-2004');

const ofFollowup: ReadonlySet<string> = new Set(['outcomes.csv', 'commitments.csv', 'followup.json']);

async function cli(...args: readonly string[]) {
  const { terminal, written } = recordingTerminal({ lang: 'en', watched: false });
  return { code: await run(args, terminal), ...written() };
}

describe('convert', () => {
  test('goes from folder to workbook to zip to folder, and the files are the same', async () => {
    const [workbook, zip, folder] = ['a.xlsx', 'a.zip', 'folder'].map(scratch.path);
    for (const [from, to] of [
      [example, workbook],
      [workbook, zip],
      [zip, folder],
    ])
      expect(await cli('convert', from, '--out', to)).toMatchObject({ code: 0, result: '' });
    const ofRegion = readdirSync(example).filter((file) => !ofFollowup.has(file));
    expect(readdirSync(folder)).toEqual(ofRegion);
    for (const name of ofRegion.filter((file) => file.endsWith('.csv')))
      expect(readFileSync(join(folder, name), 'utf8'), name).toBe(readFileSync(join(example, name), 'utf8'));
    const summary = async (path: string) => (await cli('check', path, '--json')).result;
    expect(await summary(workbook)).toBe(await summary(example));
    const renamed = scratch.path('workbook-without-ending');
    cpSync(workbook, renamed);
    expect(await summary(renamed)).toBe(await summary(example));
  });

  test('says which files beside the region do not come along', async () => {
    const { note } = await cli('convert', example, '--out', scratch.path('noted.zip'));
    for (const file of ofFollowup) expect(note).toContain(file);
  });

  test('writes nothing where the region has errors, or the folder something in it', async () => {
    const broken = scratch.path('broken.xlsx');
    writeFileSync(broken, readFileSync(scratch.path('a.xlsx')).subarray(0, 5000));
    const refused = await cli('convert', broken, '--out', scratch.path('never.zip'));
    expect(refused).toMatchObject({ code: 2, result: '' });
    expect(refused.note).toContain('not an Excel workbook');
    expect(existsSync(scratch.path('never.zip'))).toBe(false);
    const full = scratch.path('full');
    mkdirSync(join(full, 'x'), { recursive: true });
    expect((await cli('convert', example, '--out', full)).code).toBe(2);
    expect((await cli('convert', example, '--out', 'nowhere/a.xlsx')).code).toBe(2);
  });
});

test('template writes a workbook that lacks only what is to be filled in', async () => {
  const out = scratch.path('template.xlsx');
  expect(await cli('template', '--out', out)).toMatchObject({ code: 0, result: '' });
  const checked = await cli('check', out);
  expect(checked.code).toBe(2);
  expect(checked.note).toContain('template.xlsx has 3 errors.');
  expect((await cli('template', '--out', 'nowhere/template.xlsx')).code).toBe(2);
});
