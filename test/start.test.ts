import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const children: ChildProcess[] = [];
const parent = mkdtempSync(join(tmpdir(), 'resursutbyte-'));
chmodSync(parent, 0o755);
const folder = join(parent, 'data');
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(parent, { recursive: true });
});

/** Starts the service as npm does; what it says is gathered, and awaited word by word. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['src/start.mjs'], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  children.push(child);
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const saying = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(said);
        if (found) resolve(found);
      };
      listeners.add(look);
      look();
      ended.then(() => reject(new Error(`ended without saying ${pattern}: ${said}`)));
    });
  return { child, ended, saying, said: () => said };
}

test('shows the example, serves, says that its port is taken, and stops when asked', async () => {
  const service = start({ PORT: '0', DATA_DIR: folder });
  const [, address, port] = await service.saying(/(http:\/\/127\.0\.0\.1:(\d+)),/);
  expect(service.said()).toMatch(/Placerade: \d+/);
  expect((await fetch(`${address}/health`)).status).toBe(200);
  expect((await fetch(`${address}/ready`)).status).toBe(200);
  await signInAsShown(address, service.said());
  const second = start({ PORT: port ?? '', DATA_DIR: folder });
  expect(await second.ended).toBe(2);
  expect(second.said()).toContain(`127.0.0.1:${port} används redan`);
  const beside = start({ PORT: '0', DATA_DIR: folder });
  expect(await beside.ended).toBe(2);
  expect(beside.said()).toContain('Tjänsten är inte redo');
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  const again = start({ PORT: '0', DATA_DIR: folder });
  await again.saying(/Lyssnar på/);
  expect(again.said()).not.toContain('Logga in som');
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
});

/** Signs in with what a fresh folder's service says. */
async function signInAsShown(address: string | undefined, said: string): Promise<void> {
  const [, login, password] = /Logga in som (\S+) med lösenordet (\S+);/.exec(said) ?? [];
  const answer = await fetch(`${address}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  expect(answer.status).toBe(201);
  const who: unknown = await answer.json();
  expect(who).toMatchObject({ login: 'demo', regions: [{ id: 'farsta-2004' }] });
}

test.each(['http', '70000', '-1'])('PORT=%s is refused', async (port) => {
  const service = start({ PORT: port });
  expect(await service.ended).toBe(2);
  expect(service.said()).toContain('PORT ska vara ett tal');
});
