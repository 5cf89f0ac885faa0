import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { guardRoutes, scope } from '../../src/api/guard.ts';
import { openTestService } from './test-service.ts';

const service = await openTestService({}, async ({ db }) => {
  await db.insertInto('regions').values({ id: 'farsta', name: 'Farsta' }).execute();
});
const { store, now } = service;

/** An app of the guard alone, with a route per kind of access. */
async function guarded() {
  const app = Fastify();
  await app.register((await import('@fastify/cookie')).default);
  guardRoutes(app, { store, clock: now, secureCookies: false });
  app.get('/open', { config: { access: 'public' } }, async () => 'open');
  app.get('/me', { config: { access: 'signed-in' } }, async ({ actor }) => ({ user: actor.userId }));
  app.get('/proposals', { config: { access: 'proposal.pairs' } }, async (request) =>
    scope(request, 'proposal.pairs'),
  );
  app.post('/policy', { config: { access: 'policy.write' } }, async () => 'written');
  return app;
}
const app = await guarded();
const officer = await service.signIn({ role: 'officer', region: 'farsta', district: 'Hökarängen' });
const planner = await service.signIn({ role: 'planner', region: 'farsta' });

async function status(method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) {
  return (await app.inject({ method, url, headers })).statusCode;
}

test('with a route that does not say who may ask, nothing starts', async () => {
  const other = await guarded();
  other.get('/forgotten', async () => 'x');
  await expect(other.ready()).rejects.toThrow(/forgotten does not say who may ask/);
});

test('nobody comes in without a sign-in, but to what is public', async () => {
  expect(await status('GET', '/open')).toBe(200);
  for (const url of ['/me', '/proposals']) expect(await status('GET', url)).toBe(401);
  expect(await status('POST', '/policy')).toBe(401);
  expect(await status('GET', '/me', { cookie: 'resursutbyte=none' })).toBe(401);
  expect(await status('GET', '/nowhere')).toBe(404);
});

test('an action that no grant gives is refused, and one that a grant gives comes with its rows', async () => {
  expect(await status('GET', '/proposals', planner.headers)).toBe(403);
  expect(await status('POST', '/policy', officer.headers)).toBe(403);
  expect(await status('POST', '/policy', planner.headers)).toBe(200);
  const rows = await app.inject({ method: 'GET', url: '/proposals', headers: officer.headers });
  expect(rows.json()).toEqual({
    status: 'some',
    filters: [{ region: 'farsta', district: 'Hökarängen', waiting: true }],
  });
});

describe('a cookie alone', () => {
  const { cookie } = planner.headers;
  test('may read', async () => expect(await status('GET', '/me', { cookie })).toBe(200));
  test('may not write', async () => {
    expect(await status('POST', '/policy', { cookie })).toBe(403);
    expect(await status('POST', '/policy', { cookie, 'x-csrf-token': officer.headers['x-csrf-token'] })).toBe(
      403,
    );
  });
});
