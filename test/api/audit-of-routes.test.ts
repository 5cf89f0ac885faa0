/**
 * What the audit log tells of each route, held against the table that says it: every route that leaves entries is asked once as it would be in a day's
 * work, by one who may see everybody. That nothing else is told of is held against random questions too (routes-fuzz.test.ts).
 */
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { auditOfRoutes } from '../../src/api/audit-of-routes.ts';
import { csrfToken, sessionCookie } from '../../src/api/auth/cookie.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { starterIndicators } from '../../src/followup/indicators/starter.ts';
import { createJobPool } from '../../src/jobs/pool.ts';
import { hashPassword } from '../../src/store/users/password.ts';
import { startSession } from '../../src/store/users/sessions.ts';
import { addUser } from '../../src/store/users/users.ts';
import { workOn } from '../jobs/queue/with-region.ts';
import { participant } from '../matching/small-region.ts';
import { addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { freshEntries } from './fresh-entries.ts';
import { openTestService } from './test-service.ts';

const service = await openTestService({
  limits: { requestsPerMinute: 1e6, signInsPerMinute: 1e6, maxEventLoopDelayMs: 0 },
});
const { app, store } = service;
await app.ready();
const content = twoDistricts(15);
await addRegion(store, 'r', content);
const reader = await service.signIn(
  ...(['officer', 'planner', 'administrator', 'evaluator', 'protected_identity_handler'] as const).map(
    (role) => ({ role }),
  ),
);
const login = 'walker';
const password = 'a long enough password';
const passwordHash = await hashPassword(password);
const walker = await addUser(store.db, { login, name: login, passwordHash, openId: null }, null, new Date());
const pool = createJobPool({ threads: 1, places: 1 });
const worker = await workOn(store, pool);
afterAll(async () => {
  await worker.close();
  await pool.close();
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const fresh = freshEntries(store);
const asked = new Set<string>();

/** Asks a route with its parameters in place, and holds the entries that its answer left against the table; the answer's JSON, or null. */
async function ask(
  method: Method,
  route: string,
  parameters: Readonly<Record<string, string>> = {},
  payload?: object | Buffer,
): Promise<unknown> {
  const url = Object.entries(parameters).reduce(
    (path, [name, value]) => path.replace(`:${name}`, value),
    route,
  );
  await fresh(self);
  const type = Buffer.isBuffer(payload) ? 'application/zip' : 'application/json';
  const answer = await app.inject({
    ...{ method, url: url.includes('?') ? url : url + (queries[route] ?? '') },
    headers: { ...headers, ...(payload && { 'content-type': type }) },
    ...(payload && { payload: Buffer.isBuffer(payload) ? payload : JSON.stringify(payload) }),
  });
  const name = `${method} ${route}`;
  expect(answer.statusCode, `${name}: ${answer.body.slice(0, 300)}`).toBeLessThan(300);
  const audit = auditOfRoutes[name];
  const told = await fresh(self);
  if (audit.writes === 'nothing') {
    expect(told, name).toEqual([]);
    // Who is named is told of.
    expect(/\bp0\d\d\b/.test(answer.body), name).toBe(false);
  } else {
    expect(told.length, name).toBeGreaterThan(0);
    expect(audit.entries, name).toEqual(expect.arrayContaining([...told]));
  }
  asked.add(name);
  return answer.headers['content-type']?.toString().includes('json') ? answer.json() : null;
}
let self = reader.userId;
let headers: Record<string, string> = reader.headers;
const queries: Readonly<Record<string, string>> = {
  '/v1/regions/:region/versions/:number/difference': '?from=1',
};

const idOf = (answer: unknown): string => z.object({ id: z.coerce.string() }).parse(answer).id;
const region = 'r';

async function untilDone(job: string): Promise<void> {
  await app.inject({ url: `/v1/jobs/${job}/events`, headers });
}

test('of every route it is said what the log tells of it, and of no other', () => {
  const all = app.doors
    .filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/docs'))
    .map(({ method, url }) => `${method} ${url}`);
  expect(Object.keys(auditOfRoutes).toSorted()).toEqual(all.toSorted());
});

let standing = '';

test('seats, policies, retention and versions', async () => {
  const held = idOf(
    await ask('POST', '/v1/regions/:region/held-seats', { region }, { kind: 'team', place: 't3', seats: 1 }),
  );
  await ask('DELETE', '/v1/held-seats/:id', { id: held });
  await ask('POST', '/v1/regions/:region/policies', { region }, { policy: defaultPolicy, expectedNumber: 1 });
  await ask('PUT', '/v1/regions/:region/retention', { region }, { persons: 60, proposals: 60, versions: 60 });
  const { upload } = z
    .object({ upload: z.string() })
    .parse(await ask('POST', '/v1/regions/:region/uploads', { region }, content));
  await ask('POST', '/v1/regions/:region/versions', { region }, { upload, expectedVersion: 1 });
  const of = { region, number: '2' };
  await ask('GET', '/v1/regions/:region/versions/:number/difference', of);
  await ask('GET', '/v1/regions/:region/versions/:number/export', of);
});

test('a proposal, from asking to keeping', async () => {
  const job = z.object({ proposal: z.string(), job: z.string() });
  const first = job.parse(await ask('POST', '/v1/regions/:region/proposals', { region }, {}));
  await untilDone(first.job);
  const { proposal: id, job: next } = job.parse(
    await ask('POST', '/v1/regions/:region/proposals', { region }, { seed: 2 }),
  );
  await untilDone(next);
  await ask('GET', '/v1/regions/:region/proposals', { region });
  await ask('GET', '/v1/proposals/:id', { id });
  await ask('GET', '/v1/proposals/:id/proof', { id });
  await ask('GET', '/v1/proposals/:id/unplaced', { id });
  await ask('GET', '/v1/proposals/:id/told', { id });
  await ask('GET', '/v1/proposals/:id/difference', { id });
  await ask('POST', '/v1/proposals/:id/keep', { id });
  const cancelled = job.parse(await ask('POST', '/v1/regions/:region/proposals', { region }, {}));
  await ask('POST', '/v1/jobs/:id/cancel', { id: cancelled.job }, {});
  await untilDone(cancelled.job);
  standing = id;
});

test('pairs, answers and contests', async () => {
  const id = standing;
  const { pairs } = z
    .object({ pairs: z.array(z.object({ participant: z.string(), version: z.int(), team: z.string() })) })
    .parse(await ask('GET', '/v1/proposals/:id/pairs', { id }));
  const [one, two, three] = pairs;
  const of = { id, participant: one.participant };
  await ask('GET', '/v1/proposals/:id/pairs/:participant', of);
  await ask('GET', '/v1/proposals/:id/pairs/:participant/why', of);
  await ask('GET', '/v1/proposals/:id/pairs/:participant/why-not/:team', { ...of, team: two.team });
  await ask('GET', '/v1/proposals/:id/pairs/:participant/page', of);
  await ask('GET', '/v1/proposals/:id/places/:participant', of);
  await ask('POST', '/v1/proposals/:id/pairs/:participant/decisions', of, {
    version: one.version,
    step: { step: 'lock' },
  });
  await ask(
    'POST',
    '/v1/proposals/:id/decisions',
    { id },
    {
      ...{ mode: 'each', step: { step: 'accept' } },
      pairs: [{ participant: two.participant, version: two.version }],
    },
  );
  const four = pairs[3];
  await ask(
    'POST',
    '/v1/proposals/:id/pairs/:participant/decisions',
    { id, participant: four.participant },
    { version: four.version, step: { step: 'turn_down', by: 'officer', reason: 'other', note: 'x' } },
  );
  const placed = new Set(pairs.map((pair) => pair.participant));
  const unplaced = content.participants.find((row) => !placed.has(row.id))?.id ?? '';
  const free = { id, participant: unplaced };
  await ask('POST', '/v1/proposals/:id/pairs/:participant/check', free, { team: three.team, sfiGroup: 's1' });
  await ask('POST', '/v1/proposals/:id/pairs/:participant/by-hand', free, {
    ...{ team: three.team, sfiGroup: 's1', version: 0, displaces: [three.participant], reason: '' },
  });
  await ask(
    'POST',
    '/v1/proposals/:id/answers',
    { id },
    {
      ...{ participant: one.participant, answer: 'yes', wishes: [], avoids: [], answered_on: '2026-03-01' },
    },
  );
  await ask('GET', '/v1/proposals/:id/answers/:participant', of);
  const contest = idOf(
    await ask(
      'POST',
      '/v1/proposals/:id/contests',
      { id },
      { participant: one.participant, question: 'Varför?' },
    ),
  );
  await ask('GET', '/v1/regions/:region/contests', { region });
  await ask('GET', '/v1/contests/:id', { id: contest });
  await ask('POST', '/v1/contests/:id/answer', { id: contest }, { version: 1, answer: 'Så är det.' });
});

test('a person with a protected identity', async () => {
  const { id: _, ...person } = participant('x');
  const languages = [{ language: 'som', level: 'native' }];
  const data = { person, languages, sessions: [], extracts: [] };
  const id = idOf(await ask('POST', '/v1/regions/:region/protected-persons', { region }, data));
  await ask('GET', '/v1/protected-persons/:id', { id });
  const { places } = z
    .object({ places: z.array(z.object({ team: z.string(), sfiGroup: z.string() })) })
    .parse(await ask('GET', '/v1/protected-persons/:id/places', { id }));
  await ask(
    'POST',
    '/v1/protected-persons/:id/place',
    { id },
    { team: places[0].team, sfiGroup: places[0].sfiGroup },
  );
  await ask('DELETE', '/v1/protected-persons/:id/place', { id });
});

test('scenarios', async () => {
  const scenario = {
    format: 'resursutbyte/scenario@1',
    name: { sv: 'Allt som det är', en: 'As it is' },
    edits: [],
  };
  const id = idOf(await ask('POST', '/v1/regions/:region/scenarios', { region }, { scenario }));
  await ask('POST', '/v1/scenarios/:id/versions', { id }, { scenario, expectedNumber: 1 });
  const asked = z.object({ run: z.string(), job: z.string() });
  const { run, job } = asked.parse(
    await ask('POST', '/v1/regions/:region/scenario-runs', { region }, { kind: 'run', scenarios: [{ id }] }),
  );
  await untilDone(job);
  await ask('GET', '/v1/scenario-runs/:id/result', { id: run });
  await ask('GET', '/v1/scenario-runs/:id/table', { id: run });
  await ask('GET', '/v1/scenario-runs/:id/figure', { id: run });
  const again = asked.parse(await ask('POST', '/v1/scenario-runs/:id/repeat', { id: run }, {}));
  await untilDone(again.job);
  await ask('DELETE', '/v1/scenarios/:id', { id });
});

test('follow-up and what was agreed on', async () => {
  const partnership = {
    format: 'resursutbyte/followup@1',
    partners: [{ id: 'board', name: { sv: 'Nämnden', en: 'the board' } }],
    periods: [
      { id: 'one', name: { sv: 'första året', en: 'the first year' }, from: '2025-01-01', to: '2025-12-31' },
    ],
  };
  await ask('PUT', '/v1/regions/:region/partnership', { region }, { partnership, version: 0 });
  await ask(
    'POST',
    '/v1/regions/:region/commitments',
    { region },
    {
      ...{ partner: 'board', period: 'one', kind: 'seats', promised: 4, version: 0 },
    },
  );
  await ask('POST', '/v1/regions/:region/indicators/preview', { region }, starterIndicators[1]);
  await ask('POST', '/v1/regions/:region/indicators', { region }, { ...starterIndicators[0], version: 2 });
  await ask(
    'POST',
    '/v1/regions/:region/followup/learning',
    { region },
    { on: false, decidedBy: 'board', reason: 'x' },
  );
  await ask(
    'POST',
    '/v1/regions/:region/followup/approvals',
    { region },
    {
      ...{ authority: 'A made-up authority', reference: '1', decided_on: '2026-01-01' },
    },
  );
  await ask(
    'POST',
    '/v1/regions/:region/followup/lottery',
    { region },
    {
      ...{ proposal: standing, arms: ['placed', 'unplaced'], outcome: 'self-support', draws: 2 },
    },
  );
  const rows = 'participant,event,on,recorded_by,recorded_on\np005,enrolled,2026-01-02,board,2026-01-02\n';
  const zip = Buffer.from(zipSync({ 'outcomes.csv': strToU8(rows) }));
  await ask('POST', '/v1/regions/:region/followup/imports', { region }, zip);
  await ask('GET', '/v1/regions/:region/followup/export', { region });
});

test('a person of their own', async () => {
  const of = { region, participant: 'p003' };
  await ask('GET', '/v1/regions/:region/participants', { region });
  await ask('GET', '/v1/regions/:region/participants/:participant', of);
  await ask('PUT', '/v1/regions/:region/participants/:participant/contact', of, {
    contact: { name: 'X' },
    version: 0,
  });
  await ask('GET', '/v1/regions/:region/participants/:participant/contact', of);
  await ask('DELETE', '/v1/regions/:region/participants/:participant/contact', of);
  await ask('POST', '/v1/regions/:region/participants/:participant/outcomes', of, {
    ...{ event: 'enrolled', on: '2026-01-01', recorded_by: 'board' },
  });
  await ask('GET', '/v1/regions/:region/participants/:participant/outcomes', of);
  await ask('GET', '/v1/regions/:region/participants/:participant/report', of);
  await ask('GET', '/v1/regions/:region/participants/:participant/log', of);
  await ask('POST', '/v1/regions/:region/participants/:participant/erasure', of, {});
});

test('accounts and sessions', async () => {
  const user = idOf(
    await ask('POST', '/v1/users', {}, { login: 'new', name: 'New', password: 'a long enough one' }),
  );
  const granted = await ask('POST', '/v1/grants', {}, { login: 'new', grant: { role: 'evaluator', region } });
  await ask('DELETE', '/v1/grants/:id', { id: idOf(granted) });
  await ask('DELETE', '/v1/users/:id', { id: user });
  const key = await ask('POST', '/v1/tokens', {}, { name: 'x', actions: ['proposal.pairs'], days: 30 });
  await ask('DELETE', '/v1/tokens/:id', { id: idOf(key) });
  if (walker.status !== 'added') throw new Error(walker.status);
  self = walker.id;
  headers = {};
  await ask('POST', '/v1/sessions', {}, { login: 'walker', password });
  const { token } = await startSession(store.db, walker.id, service.now());
  headers = { cookie: `${sessionCookie(false)}=${token}`, 'x-csrf-token': csrfToken(token) };
  await ask('PUT', '/v1/me/password', {}, { current: password, next: 'another long one' });
  await ask('DELETE', '/v1/sessions/current');
});

test('every route that leaves entries has been walked', () => {
  const writing = Object.entries(auditOfRoutes).filter(([, { writes }]) => writes !== 'nothing');
  expect(writing.map(([name]) => name).filter((name) => !asked.has(name))).toEqual([]);
});
