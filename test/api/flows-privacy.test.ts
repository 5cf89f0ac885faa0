/**
 * All that officers do with people, from sign-in to erasure, with what goes wrong on the way: nothing that the service writes of itself, counts, or
 * lets its database write has a pseudonym, a name, a word of anybody's, a password or a key.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { logFault } from '../../src/api/log.ts';
import { regionZip } from '../../src/files/write-region.ts';
import { createJobPool } from '../../src/jobs/pool.ts';
import { startWorker } from '../../src/jobs/queue/start-worker.ts';
import { giveGrant } from '../../src/store/users/grants.ts';
import { hashPassword } from '../../src/store/users/password.ts';
import { addUser } from '../../src/store/users/users.ts';
import { extract, participant, speaks } from '../matching/small-region.ts';
import { twoDistricts } from '../store/proposals/standing-region.ts';
import { openTestService } from './test-service.ts';

const people = ['kotte-4711', 'gran-4712'];
const [anna, bo] = people;
const password = 'Granbarrskotte-77';
/** What is said of people here and by them, none of it a word that the program says by itself. */
const secrets = [
  ...people,
  'Hemligvik',
  '59.24217',
  '1987-03-19',
  'Anteckningsord',
  'Svarsord',
  'Frågeord',
  'Kontaktnamn',
  '070-4713',
  'sokord-4711',
  'ansvarig-4714',
  'Handläggarnamn',
  password,
  'fel-lösenord-4715',
];

const lines: string[] = [];
const service = await openTestService({ log: (line) => lines.push(line) });
const { app, store } = service;
const pool = createJobPool({ threads: 1, places: 1 });
const worker = await startWorker(store, pool, {
  concurrency: 1,
  fault: (error) => logFault((line) => lines.push(line), error),
});
afterAll(async () => {
  await worker.close();
  await pool.close();
});

