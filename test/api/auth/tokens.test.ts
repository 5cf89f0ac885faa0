import { expect, test } from 'vitest';
import { z } from 'zod';
import { openTestService } from '../test-service.ts';

const service = await openTestService();
const { app, store } = service;
const administrator = await service.signIn({ role: 'administrator' });
const day = 24 * 60 * 60_000;
const created = z.object({ id: z.uuid(), secret: z.string() });

async function makeToken(
  actions: readonly string[],
  headers: Record<string, string> = administrator.headers,
) {
  return app.inject({
    method: 'POST',
    url: '/v1/tokens',
    headers,
    payload: { name: 'Prometheus', actions, days: 30 },
  });
}

async function status(url: string, secret: string, method: 'GET' | 'DELETE' = 'GET') {
  return (await app.inject({ method, url, headers: { authorization: `Bearer ${secret}` } })).statusCode;
}

test('a token may do what it is for, and no more than that', async () => {
  const { secret } = created.parse((await makeToken(['service.metrics'])).json());
  expect(await status('/metrics', secret)).toBe(200);
  expect(await status('/v1/users', secret)).toBe(403);
  expect(await status('/v1/me', secret)).toBe(200);
  expect(await status('/metrics', `${secret}x`)).toBe(401);
  const stored = await store.db.selectFrom('api_tokens').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(secret);
});

test('a token never gives what its user lacks, however it is named', async () => {
  const planner = await service.signIn({ role: 'planner' });
  const { secret } = created.parse((await makeToken(['users.manage'], planner.headers)).json());
  expect(await status('/v1/users', secret)).toBe(403);
});

test('a token that may make tokens makes none that may more', async () => {
  const { secret } = created.parse((await makeToken(['tokens.own'])).json());
  const bearer = { authorization: `Bearer ${secret}` };
  expect((await makeToken(['users.manage'], bearer)).statusCode).toBe(403);
  expect((await makeToken(['tokens.own'], bearer)).statusCode).toBe(201);
});

test('a token ends when it expires, and when it is revoked', async () => {
  const { id, secret } = created.parse((await makeToken(['service.metrics'])).json());
  const stranger = await service.signIn({ role: 'planner' });
  const revoke = (headers: Record<string, string>) =>
    app.inject({ method: 'DELETE', url: `/v1/tokens/${id}`, headers });
  expect((await revoke(stranger.headers)).statusCode).toBe(404);
  expect(await status('/metrics', secret)).toBe(200);
  expect((await revoke(administrator.headers)).statusCode).toBe(204);
  expect(await status('/metrics', secret)).toBe(401);
  const other = created.parse((await makeToken(['service.metrics'])).json());
  service.wait(30 * day);
  expect(await status('/metrics', other.secret)).toBe(401);
});
