import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readProblem } from '../../solver/problem-json.ts';
import { readSolution } from '../../solver/solution-json.ts';
import { verifySolution } from '../../solver/verify.ts';
import { createJobPool } from '../../src/jobs/pool.ts';
import { proposalSummary } from '../../src/jobs/proposals/summary.ts';
import type { Worker } from '../../src/jobs/queue/start-worker.ts';
import { shredPersonKey } from '../../src/store/person-keys.ts';
import {
  eventsUntil,
  isEnd,
  isSolving,
  readExampleRegion,
  saveRegion,
  workOn,
} from '../jobs/queue/with-region.ts';
import { openTestService, type SignedIn } from './test-service.ts';

const service = await openTestService({ mostWaiting: 3 }, async (store) => {
  await saveRegion(store, 'farsta', await readExampleRegion('farsta-2004'));
  await saveRegion(store, 'skarholmen', await readExampleRegion('farsta-skarholmen'));
});
const { app, store } = service;
const pool = createJobPool({ threads: 1, places: 1 });
const officer = await service.signIn({ role: 'officer', region: 'farsta' });
const planner = await service.signIn({ role: 'planner', region: 'farsta' });
const elsewhere = await service.signIn({ role: 'officer', region: 'skarholmen' });
let worker: Worker;
let address = '';

beforeAll(async () => {
  address = await app.listen({ host: '127.0.0.1', port: 0 });
  worker = await workOn(store, pool);
});
afterAll(async () => {
  await worker.close();
  await pool.close();
});

const requested = z.object({ proposal: z.uuid(), job: z.uuid() });

