/** The routes of pairs over a store of their own: from a list to a decision, a pair by hand, and a proposal that follows. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { participant } from '../matching/small-region.ts';
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
const first = Array.from({ length: 6 }, (_, i) => ({ participant: `p00${i}`, team: `t${i % 2}` }));
const proposal = await addProposal(store, added, first);
const officer = await service.signIn({ role: 'officer', region: 'r' });
const ofFarsta = await service.signIn({ role: 'officer', region: 'r', district: 'Farsta' });
const planner = await service.signIn({ role: 'planner', region: 'r' });

async function ask(who: SignedIn, method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) {
  const headers = {
    ...who.headers,
    'accept-language': 'en',
    ...(body && { 'content-type': 'application/json' }),
  };
  const answer = await app.inject({ method, url, headers, ...(body && { payload: JSON.stringify(body) }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}
const base = `/v1/proposals/${proposal}`;
const step = (name: string) => ({ step: name, note: '' });

test('a list has pages and counts, and shows each their own', async () => {
  const page = await ask(officer, 'GET', `${base}/pairs?limit=4&sort=team&descending=true`);
  expect(page).toMatchObject({ status: 200, body: { pairs: { length: 4 }, counts: { proposed: 6 } } });
  const rest = await ask(
    officer,
    'GET',
    `${base}/pairs?limit=4&sort=team&descending=true&after=${page.body.next}`,
  );
  expect(rest).toMatchObject({ status: 200, body: { pairs: { length: 2 }, next: null } });
  expect((await ask(ofFarsta, 'GET', `${base}/pairs`)).body.counts).toEqual({ proposed: 3 });
  expect((await ask(ofFarsta, 'GET', `${base}/unplaced`)).body.counts).toEqual({ seats_worth_more: 3 });
  expect((await ask(planner, 'GET', `${base}/pairs`)).status).toBe(403);
  expect((await ask(officer, 'GET', `${base}/pairs?after=nonsense`)).status).toBe(400);
  const madeUp = (place: readonly unknown[]) => Buffer.from(JSON.stringify(place)).toString('base64url');
  for (const place of [
    ['a\u0000b', 'x'],
    ['x', '\u0000'],
  ])
    expect((await ask(officer, 'GET', `${base}/pairs?after=${madeUp(place)}`)).status).toBe(400);
  const tooLarge = await ask(officer, 'GET', `${base}/pairs?sort=points&after=${madeUp([2 ** 40, 'x'])}`);
  expect(tooLarge.status).toBe(400);
  const noTime = await ask(officer, 'GET', `/v1/regions/r/contests?after=${madeUp(['x', 'y'])}`);
  expect(noTime.status).toBe(400);
  for (const query of ['search=a%00b', 'district=%00', 'unit=%00'])
    expect((await ask(officer, 'GET', `${base}/pairs?${query}`)).status, query).toBe(400);
});

test('a decision answers with the new version, a second one with what the pair has become', async () => {
  const url = `${base}/pairs/p000/decisions`;
  expect(await ask(officer, 'POST', url, { version: 1, step: step('lock') })).toEqual({
    status: 201,
    body: { version: 2, state: { status: 'locked' } },
  });
  expect(await ask(ofFarsta, 'POST', url, { version: 1, step: step('accept') })).toMatchObject({
    status: 409,
    body: {
      code: 'changed_meanwhile',
      detail: expect.stringMatching(
        /^Somebody else was first: User 1 locked the pair \d+ \w+ \d+, \d\d:\d\d\. It is now locked\.$/,
      ),
    },
  });
  const own = await ask(officer, 'POST', url, { version: 1, step: step('accept') });
  expect(own.body.detail).toMatch(/^You were first yourself.*you locked the pair/);
  expect((await ask(officer, 'POST', url, { version: 2, step: step('start') })).body.code).toBe('refused');
  expect(
    (await ask(ofFarsta, 'POST', `${base}/pairs/p001/decisions`, { version: 1, step: step('lock') })).status,
  ).toBe(404);
  const opened = await ask(officer, 'GET', `${base}/pairs/p000`);
  expect(opened).toMatchObject({
    status: 200,
    body: { state: { status: 'locked' }, history: [{ by: 'User 1' }] },
  });
  const many = {
    mode: 'each',
    step: step('accept'),
    pairs: [
      { participant: 'p000', version: 2 },
      { participant: 'p001', version: 1 },
    ],
  };
  expect(await ask(ofFarsta, 'POST', `${base}/decisions`, many)).toMatchObject({
    status: 200,
    body: { outcomes: [{ decided: { version: 3 } }, { failure: { code: 'not_found' } }] },
  });
});

test('a pair by hand is checked, made as it was shown, and changes what places are left', {
  timeout: 60_000,
}, async () => {
  const places = await ask(officer, 'GET', `${base}/places/p006`);
  expect(places.status).toBe(200);
  const left = (team: string) =>
    places.body.places.find((place: { team: string }) => place.team === team)?.teamSeatsLeft;
  expect([left('t0'), left('t2')]).toEqual([0, 3]);
  const to = { team: 't0', sfiGroup: 's1' };
  const check = await ask(officer, 'POST', `${base}/pairs/p006/check`, to);
  expect(check).toMatchObject({
    status: 200,
    body: { verdict: 'possible', displaced: [{ participant: 'p002' }] },
  });
  const url = `${base}/pairs/p006/by-hand`;
  const given = { ...to, version: 0, displaces: [], reason: '' };
  expect((await ask(officer, 'POST', url, given)).body.code).toBe('changed_meanwhile');
  const made = await ask(officer, 'POST', url, { ...given, displaces: ['p002'] });
  expect(made).toEqual({ status: 201, body: { version: 1 } });
  expect((await ask(officer, 'GET', `${base}/pairs/p006`)).body).toMatchObject({
    origin: 'manual',
    state: { status: 'locked' },
  });
  expect((await ask(officer, 'GET', `${base}/pairs/p002`)).body.state).toMatchObject({
    status: 'turned_down',
    reason: 'seat_given',
  });
  const elsewhere = await ask(ofFarsta, 'POST', `${base}/pairs/p007/by-hand`, { ...given, team: 't3' });
  expect(elsewhere.status).toBe(403);
  const hidden = await ask(ofFarsta, 'POST', `${base}/pairs/p001/by-hand`, { ...given, version: 1 });
  expect(hidden.status).toBe(404);
  const nowhere = await ask(officer, 'POST', `/v1/proposals/${randomUUID()}/pairs/p006/by-hand`, given);
  expect(nowhere.status).toBe(404);
});

test('what a new proposal changes is shown before it is kept', { timeout: 60_000 }, async () => {
  const draft = await requestProposal(store, added, proposal);
  const now = [
    ['p000', 't0'],
    ['p001', 't3'],
    ['p003', 't1'],
    ['p004', 't0'],
    ['p005', 't1'],
    ['p006', 't0'],
    ['p002', 't2'],
  ];
  await finishProposal(
    store,
    added,
    draft,
    now.map(([participant, team]) => ({ participant, team })),
  );
  const url = `/v1/proposals/${draft}`;
  const whole = await ask(officer, 'GET', `${url}/difference`);
  expect(whole).toMatchObject({
    status: 200,
    body: {
      format: 'resursutbyte/difference@1',
      changes: [
        { participant: 'p001', kind: 'moved' },
        { participant: 'p002', kind: 'placed' },
      ],
    },
  });
  const part = await ask(ofFarsta, 'GET', `${url}/difference`);
  expect(part.body).toMatchObject({ changes: [{ participant: 'p002' }], totals: null, summary: null });
  expect((await ask(ofFarsta, 'POST', `${url}/keep`)).status).toBe(403);
  expect((await ask(officer, 'POST', `${url}/keep`)).status).toBe(200);
  expect((await ask(officer, 'GET', `${url}/pairs`)).body.counts).toEqual({
    proposed: 5,
    accepted: 1,
    locked: 1,
  });
});

test('answers, objections and held seats', async () => {
  const answer = {
    participant: 'p003',
    answer: 'no',
    team: 't1',
    wishes: [],
    avoids: [],
    answered_on: '2026-02-01',
  };
  expect((await ask(officer, 'POST', `${base}/answers`, answer)).status).toBe(201);
  const contest = await ask(officer, 'POST', `${base}/contests`, {
    participant: 'p003',
    question: 'Varför?',
  });
  expect(contest.status).toBe(201);
  expect((await ask(ofFarsta, 'GET', `/v1/contests/${contest.body.id}`)).status).toBe(404);
  expect((await ask(officer, 'GET', '/v1/regions/r/contests')).body.cases).toHaveLength(1);
  const answered = await ask(officer, 'POST', `/v1/contests/${contest.body.id}/answer`, {
    version: 1,
    answer: 'Därför.',
  });
  expect(answered).toEqual({ status: 200, body: { version: 2 } });
  const held = await ask(officer, 'POST', '/v1/regions/r/held-seats', {
    kind: 'team',
    place: 't3',
    seats: 2,
  });
  expect(held.status).toBe(201);
  expect((await ask(ofFarsta, 'DELETE', `/v1/held-seats/${held.body.id}`)).status).toBe(404);
  expect((await ask(officer, 'DELETE', `/v1/held-seats/${held.body.id}`)).status).toBe(204);
});

test('a person with protected data is matched alone, by the role for it, and takes a seat', {
  timeout: 60_000,
}, async () => {
  const handler = await service.signIn({ role: 'protected_identity_handler', region: 'r' });
  const { id: _, ...person } = participant('x');
  const data = { person, languages: [{ language: 'som', level: 'native' }], sessions: [], extracts: [] };
  expect((await ask(officer, 'POST', '/v1/regions/r/protected-persons', data)).status).toBe(403);
  const made = await ask(handler, 'POST', '/v1/regions/r/protected-persons', data);
  expect(made.status).toBe(201);
  const url = `/v1/protected-persons/${made.body.id}`;
  expect((await ask(officer, 'GET', url)).status).toBe(403);
  expect(await ask(handler, 'GET', url)).toEqual({ status: 200, body: { region: 'r', data, place: null } });
  const ranked = await ask(handler, 'GET', `${url}/places`);
  const t3 = ranked.body.places.find((place: { team: string }) => place.team === 't3');
  expect(t3.teamSeatsLeft).toBe(2);
  expect((await ask(handler, 'POST', `${url}/place`, { team: 't3', sfiGroup: 's1' })).status).toBe(201);
  const again = await ask(handler, 'GET', `${url}/places`);
  expect(again.body.places.find((place: { team: string }) => place.team === 't3').teamSeatsLeft).toBe(1);
  expect((await ask(handler, 'DELETE', `${url}/place`)).status).toBe(204);
});
