/** What officers see before they decide: what waits for them, which seats are left, what has been answered, and their own account. */
import { expect, test } from 'vitest';
import { hashPassword } from '../../src/store/users/password.ts';
import {
  addProposal,
  addRegion,
  finishProposal,
  requestProposal,
  twoDistricts,
} from '../store/proposals/standing-region.ts';
import { openTestService, type SignedIn } from './test-service.ts';

const service = await openTestService();
const { app, store } = service;
const added = await addRegion(store, 'r', twoDistricts(9));
const pairs = Array.from({ length: 6 }, (_, i) => ({ participant: `p00${i}`, team: `t${i % 2}` }));
const proposal = await addProposal(store, added, pairs);
const officer = await service.signIn({ role: 'officer', region: 'r' });
const ofFarsta = await service.signIn({ role: 'officer', region: 'r', district: 'Farsta' });
const school = await service.signIn({ role: 'school_supervisor', region: 'r', teams: ['t0'] });
const planner = await service.signIn({ role: 'planner', region: 'r' });
const administrator = await service.signIn({ role: 'administrator', region: 'r' });
const base = `/v1/proposals/${proposal}`;

async function ask(who: SignedIn, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) {
  const headers = { ...who.headers, ...(body && { 'content-type': 'application/json' }) };
  const answer = await app.inject({ method, url, headers, ...(body && { payload: JSON.stringify(body) }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}
const waitingOf = async (who: SignedIn) => (await ask(who, 'GET', '/v1/me/waiting')).body.regions;

test('what waits for somebody is what they themselves may deal with', async () => {
  expect(await waitingOf(officer)).toEqual([
    {
      ...{ region: 'r', name: expect.any(String), proposal, undecided: 6, unconfirmed: 0 },
      ...{ drafts: [], contests: 0, failed: [], uploads: [] },
    },
  ]);
  expect(await waitingOf(ofFarsta)).toMatchObject([{ undecided: 3 }]);
  expect(await waitingOf(planner)).toMatchObject([{ undecided: 0, drafts: [] }]);
  await ask(officer, 'POST', `${base}/pairs/p000/decisions`, {
    version: 1,
    step: { step: 'accept', note: '' },
  });
  await ask(officer, 'POST', `${base}/contests`, { participant: 'p001', question: 'Varför?' });
  const draft = await requestProposal(store, added, proposal);
  await finishProposal(store, added, draft, pairs);
  await store.db
    .insertInto('jobs')
    .values({ kind: 'propose', proposal: draft, created_by: officer.userId })
    .execute();
  await store.db
    .updateTable('jobs')
    .set({ state: 'failed', ended_at: service.now(), failure: '{}' })
    .execute();
  expect(await waitingOf(officer)).toMatchObject([
    { undecided: 5, contests: 1, drafts: [{ proposal: draft }], failed: [{ kind: 'propose' }] },
  ]);
  expect(await waitingOf(ofFarsta)).toMatchObject([{ undecided: 2, contests: 0, drafts: [], failed: [] }]);
  expect(await waitingOf(school)).toMatchObject([{ undecided: 0, unconfirmed: 1 }]);
  expect(await waitingOf(await service.signIn())).toEqual([]);
});

test("a region's proposals are listed the newest first, page by page, with how each stands", async () => {
  const result = { placed: 6, unplaced: 3, objective: 10, bound: 12 };
  await store.db
    .updateTable('proposals')
    .set({ summary: JSON.stringify(result) })
    .execute();
  const { body } = await ask(planner, 'GET', '/v1/regions/r/proposals');
  expect(body).toMatchObject([
    { result, standing: 'draft', status: 'proposed', regionVersion: 1, policy: 1 },
    { id: proposal, standing: 'standing' },
  ]);
  const [draft] = body;
  const first = await ask(planner, 'GET', '/v1/regions/r/proposals?limit=1');
  expect(first.body).toEqual([draft]);
  const next = await ask(planner, 'GET', `/v1/regions/r/proposals?limit=1&before=${draft.id}`);
  expect(next.body).toMatchObject([{ id: proposal }]);
  expect((await ask(school, 'GET', '/v1/regions/r/proposals')).status).toBe(403);
});

test('seats are told as they are now, to each their own places', async () => {
  await ask(officer, 'POST', '/v1/regions/r/held-seats', { kind: 'team', place: 't2', seats: 2 });
  const seats = await ask(officer, 'GET', '/v1/regions/r/seats');
  expect(seats.body.seats).toEqual([
    { kind: 'team', place: 't0', seats: 3, held: 0, taken: 3, left: 0 },
    { kind: 'team', place: 't1', seats: 3, held: 0, taken: 3, left: 0 },
    { kind: 'team', place: 't2', seats: 3, held: 2, taken: 0, left: 1 },
    { kind: 'team', place: 't3', seats: 3, held: 0, taken: 0, left: 3 },
  ]);
  const placesOf = async (who: SignedIn, query: string) => {
    const { body } = await ask(who, 'GET', `/v1/regions/r/seats?${query}`);
    return body.seats.map(({ place }: { place: string }) => place);
  };
  expect(await placesOf(officer, 'onlyFree=true&limit=1')).toEqual(['t2']);
  expect(await placesOf(officer, 'onlyFree=true&after=t2')).toEqual(['t3']);
  expect(await placesOf(ofFarsta, '')).toEqual(['t0', 't2']);
  expect(await placesOf(ofFarsta, 'kind=sfi_group')).toEqual(['s1']);
  const held = await ask(officer, 'GET', '/v1/regions/r/held-seats');
  expect(held.body.held).toMatchObject([{ kind: 'team', place: 't2', seats: 2, own: [{ seats: 2 }] }]);
  const others = await ask(ofFarsta, 'GET', '/v1/regions/r/held-seats');
  expect(others.body.held).toEqual([{ kind: 'team', place: 't2', seats: 2, own: [] }]);
  expect((await ask(planner, 'GET', '/v1/regions/r/held-seats')).status).toBe(403);
});

test('answers are read back, the latest first, and only by whoever may record them', async () => {
  const given = { participant: 'p001', wishes: ['u1'], avoids: [], answered_on: '2026-03-01' };
  for (const answer of ['no', 'yes']) await ask(officer, 'POST', `${base}/answers`, { ...given, answer });
  const read = await ask(officer, 'GET', `${base}/answers/p001`);
  expect(read.body.answers).toMatchObject([
    { proposal, by: 'User 1', answer: { answer: 'yes', wishes: ['u1'] } },
    { answer: { answer: 'no' } },
  ]);
  expect((await ask(ofFarsta, 'GET', `${base}/answers/p001`)).status).toBe(404);
  expect((await ask(school, 'GET', `${base}/answers/p000`)).status).toBe(403);
  const log = await store.db
    .selectFrom('audit_log')
    .select('subject')
    .where('action', '=', 'participant.read')
    .where('actor', '=', officer.userId)
    .execute();
  expect(log).toEqual([{ subject: 'p001' }]);
});

test('whoever administers a region says how long things are kept', async () => {
  const url = '/v1/regions/r/retention';
  expect((await ask(administrator, 'GET', url)).body).toEqual({ persons: 24, proposals: 60, versions: 60 });
  const limits = { persons: 12, proposals: 24, versions: 36 };
  expect(await ask(administrator, 'PUT', url, limits)).toEqual({ status: 200, body: limits });
  expect((await ask(administrator, 'GET', url)).body).toEqual(limits);
  expect((await ask(administrator, 'PUT', url, { ...limits, persons: 0 })).status).toBe(400);
  expect((await ask(officer, 'GET', url)).status).toBe(403);
  expect((await ask(administrator, 'GET', '/v1/regions/elsewhere/retention')).status).toBe(404);
});

test('a password is changed by whoever knows it, and other sessions end', async () => {
  const { userId, headers } = await service.signIn();
  const before = 'den gamla frasen';
  const after = 'en helt ny fras';
  await store.db
    .updateTable('users')
    .set({ password_hash: await hashPassword(before) })
    .where('id', '=', userId)
    .execute();
  const { login } = await store.db
    .selectFrom('users')
    .select('login')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const signIn = async (password: string) =>
    app.inject({ method: 'POST', url: '/v1/sessions', payload: { login, password } });
  const elsewhere = (await signIn(before)).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const change = (current: string, next: string) =>
    ask({ userId, headers }, 'PUT', '/v1/me/password', { current, next });
  expect((await change('fel', after)).status).toBe(409);
  expect((await change(before, 'kort')).status).toBe(400);
  expect((await change(before, after)).status).toBe(204);
  expect((await signIn(before)).statusCode).toBe(401);
  expect((await signIn(after)).statusCode).toBe(201);
  const me = (cookie: string) => app.inject({ url: '/v1/me', headers: { cookie } });
  expect((await me(elsewhere)).statusCode).toBe(401);
  expect((await me(headers.cookie)).statusCode).toBe(200);
});
