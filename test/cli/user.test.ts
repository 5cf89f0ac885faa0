import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { signIn } from '../../src/store/users/sign-in.ts';
import { type Ended, scratchFolder } from './run-cli.ts';

const root = join(import.meta.dirname, '..', '..');
const scratch = scratchFolder();
chmodSync(scratch.path('.'), 0o755);
const dataDir = scratch.path('data');
afterAll(scratch.remove);

/** Runs a user command with a line on its standard input. */
function user(args: readonly string[], line = ''): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'src/cli/cli.mjs'), 'user', ...args, '--lang', 'en'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: undefined },
  });
  child.stdin.end(`${line}\n`);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

test('accounts are added, listed, given roles, and shut out', async () => {
  expect(
    await user(['add', 'Anna', '--name', 'Anna', '--role', 'administrator'], 'sju granar vid vägen'),
  ).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('has been added'),
  });
  expect((await user(['add', 'anna'], 'sju granar vid vägen')).stderr).toContain('Exists already');
  expect((await user(['add', 'bo'], 'kort')).code).toBe(2);
  expect(
    (await user(['add', 'bo', '--role', 'officer', '--region', 'none'], 'sju granar vid vägen')).code,
  ).toBe(2);
  const given = await user(['grant', 'anna', '--role', 'planner']);
  const [, id = ''] = /given: (\S+)/.exec(given.stderr) ?? [];
  const { stdout } = await user(['list']);
  // Nothing of whom the role could not be given to.
  expect(stdout).toMatch(/^anna Anna\n {2}\S+ administrator\n {2}\S+ planner\n$/);
  expect((await user(['revoke', id])).code).toBe(0);
  expect((await user(['revoke', id])).code).toBe(2);
  const store = await openStore({ dataDir, join: true });
  if (store.status === 'failed') throw new Error(store.detail.en);
  expect((await signIn(store.db, 'anna', 'sju granar vid vägen', new Date())).status).toBe('signed_in');
  await store.close();
  expect((await user(['disable', 'anna'])).code).toBe(0);
  expect((await user(['list'])).stdout).toContain('anna Anna (disabled)');
});

test.each([
  [['grant', 'anna']],
  [['grant', 'anna', '--role', 'king']],
  [['grant', 'anna', '--role', 'officer', '--district', 'Farsta']],
  [['grant', 'anna', '--role', 'school_supervisor', '--region', 'farsta']],
])('user %j is refused before the store is opened', async (args) => {
  expect(await user(args)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('The role is not well put'),
  });
});