const content = twoDistricts(0, 4, {
  participants: people.map((id) =>
    participant(id, { area: 'Hemligvik', lat: 59.24217, permit_date: '1987-03-19' }),
  ),
  participant_languages: people.map((id) => speaks(id)),
  extracts: people.flatMap((id) => [extract(id), { ...extract(id), principal: 'Skärholmen' }]),
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
let session: Record<string, string> = {};

async function ask(method: Method, url: string, body?: object, headers: Record<string, string> = session) {
  const type = body instanceof Buffer ? 'application/zip' : 'application/json';
  const answer = await app.inject({
    method,
    url: `/v1/${url}`,
    headers: { ...headers, ...(body && { 'content-type': type }) },
    ...(body && { payload: body instanceof Buffer ? body : JSON.stringify(body) }),
  });
  return { status: answer.statusCode, body: answer.body, cookies: answer.cookies };
}

/** What an answer has in a field; a text that is not to be logged either, where it is a key. */
const field = (body: string, name: string) =>
  String(z.record(z.string(), z.unknown()).parse(JSON.parse(body))[name]);

async function signIn(): Promise<void> {
  const passwordHash = await hashPassword(password);
  const named = { login: 'ansvarig-4714', name: 'Handläggarnamn', passwordHash, openId: null };
  const user = await addUser(store.db, named, null, service.now());
  if (user.status === 'exists') throw new Error('exists');
  for (const role of ['officer', 'planner', 'administrator'] as const)
    await giveGrant(store.db, user.id, { role }, null, service.now());
  const wrong = { login: 'ansvarig-4714', password: 'fel-lösenord-4715' };
  expect((await ask('POST', 'sessions', wrong)).status).toBe(401);
  const signedIn = await ask('POST', 'sessions', { login: 'ansvarig-4714', password });
  expect(signedIn.status).toBe(201);
  const [cookie] = signedIn.cookies;
  session = { cookie: `${cookie?.name}=${cookie?.value}`, 'x-csrf-token': field(signedIn.body, 'csrfToken') };
  secrets.push(cookie?.value ?? '', session['x-csrf-token'] ?? '');
  const token = await ask('POST', 'tokens', { name: 'sokord-4711', actions: ['proposal.pairs'], days: 1 });
  expect(token.status).toBe(201);
  const secret = field(token.body, 'secret');
  secrets.push(secret);
  expect((await ask('GET', 'regions', undefined, { authorization: `Bearer ${secret}` })).status).toBe(200);
  expect((await ask('GET', 'me', undefined, { authorization: `Bearer ${secret}x` })).status).toBe(401);
}

async function importRegion(): Promise<void> {
  const wrong = {
    ...content,
    participants: [participant(anna, { area: 'Hemligvik' })],
    extracts: [extract(bo)],
  };
  expect((await ask('POST', 'regions/r/uploads', Buffer.from(regionZip(wrong)))).status).toBe(422);
  const shown = await ask('POST', 'regions/r/uploads', Buffer.from(regionZip(content)));
  expect(shown.status).toBe(200);
  const confirmed = { upload: field(shown.body, 'upload'), expectedVersion: 0, note: 'Anteckningsord' };
  expect((await ask('POST', 'regions/r/versions', confirmed)).status).toBe(200);
  expect((await ask('GET', `regions/r/participants/${anna}`)).status).toBe(200);
  expect((await ask('GET', 'regions/r/versions/1/export?as=zip')).status).toBe(200);
}

async function propose(): Promise<string> {
  const asked = await ask('POST', 'regions/r/proposals', { timeLimit: 30 });
  expect(asked.status).toBe(202);
  await ask('GET', `jobs/${field(asked.body, 'job')}/events`);
  const proposal = field(asked.body, 'proposal');
  expect((await ask('GET', `proposals/${proposal}`)).body).toContain('"proposed"');
  return proposal;
}

async function decide(proposal: string): Promise<void> {
  const pair = `proposals/${proposal}/pairs/${anna}`;
  const step = { step: 'lock', note: 'Anteckningsord' };
  expect((await ask('GET', `proposals/${proposal}/pairs?search=${anna}`)).status).toBe(200);
  expect((await ask('GET', `proposals/${proposal}/places/${anna}`)).status).toBe(200);
  expect((await ask('POST', `${pair}/decisions`, { version: 1, step })).status).toBe(201);
  expect((await ask('POST', `${pair}/decisions`, { version: 1, step })).status).toBe(409);
  expect((await ask('POST', `${pair}/decisions`, { version: 'x', step, Frågeord: anna })).status).toBe(400);
  const turned = { step: 'turn_down', by: 'participant', reason: 'too_far', note: 'Anteckningsord' };
  expect(
    (await ask('POST', `proposals/${proposal}/pairs/${bo}/decisions`, { version: 1, step: turned })).status,
  ).toBe(201);
  const answer = { participant: anna, answer: 'yes', wishes: [], avoids: [], answered_on: '2026-02-01' };
  expect((await ask('POST', `proposals/${proposal}/answers`, answer)).status).toBe(201);
  const contest = await ask('POST', `proposals/${proposal}/contests`, {
    participant: anna,
    question: 'Frågeord',
  });
  expect(contest.status).toBe(201);
  const answered = { version: 1, answer: 'Svarsord' };
  expect((await ask('POST', `contests/${field(contest.body, 'id')}/answer`, answered)).status).toBe(200);
}

/** The database itself refuses, and its error quotes what was to be written. */
async function breakDecisions(proposal: string): Promise<void> {
  await sql`alter table decisions add check (action <> 'unlock')`.execute(store.db);
  const step = { step: 'unlock', note: 'Anteckningsord' };
  expect(
    (await ask('POST', `proposals/${proposal}/pairs/${anna}/decisions`, { version: 2, step })).status,
  ).toBe(500);
}

async function forget(): Promise<void> {
  const contact = { name: 'Kontaktnamn', phone: '070-4713 22' };
  expect((await ask('PUT', `regions/r/participants/${anna}/contact`, { contact, version: 0 })).status).toBe(
    200,
  );
  expect((await ask('GET', `regions/r/participants/${anna}/contact`)).body).toContain('Kontaktnamn');
  expect((await ask('GET', `regions/r/participants/${anna}/report?as=text`)).status).toBe(200);
  expect((await ask('GET', `regions/r/participants/${anna}/log`)).status).toBe(200);
  expect((await ask('POST', `regions/r/participants/${bo}/erasure`, {})).status).toBe(200);
  expect((await ask('GET', 'audit')).body).toContain('person.erase');
  expect((await ask('DELETE', 'sessions/current')).status).toBe(204);
}

test('nobody is in what the service writes of itself', { timeout: 240_000 }, async () => {
  await signIn();
  await importRegion();
  const proposal = await propose();
  await decide(proposal);
  await breakDecisions(proposal);
  const metrics = await app.inject({ url: '/metrics', headers: session });
  expect(metrics.statusCode).toBe(200);
  await forget();
  const server = join(inject('storeFolder'), 'postgres', 'server.log');
  expect(existsSync(server)).toBe(true);
  const written = [...lines, metrics.body, readFileSync(server, 'utf8')].join('\n');
  expect(lines.length).toBeGreaterThan(30);
  expect(lines.filter((line) => line.includes('"fault"'))).toHaveLength(1);
  for (const secret of secrets) expect(written).not.toContain(secret);
});