function post(who: SignedIn, url: string, body: Record<string, unknown> = {}) {
  return app.inject({
    method: 'POST',
    url,
    headers: { ...who.headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function get(who: SignedIn, url: string, headers: Record<string, string> = {}) {
  return app.inject({ method: 'GET', url, headers: { ...who.headers, ...headers } });
}

async function request(who: SignedIn, region: string, body: Record<string, unknown> = {}) {
  const answer = await post(who, `/v1/regions/${region}/proposals`, body);
  expect(answer.statusCode).toBe(202);
  return { ...requested.parse(answer.json()), location: answer.headers.location };
}

/** Opens a job's line of events on a connection of its own. */
async function listen(who: SignedIn, job: string, from?: number): Promise<IncomingMessage> {
  const sent = ask(`${address}/v1/jobs/${job}/events`, {
    headers: { ...who.headers, ...(from !== undefined && { 'last-event-id': String(from) }) },
  });
  sent.end();
  const [answer]: IncomingMessage[] = await once(sent, 'response');
  return answer;
}

async function heard(answer: IncomingMessage): Promise<readonly { id: number; name: string }[]> {
  let text = '';
  for await (const piece of answer.setEncoding('utf8')) text += String(piece);
  return [...text.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: \{.*\}$/gm)].map(([, id, name]) => ({
    id: Number(id),
    name,
  }));
}

test('a proposal is asked for, followed and read, with how good it is in a sentence', async () => {
  const { proposal, job, location } = await request(officer, 'farsta', { seed: 3 });
  expect(location).toBe(`/v1/jobs/${job}`);
  const events = await heard(await listen(officer, job));
  expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
  expect(events.at(-1)?.name).toBe('ended');
  expect((await get(officer, `/v1/jobs/${job}`)).json()).toMatchObject({
    state: 'done',
    proposal,
    attempts: 1,
  });
  const head = (await get(officer, `/v1/proposals/${proposal}`)).json();
  expect(head).toMatchObject({ status: 'proposed', regionVersion: 1, policy: 1, job });
  const summary = proposalSummary.parse(head.summary);
  expect(summary).toMatchObject({ status: 'optimal', seed: 3, baseline: { engine: 'greedy' } });
  expect(head.gapText).toEqual({
    sv: 'Inget annat förslag kan vara bättre. Vem som helst kan räkna efter.',
    en: 'No other proposal can be better. Anybody can check.',
  });
  // One person is of another gender: whoever sees no persons is told of no group, since that one follows from the others.
  expect(summary.equity.map(({ pool }) => pool)).toContain(1);
  const seen = (await get(planner, `/v1/proposals/${proposal}`)).json();
  expect(seen.summary).toMatchObject({ placed: summary.placed, equity: [], baseline: { rates: [] } });
});

describe('the line of events', () => {
  test('goes on after the last that was heard, and says no more once all has been', async () => {
    const { job } = await request(officer, 'farsta');
    const all = await heard(await listen(officer, job));
    const half = Math.floor(all.length / 2);
    expect(await heard(await listen(officer, job, half))).toEqual(all.slice(half));
    const rest = await listen(officer, job, all.length);
    expect(rest.statusCode).toBe(204);
    rest.resume();
  });

  test('ends for whoever leaves, while the job goes on', async () => {
    const { job } = await request(elsewhere, 'skarholmen', { engine: 'highs' });
    const line = await listen(elsewhere, job);
    await once(line, 'data');
    line.destroy();
    await eventsUntil(store, job, isSolving);
    expect((await post(elsewhere, `/v1/jobs/${job}/cancel`)).json()).toEqual({ status: 'stopping' });
    const events = await heard(await listen(elsewhere, job));
    expect(events.map(({ name }) => name).filter((name) => name !== 'progress')).toEqual([
      'queued',
      'running',
      'cancel_requested',
      'ended',
    ]);
    expect((await post(elsewhere, `/v1/jobs/${job}/cancel`)).json()).toEqual({ status: 'over' });
    // What was over already is nothing that was done.
    const told = store.db.selectFrom('audit_log').select(['actor', 'region', 'detail']);
    const cancels = await told.where('action', '=', 'job.cancel').execute();
    expect(cancels.filter(({ detail }) => JSON.stringify(detail).includes(job))).toEqual([
      { actor: elsewhere.userId, region: 'skarholmen', detail: { job, status: 'stopping' } },
    ]);
  });
});

test('the proof is what anybody needs to recheck the proposal, until somebody in it is erased', async () => {
  const { proposal, job } = await request(officer, 'farsta');
  await eventsUntil(store, job, isEnd);
  const url = `/v1/proposals/${proposal}/proof`;
  const plain = await get(officer, url);
  const proof = plain.json();
  const head = (await get(officer, `/v1/proposals/${proposal}`)).json();
  const digest = createHash('sha256')
    .update(`${JSON.stringify(proof.problem)}\n`)
    .digest('hex');
  expect([proof.problemDigest, head.problemDigest]).toEqual([digest, digest]);
  const problem = readProblem(proof.problem);
  const solution = readSolution(proof.solution);
  if (problem.status !== 'read' || solution.status !== 'read') throw new Error('not read');
  expect(verifySolution(problem.problem, solution.solution)).toEqual({ mismatches: [], onTrust: [] });
  if (!('chosen' in solution.solution)) throw new Error(solution.solution.status);
  const lie = solution.solution.chosen.map((option, p) => (p === 0 && option >= 0 ? -1 : option));
  lie[lie.findIndex((option) => option >= 0)] = -1;
  const found = verifySolution(problem.problem, { ...solution.solution, chosen: lie });
  expect(found.mismatches).not.toEqual([]);
  const packed = await get(officer, url, { 'accept-encoding': 'gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);

  const [person] = await store.db
    .selectFrom('pairs')
    .select('participant')
    .where('proposal', '=', proposal)
    .execute();
  await shredPersonKey(store.db, 'farsta', person.participant, service.now());
  const gone = await get(officer, url);
  expect([gone.statusCode, gone.json().detail]).toEqual([404, expect.stringContaining('raderats')]);
});

test('a request that is sent again under its key is answered again, and asks for nothing more', async () => {
  const send = () =>
    app.inject({
      method: 'POST',
      url: '/v1/regions/farsta/proposals',
      headers: { ...officer.headers, 'content-type': 'application/json', 'idempotency-key': 'once' },
      body: '{}',
    });
  const [first, again] = [await send(), await send()];
  expect(again.json()).toEqual(first.json());
  const { job } = requested.parse(first.json());
  await eventsUntil(store, job, isEnd);
});

test('what lies in a region that one has nothing to do with is not there', async () => {
  const { proposal, job } = await request(officer, 'farsta');
  await eventsUntil(store, job, isEnd);
  for (const url of [
    `/v1/jobs/${job}`,
    `/v1/jobs/${job}/events`,
    `/v1/proposals/${proposal}`,
    `/v1/proposals/${proposal}/proof`,
  ]) {
    expect((await get(elsewhere, url)).statusCode).toBe(404);
  }
  expect((await post(elsewhere, `/v1/jobs/${job}/cancel`)).statusCode).toBe(404);
  expect((await post(elsewhere, '/v1/regions/farsta/proposals')).statusCode).toBe(404);
  expect((await post(officer, '/v1/regions/farsta/proposals', { version: 9 })).statusCode).toBe(404);
});

test('a full queue turns away, and says when to come back', async () => {
  const busy = await request(elsewhere, 'skarholmen', { engine: 'highs', previous: null });
  await eventsUntil(store, busy.job, isSolving);
  const waiting = [];
  for (let i = 0; i < 3; i++) waiting.push(await request(officer, 'farsta'));
  const refused = await post(officer, '/v1/regions/farsta/proposals');
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'busy']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  for (const { job } of waiting) {
    expect((await post(officer, `/v1/jobs/${job}/cancel`)).json()).toEqual({ status: 'cancelled' });
  }
  await post(elsewhere, `/v1/jobs/${busy.job}/cancel`);
  await eventsUntil(store, busy.job, isEnd);
});
