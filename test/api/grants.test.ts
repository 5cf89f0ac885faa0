import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Grant } from '../../src/domain/access/grants.ts';
import { openTestService } from './test-service.ts';

const service = await openTestService({}, async ({ db }) => {
  await db
    .insertInto('regions')
    .values([
      { id: 'farsta', name: 'Farsta' },
      { id: 'malmo', name: 'Malmö' },
    ])
    .execute();
});
const { app, store } = service;
const whole = await service.signIn({ role: 'administrator' });
const inDistrict: Grant = { role: 'administrator', region: 'farsta', district: 'Hökarängen' };
const local = await service.signIn(inDistrict);
const somebody = await service.signIn();
const { login } = await store.db
  .selectFrom('users')
  .select('login')
  .where('id', '=', somebody.userId)
  .executeTakeFirstOrThrow();

type Headers = Record<string, string>;
async function give(grant: Grant, headers: Headers, to = login) {
  return app.inject({ method: 'POST', url: '/v1/grants', headers, payload: { login: to, grant } });
}
async function revoke(id: string, headers: Headers) {
  return (await app.inject({ method: 'DELETE', url: `/v1/grants/${id}`, headers })).statusCode;
}
async function listed(headers: Headers): Promise<readonly string[]> {
  const answer = await app.inject({ method: 'GET', url: '/v1/grants', headers });
  return z
    .array(z.object({ id: z.string() }))
    .parse(answer.json())
    .map(({ id }) => id);
}
const made = z.object({ id: z.uuid() });

describe('who looks after a district', () => {
  test('gives roles within it, and nothing wider or elsewhere', async () => {
    const { region, district } = inDistrict;
    const within: Grant = { role: 'officer', region: 'farsta', district: 'Hökarängen', principal: 'Staden' };
    expect((await give(within, local.headers)).statusCode).toBe(201);
    const refused: readonly Grant[] = [
      { role: 'officer' },
      { role: 'officer', region: 'farsta' },
      { role: 'officer', region: 'farsta', district: 'Sköndal' },
      { role: 'officer', region: 'malmo', district: 'Hökarängen' },
      { role: 'school_supervisor', region: 'farsta', teams: ['t1'] },
    ];
    for (const grant of refused) expect((await give(grant, local.headers)).statusCode).toBe(403);
    const supervisor: Grant = {
      role: 'school_supervisor',
      region: 'farsta',
      district: 'Hökarängen',
      teams: ['t1'],
    };
    expect((await give(supervisor, local.headers)).statusCode).toBe(201);
    expect([region, district]).toEqual(['farsta', 'Hökarängen']);
  });

  test('sees and takes back the roles within it, and finds no others', async () => {
    const inside = made.parse((await give({ ...inDistrict, role: 'officer' }, whole.headers)).json()).id;
    const outside = made.parse((await give({ role: 'planner', region: 'malmo' }, whole.headers)).json()).id;
    const seen = await listed(local.headers);
    expect(seen).toContain(inside);
    expect(seen).not.toContain(outside);
    expect(await listed(whole.headers)).toEqual(expect.arrayContaining([inside, outside]));
    expect(await revoke(outside, local.headers)).toBe(404);
    expect(await revoke(inside, local.headers)).toBe(204);
    expect(await revoke(inside, local.headers)).toBe(404);
    expect(await listed(local.headers)).not.toContain(inside);
  });

  test('does not see the list of all users', async () => {
    const users = await app.inject({ method: 'GET', url: '/v1/users', headers: local.headers });
    expect(users.statusCode).toBe(403);
  });
});

test('the log says who gave and took which role', async () => {
  const { id } = made.parse((await give({ role: 'planner', region: 'malmo' }, whole.headers)).json());
  await revoke(id, whole.headers);
  const entries = await store.db
    .selectFrom('audit_log')
    .select(['actor', 'region', 'detail'])
    .where('action', '=', 'grants.manage')
    .orderBy('seq', 'desc')
    .limit(2)
    .execute();
  const entry = (did: string) => ({
    actor: whole.userId,
    region: 'malmo',
    detail: { did, grant: id, role: 'planner', user: somebody.userId },
  });
  expect(entries).toEqual([entry('revoke'), entry('give')]);
});

test('nobody gives themselves a role', async () => {
  const own = await app.inject({ method: 'GET', url: '/v1/me', headers: whole.headers });
  const me = z.object({ login: z.string() }).parse(own.json()).login;
  expect((await give({ role: 'officer' }, whole.headers, me)).statusCode).toBe(403);
});

test('a role counts from the next request, and no longer once it is taken back', async () => {
  const person = await service.signIn();
  const [{ login: name }] = await store.db
    .selectFrom('users')
    .select('login')
    .where('id', '=', person.userId)
    .execute();
  const ask = async () =>
    (await app.inject({ method: 'GET', url: '/v1/users', headers: person.headers })).statusCode;
  expect(await ask()).toBe(403);
  const { id } = made.parse((await give({ role: 'administrator' }, whole.headers, name)).json());
  expect(await ask()).toBe(200);
  expect(await revoke(id, whole.headers)).toBe(204);
  expect(await ask()).toBe(403);
});

test('a role in a region that is not there, or without the region that its limits need, is refused', async () => {
  expect((await give({ role: 'officer', region: 'ingenstans' }, whole.headers)).statusCode).toBe(404);
  expect((await give({ role: 'officer', district: 'Hökarängen' }, whole.headers)).statusCode).toBe(400);
  expect((await give({ role: 'officer' }, whole.headers, 'ingen')).statusCode).toBe(404);
});

test('users are added once, listed with their roles, and shut out by somebody else', async () => {
  const add = () =>
    app.inject({
      method: 'POST',
      url: '/v1/users',
      headers: whole.headers,
      payload: { login: 'Ny', name: 'Ny', password: 'tolv tecken minst' },
    });
  const { id } = made.parse((await add()).json());
  expect((await add()).statusCode).toBe(409);
  const users = await app.inject({ method: 'GET', url: '/v1/users', headers: whole.headers });
  expect(users.body).not.toContain('scrypt');
  expect(users.json()).toContainEqual({
    id,
    login: 'ny',
    name: 'Ny',
    disabled: false,
    openId: false,
    grants: [],
  });
  const shut = async (user: string) =>
    (await app.inject({ method: 'DELETE', url: `/v1/users/${user}`, headers: whole.headers })).statusCode;
  expect(await shut(id)).toBe(204);
  expect(await shut(id)).toBe(404);
  expect(await shut(whole.userId)).toBe(403);
});
