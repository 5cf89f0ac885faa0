/** Against a real provider in this process: its login pages are filled in as a person would. */

import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import type { FastifyInstance } from 'fastify';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../src/api/app.ts';
import { createJobPool } from '../../../src/jobs/pool.ts';
import { addUser } from '../../../src/store/users/users.ts';
import { openTestStore } from '../../store/open-test-store.ts';

const store = await openTestStore();
const pool = createJobPool({ threads: 1, places: 1 });
const publicUrl = new URL('http://127.0.0.1:4999');
let server: Server;
let issuer: URL;
let app: FastifyInstance;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  issuer = new URL(`http://127.0.0.1:${address.port}`);
  const client = { clientId: 'resursutbyte', clientSecret: 'a-secret-of-the-test' };
  const provider = new Provider(issuer.origin, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [new URL('/v1/sessions/openid/callback', publicUrl).href],
      },
    ],
    cookies: { keys: ['of the test'] },
    pkce: { required: () => true },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  });
  server.on('request', provider.callback());
  app = await buildApp({
    store,
    pool,
    clock: () => new Date('2026-03-02T08:00:00Z'),
    secureCookies: false,
    bodyLimitBytes: 1024,
    timeLimitMs: 1_000,
    jobLimitMs: 1_000,
    log: () => {},
    dataDir: tmpdir(),
    openId: { issuer, ...client, publicUrl },
  });
  const openId = { issuer: issuer.origin, subject: 'anna' };
  await addUser(store.db, { login: 'anna', name: 'Anna', passwordHash: null, openId }, null, new Date());
});
afterAll(async () => {
  await app.close();
  await pool.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A browser as far as it matters here: follows redirects and keeps the provider's cookies. */
function browser() {
  const jar = new Map<string, string>();
  return async (url: URL, form?: URLSearchParams): Promise<URL | string> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    return location === null ? answer.text() : new URL(location, url);
  };
}

/** Signs in at the provider, and returns the address that it sends the browser back to. */
async function signInAtProvider(start: URL, subject: string): Promise<URL> {
  const visit = browser();
  let next: URL | string = start;
  for (let step = 0; step < 12; step++) {
    if (typeof next === 'string') throw new Error(next);
    if (next.origin === publicUrl.origin) return next;
    const page: URL | string = await visit(next);
    if (typeof page !== 'string') {
      next = page;
      continue;
    }
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
    const fields = { prompt, ...(prompt === 'login' ? { login: subject, password: 'any' } : {}) };
    next = await visit(new URL(action, next), new URLSearchParams(fields));
  }
  throw new Error('the provider does not come to an end');
}

async function begin(page?: string) {
  const query = page === undefined ? '' : `?page=${encodeURIComponent(page)}`;
  const answer = await app.inject({ method: 'GET', url: `/v1/sessions/openid${query}` });
  expect(answer.statusCode).toBe(303);
  expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
  const [cookie] = String(answer.headers['set-cookie']).split(';', 1);
  return { url: new URL(String(answer.headers.location)), cookie: cookie ?? '' };
}

function comeBack(url: URL, cookie: string) {
  return app.inject({ method: 'GET', url: `${url.pathname}${url.search}`, headers: { cookie } });
}

test('a registered person is signed in, and goes on to the service', async () => {
  const { url, cookie } = await begin();
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  const back = await signInAtProvider(url, 'anna');
  const answer = await comeBack(back, cookie);
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/');
  const session = answer.cookies.find(({ name }) => name === 'resursutbyte');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  const me = await app.inject({
    method: 'GET',
    url: '/v1/me',
    headers: { cookie: `resursutbyte=${session?.value}` },
  });
  expect(me.json()).toMatchObject({ login: 'anna' });
  // The code has been used.
  expect((await comeBack(back, cookie)).statusCode).toBe(401);
  const told = store.db.selectFrom('audit_log').select(['actor', 'detail']);
  expect(await told.where('action', '=', 'session.start').execute()).toEqual([
    { actor: me.json().id, detail: { by: 'openid' } },
  ]);
});

test('whom nobody registered is refused, however well the provider knows them', async () => {
  const { url, cookie } = await begin();
  const answer = await comeBack(await signInAtProvider(url, 'bo'), cookie);
  expect(answer.statusCode).toBe(401);
  expect(answer.cookies.map(({ name }) => name)).not.toContain('resursutbyte');
  expect(answer.body).toContain('inte upplagd här');
});

test('a way back in another browser, or with something changed, signs nobody in', async () => {
  const { url, cookie } = await begin();
  const back = await signInAtProvider(url, 'anna');
  const other = await begin();
  expect((await comeBack(back, '')).statusCode).toBe(401);
  expect((await comeBack(back, 'resursutbyte-openid=e30')).statusCode).toBe(401);
  expect((await comeBack(back, other.cookie)).statusCode).toBe(401);
  const changed = new URL(back);
  changed.searchParams.set('state', 'another');
  expect((await comeBack(changed, cookie)).statusCode).toBe(401);
});

test.each([
  ['/r/farsta-2004/personer?state=waiting&search=p0', '/r/farsta-2004/personer?state=waiting&search=p0'],
  ['/r/å ä/forslag#pairs', '/r/%C3%A5%20%C3%A4/forslag#pairs'],
  ['//evil.example/path', '/'],
  ['https://evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/\n/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['/%2e//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['evil.example', '/'],
  ['', '/'],
  ['/v1/sessions/current', '/'],
  ['/docs', '/'],
  [`/r/${'x'.repeat(2000)}`, '/'],
])('whoever came for %j goes on to %s', async (page, to) => {
  const { url, cookie } = await begin(page);
  const answer = await comeBack(await signInAtProvider(url, 'anna'), cookie);
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe(to);
});

test('a page that is changed in what the browser remembers leads nowhere else either', async () => {
  const { url, cookie } = await begin('/r/x/personer');
  const [name, value = ''] = cookie.split('=');
  const remembered = JSON.parse(Buffer.from(value, 'base64url').toString());
  expect(remembered.page).toBe('/r/x/personer');
  const changed = Buffer.from(JSON.stringify({ ...remembered, page: '//evil.example' })).toString(
    'base64url',
  );
  const answer = await comeBack(await signInAtProvider(url, 'anna'), `${name}=${changed}`);
  expect(answer.headers.location).toBe('/');
});
