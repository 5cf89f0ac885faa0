import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startService } from './start-service.ts';

const parent = mkdtempSync(join(tmpdir(), 'resursutbyte-'));
chmodSync(parent, 0o755);
const folder = join(parent, 'data');
afterAll(() => {
  rmSync(parent, { recursive: true });
});

test('shows the example, serves, says that its port is taken, and stops when asked', async () => {
  const service = startService({ PORT: '0', DATA_DIR: folder });
  const [, address, port] = await service.saying(/(http:\/\/127\.0\.0\.1:(\d+)),/);
  expect(service.said()).toMatch(/Placerade: \d+/);
  expect((await fetch(`${address}/health`)).status).toBe(200);
  expect((await fetch(`${address}/ready`)).status).toBe(200);
  await signInAsShown(address, service.said());
  const second = startService({ PORT: port ?? '', DATA_DIR: folder });
  expect(await second.ended).toBe(2);
  expect(second.said()).toContain(`127.0.0.1:${port} används redan`);
  const beside = startService({ PORT: '0', DATA_DIR: folder });
  expect(await beside.ended).toBe(2);
  expect(beside.said()).toContain('Tjänsten är inte redo');
  expect(beside.said()).toContain('använder redan mappen');
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
  const again = startService({ PORT: '0', DATA_DIR: folder });
  await again.saying(/Lyssnar på/);
  expect(again.said()).not.toContain('Logga in som');
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
});

test('killed with kill -9, it starts again on its folder with everybody who may sign in', async () => {
  const own = { PORT: '0', DATA_DIR: join(parent, 'killed'), DEMO_PASSWORD: 'ett-lösenord-att-minnas' };
  const killed = startService(own);
  await killed.saying(/Lyssnar på/);
  await killed.kill();
  const next = startService(own);
  const [, address] = await next.saying(/Lyssnar på (\S+),/);
  await signIn(address, 'demo', own.DEMO_PASSWORD);
  const beside = startService(own);
  expect(await beside.ended).toBe(2);
  expect(beside.said()).toContain('använder redan mappen');
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

/** Signs in with what a fresh folder's service says. */
async function signInAsShown(address: string | undefined, said: string): Promise<void> {
  const [, login, password] = /Logga in som (\S+) med lösenordet (\S+);/.exec(said) ?? [];
  await signIn(address, login, password);
}

async function signIn(
  address: string | undefined,
  login: string | undefined,
  password: string | undefined,
): Promise<void> {
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
  const service = startService({ PORT: port });
  expect(await service.ended).toBe(2);
  expect(service.said()).toContain('PORT ska vara ett tal');
});
