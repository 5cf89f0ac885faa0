import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anna, bo, leaveTrail, words } from '../store/person-trail.ts';
import { openTestService, type SignedIn } from './test-service.ts';

const lines: string[] = [];
const service = await openTestService({ log: (line) => lines.push(line) }, async (store) => {
  await leaveTrail(store, 'r');
  await leaveTrail(store, 'q');
});
const { app, store } = service;
const officer = await service.signIn({ role: 'officer', region: 'r', district: 'Farsta' });
const elsewhere = await service.signIn({ role: 'officer', region: 'r', district: 'Skärholmen' });
const supervisor = await service.signIn({ role: 'school_supervisor', region: 'r', teams: ['t1'] });
const administrator = await service.signIn({ role: 'administrator' });
const ofRegion = await service.signIn({ role: 'administrator', region: 'q' });

async function ask(who: SignedIn, method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, body?: object) {
  const answer = await app.inject({
    method,
    url,
    headers: { ...who.headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, text: answer.body };
}

const person = (part: string, participant = anna) => `/v1/regions/r/participants/${participant}/${part}`;

async function lastEntry() {
  const { action, actor, subject } = await store.db
    .selectFrom('audit_log')
    .selectAll()
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  return { action, actor, subject };
}

test('an officer of the district gets the report, as JSON and as text, and the log tells it', async () => {
  const report = await ask(officer, 'GET', person('report'));
  expect(report.status).toBe(200);
  const { parts } = JSON.parse(report.text);
  expect(parts[1]).toMatchObject({ part: 'contact', entries: [{ name: 'Name Hemligvik' }] });
  expect(await lastEntry()).toEqual({ action: 'access_report.make', actor: officer.userId, subject: anna });
  const text = await ask(officer, 'GET', `${person('report')}?as=text&lang=en`);
  expect(text.text).toContain('DATA THAT WERE IMPORTED');
  expect(report.text).not.toContain(words[bo]);
});

test('who is outside the scope, or not there, is not found; other roles are refused', async () => {
  for (const part of ['report', 'log', 'contact']) {
    expect((await ask(elsewhere, 'GET', person(part))).status, part).toBe(404);
    expect((await ask(officer, 'GET', person(part, 'nobody'))).status, part).toBe(404);
    expect((await ask(officer, 'GET', person(part).replace('/r/', '/q/'))).status, part).toBe(404);
    expect((await ask(supervisor, 'GET', person(part))).status, part).toBe(403);
    expect((await ask(administrator, 'GET', person(part))).status, part).toBe(403);
  }
  expect((await ask(elsewhere, 'POST', person('erasure'))).status).toBe(404);
  expect((await ask(elsewhere, 'DELETE', person('contact'))).status).toBe(404);
  const change = { contact: { name: 'x' }, version: 1 };
  expect((await ask(elsewhere, 'PUT', person('contact'), change)).status).toBe(404);
});

test('an officer of where the person is placed reaches them too', async () => {
  await sql`update pairs set district = 'Skärholmen', state = 'locked' where region = 'r' and participant = ${anna}`.execute(
    store.db,
  );
  expect((await ask(elsewhere, 'GET', person('log'))).status).toBe(200);
  expect((await ask(elsewhere, 'GET', person('log', bo))).status).toBe(404);
  await sql`update pairs set state = 'proposed' where region = 'r' and participant = ${anna}`.execute(
    store.db,
  );
});

test('a contact is written from the version that was read, and each read is told', async () => {
  expect(JSON.parse((await ask(officer, 'GET', person('contact'))).text)).toMatchObject({ version: 1 });
  expect(await lastEntry()).toMatchObject({ action: 'contact.read', subject: anna });
  const change = { contact: { email: 'a@example.se' }, version: 1 };
  expect(await ask(officer, 'PUT', person('contact'), change)).toMatchObject({
    status: 200,
    text: '{"version":2}',
  });
  expect((await ask(officer, 'PUT', person('contact'), change)).status).toBe(409);
  expect((await ask(officer, 'PUT', person('contact'), { ...change, contact: {} })).status).toBe(400);
  expect((await ask(officer, 'DELETE', person('contact'))).status).toBe(204);
  expect((await ask(officer, 'DELETE', person('contact'))).status).toBe(404);
  expect(JSON.parse((await ask(officer, 'GET', person('contact'))).text)).toEqual({
    contact: null,
    version: 0,
  });
});

test("a person's log says who has seen them, the newest first, in pages", async () => {
  const log = JSON.parse((await ask(officer, 'GET', person('log'))).text);
  expect(log[0]).toMatchObject({ action: 'contact.delete', actor: expect.stringContaining('user-') });
  expect(log.at(-1)).toMatchObject({ action: 'contact.write', actor: 'officer-r' });
  const [first, second] = log;
  const page = await ask(officer, 'GET', `${person('log')}?before=${first.seq}&limit=1`);
  expect(JSON.parse(page.text)).toEqual([second]);
});

test("a person's log tells of the lists that they stood on, and of nobody else on them", async () => {
  const before = JSON.parse((await ask(officer, 'GET', person('log'))).text).length;
  expect((await ask(officer, 'GET', '/v1/regions/r/participants')).status).toBe(200);
  const log = JSON.parse((await ask(officer, 'GET', person('log'))).text);
  const entry = log.find(({ action }: { action: string }) => action === 'participants.list');
  expect(entry.detail).toEqual({ version: 1, listed: 2 });
  expect(JSON.stringify(log)).not.toContain(bo);
  expect(log.length).toBe(before + 2);
});

test('an administrator reads the log without the persons in it, of their own regions', async () => {
  const all = await ask(administrator, 'GET', '/v1/audit?limit=500');
  expect(all.status).toBe(200);
  for (const secret of [anna, bo, ...Object.values(words)]) expect(all.text).not.toContain(secret);
  const regions = (text: string) => [
    ...new Set(JSON.parse(text).map(({ region }: { region: string }) => region)),
  ];
  // What concerns accounts belongs to no region.
  expect(regions(all.text).sort()).toEqual([null, 'q', 'r']);
  expect(regions((await ask(ofRegion, 'GET', '/v1/audit')).text)).toEqual(['q']);
  expect((await ask(officer, 'GET', '/v1/audit')).status).toBe(403);
  const verified = JSON.parse((await ask(administrator, 'GET', '/v1/audit/verify')).text);
  expect(verified).toMatchObject({ status: 'whole', anchoredTo: null });
  expect((await ask(ofRegion, 'GET', '/v1/audit/verify')).status).toBe(403);
});

test('an erasure says what stays and why, and is refused while a place stands', async () => {
  await sql`update pairs set state = 'accepted' where region = 'r' and participant = ${anna}`.execute(
    store.db,
  );
  expect((await ask(officer, 'POST', person('erasure'))).status).toBe(409);
  await sql`update pairs set state = 'proposed' where region = 'r' and participant = ${anna}`.execute(
    store.db,
  );
  const erased = await ask(officer, 'POST', person('erasure'));
  expect(erased.status).toBe(200);
  expect(JSON.parse(erased.text)).toMatchObject({
    status: 'erased',
    stays: [
      { kind: 'versions', count: 1, why: { en: expect.stringContaining('can no longer be read') } },
      {},
      {},
      {},
      {},
      {},
      {},
    ],
  });
  expect(JSON.parse((await ask(officer, 'POST', person('erasure'))).text)).toMatchObject({
    status: 'erased_already',
  });
  expect((await ask(officer, 'GET', person('contact'))).status).toBe(404);
  expect((await ask(officer, 'PUT', person('contact'), { contact: { name: 'x' }, version: 0 })).status).toBe(
    404,
  );
  expect(JSON.parse((await ask(officer, 'GET', person('report'))).text)).toMatchObject({ erased: true });
});

test('nothing of anybody is in what the service wrote of all this', async () => {
  await ask(officer, 'PUT', person('contact'), { contact: { phone: words[anna] }, version: 0 });
  await ask(officer, 'GET', person('log', 'Hemligvik'));
  expect(lines.length).toBeGreaterThan(30);
  const written = lines.join('\n');
  for (const secret of [anna, bo, ...Object.values(words), '070-123', 'a@example.se', 'Name ', 'Farsta'])
    expect(written.includes(secret), secret).toBe(false);
});
