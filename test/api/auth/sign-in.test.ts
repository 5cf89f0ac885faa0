import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { whoAnswer } from '../../../src/api/auth/who.ts';
import { defaultLimits } from '../../../src/api/protection.ts';
import { failures } from '../../../src/errors.ts';
import { hashPassword } from '../../../src/store/users/password.ts';
import { addUser, disableUser } from '../../../src/store/users/users.ts';
import { openTestService, type TestService } from '../test-service.ts';

const limits = { ...defaultLimits, signInsPerMinute: 1_000, maxEventLoopDelayMs: 0 };
const service = await openTestService({ limits });
const secure = await openTestService({ limits: { ...limits, signInsPerMinute: 3 }, secureCookies: true });
const password = 'fyra granar vid vägen';
const passwordHash = await hashPassword(password);
const minute = 60_000;

let users = 0;
async function newUser({ store, now }: TestService = service): Promise<{ id: string; login: string }> {
  users++;
  const login = `anna-${users}`;
  const added = await addUser(store.db, { login, name: 'Anna', passwordHash, openId: null }, null, now());
  if (added.status !== 'added') throw new Error(added.status);
  return { id: added.id, login };
}

function signIn(login: string, given: string, { app } = service): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'POST', url: '/v1/sessions', payload: { login, password: given } });
}

/** The cookie as a browser sends it back. */
function cookieOf(answer: LightMyRequestResponse): string {
  const [{ name, value }] = z.array(z.object({ name: z.string(), value: z.string() })).parse(answer.cookies);
  return `${name}=${value}`;
}

async function me(headers: Record<string, string>) {
  return service.app.inject({ method: 'GET', url: '/v1/me', headers });
}

describe('signing in', () => {
  test('gives a session, in a cookie that scripts and other sites do not get', async () => {
    const { id, login } = await newUser();
    const answer = await signIn(login.toUpperCase(), password);
    expect(answer.statusCode).toBe(201);
    const { csrfToken, ...who } = whoAnswer.parse(answer.json());
    expect(who).toEqual({ id, login, name: 'Anna', grants: [], may: [], regions: [] });
    const set = String(answer.headers['set-cookie']);
    expect(set).toMatch(/^resursutbyte=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    const again = await me({ cookie: cookieOf(answer) });
    expect(whoAnswer.parse(again.json())).toEqual({ ...who, csrfToken });
    const stored = await service.store.db.selectFrom('user_sessions').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(cookieOf(answer).split('=')[1]);
  });

  test('over HTTPS the cookie is Secure and bound to the host, and too many tries are turned away', async () => {
    const { login } = await newUser(secure);
    const answer = await signIn(login, password, secure);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-resursutbyte=.*; Secure; SameSite=Strict$/);
    await signIn(login, password, secure);
    await signIn(login, password, secure);
    const fourth = await signIn(login, password, secure);
    expect(fourth.statusCode).toBe(failures.too_often.httpStatus);
    expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('tells a wrong password and an unknown name in the same words', async () => {
    const { login } = await newUser();
    const [wrong, unknown] = [await signIn(login, 'fel'), await signIn('ingen', 'fel')];
    expect(wrong.statusCode).toBe(401);
    expect(wrong.body).toBe(unknown.body);
  });

  test('from the fifth failure in a row the account is locked, each time for longer, and nobody is told', async () => {
    const { id, login } = await newUser();
    // At once: none of them gets round the count.
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn(login, 'fel')));
    expect(new Set(tries.map(({ body }) => body)).size).toBe(1);
    const { failed_sign_ins: counted } = await service.store.db
      .selectFrom('users')
      .select('failed_sign_ins')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(counted).toBe(5);
    const locked = await signIn(login, password);
    expect(locked.body).toBe(tries[0]?.body);
    service.wait(minute + 1);
    expect((await signIn(login, 'fel')).statusCode).toBe(401);
    service.wait(minute + 1);
    expect((await signIn(login, password)).statusCode).toBe(401);
    service.wait(minute);
    expect((await signIn(login, password)).statusCode).toBe(201);
    // From nothing again.
    expect((await signIn(login, 'fel')).statusCode).toBe(401);
    expect((await signIn(login, password)).statusCode).toBe(201);
  });
});

describe('a session', () => {
  test('ends after an hour without a request', async () => {
    const { headers } = await service.signIn();
    service.wait(50 * minute);
    expect((await me(headers)).statusCode).toBe(200);
    service.wait(50 * minute);
    expect((await me(headers)).statusCode).toBe(200);
    service.wait(61 * minute);
    expect((await me(headers)).statusCode).toBe(401);
  });

  test('ends after twelve hours however busy it is', async () => {
    const { headers } = await service.signIn();
    for (let half = 1; half < 24; half++) {
      service.wait(30 * minute);
      expect((await me(headers)).statusCode).toBe(200);
    }
    service.wait(30 * minute);
    expect((await me(headers)).statusCode).toBe(401);
  });

  test('ends when its user signs out, and when they are disabled', async () => {
    const out = await service.signIn();
    const answer = await service.app.inject({
      method: 'DELETE',
      url: '/v1/sessions/current',
      headers: out.headers,
    });
    expect(answer.statusCode).toBe(204);
    expect((await me(out.headers)).statusCode).toBe(401);
    const { id, login } = await newUser();
    const cookie = cookieOf(await signIn(login, password));
    await disableUser(service.store.db, id, null, service.now());
    expect((await me({ cookie })).statusCode).toBe(401);
    expect((await signIn(login, password)).statusCode).toBe(401);
  });

  test('is new at each sign-in, and the one before it ends', async () => {
    const { login } = await newUser();
    const first = cookieOf(await signIn(login, password));
    const second = await service.app.inject({
      method: 'POST',
      url: '/v1/sessions',
      headers: { cookie: first },
      payload: { login, password },
    });
    expect(cookieOf(second)).not.toBe(first);
    expect((await me({ cookie: first })).statusCode).toBe(401);
  });
});

describe('the log', () => {
  const log = async ({ store } = service) =>
    (
      await store.db.selectFrom('audit_log').select(['actor', 'action', 'detail']).orderBy('seq').execute()
    ).filter(({ action }) => action.startsWith('session.'));

  test('tells who came and went, failures and the lock once each, and nothing that was typed', async () => {
    const own = await openTestService({ limits });
    const { id, login } = await newUser(own);
    const came = await signIn(login, password, own);
    const headers = { cookie: cookieOf(came), 'x-csrf-token': whoAnswer.parse(came.json()).csrfToken ?? '' };
    for (const _ of ['out', 'out already'])
      await own.app.inject({ method: 'DELETE', url: '/v1/sessions/current', headers });
    // The last three meet a lock, and the log grows no more.
    for (let go = 0; go < 8; go++) await signIn(login, 'hemligt-fel', own);
    await own.app.close();
    const told = await log(own);
    expect(told.map(({ actor, action }) => [actor, action])).toEqual([
      [id, 'session.start'],
      [id, 'session.end'],
      ...Array.from({ length: 4 }, () => [id, 'session.refused']),
      [id, 'session.locked'],
    ]);
    expect(JSON.stringify(told)).not.toContain('hemligt');
  });

  test('tells of names without an account once a minute, with how many there were and without the names', async () => {
    const own = await openTestService({ limits });
    for (let go = 0; go < 5; go++) await signIn('hemlig-okand', 'hemligt-fel', own);
    own.wait(minute);
    await signIn('hemlig-okand', 'hemligt-fel', own);
    await own.app.close();
    const told = await log(own);
    expect(told).toEqual([
      { actor: null, action: 'session.unknown', detail: { tries: 1 } },
      { actor: null, action: 'session.unknown', detail: { tries: 5 } },
    ]);
  });

  test('tells of a present password that was wrong, when it was to be changed', async () => {
    const { id, login } = await newUser();
    const came = await signIn(login, password);
    const headers = { cookie: cookieOf(came), 'x-csrf-token': whoAnswer.parse(came.json()).csrfToken ?? '' };
    const payload = { current: 'hemligt-fel', next: 'fyra tallar vid vägen' };
    await service.app.inject({ method: 'PUT', url: '/v1/me/password', headers, payload });
    const own = (await log()).filter(({ actor }) => actor === id);
    expect(own.map(({ action }) => action)).toEqual(['session.start', 'session.refused']);
  });
});
