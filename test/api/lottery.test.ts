/** Outcomes compared through the lottery of a stored proposal: by whoever may, once an approval is on record. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { lotteryAnswer } from '../../src/followup/lottery/lottery-format.ts';
import { createJobPool } from '../../src/jobs/pool.ts';
import type { Worker } from '../../src/jobs/queue/start-worker.ts';
import { workOn } from '../jobs/queue/with-region.ts';
import { addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { openTestService, type SignedIn } from './test-service.ts';

const service = await openTestService();
const { app, store } = service;
/** 24 people who are alike, for 12 seats. */
await addRegion(store, 'r', twoDistricts(24, 4));
await addRegion(store, 'other', twoDistricts(2));
const officer = await service.signIn({ role: 'officer', region: 'r' });
const planner = await service.signIn({ role: 'planner', region: 'r' });
const evaluator = await service.signIn({ role: 'evaluator', region: 'r' });
const elsewhere = await service.signIn({ role: 'evaluator', region: 'other' });
const pool = createJobPool({ threads: 1, places: 1 });
let worker: Worker;
let proposal = '';

async function ask(who: SignedIn, method: 'GET' | 'POST', path: string, body?: object) {
  const answer = await app.inject({
    method,
    url: `/v1/${path}`,
    headers: { ...who.headers, 'accept-language': 'en', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const question = () => ({ proposal, arms: ['placed', 'unplaced'], outcome: 'self-support', draws: 12 });
const compare = (who: SignedIn, over: object = {}, region = 'r') =>
  ask(who, 'POST', `regions/${region}/followup/lottery`, { ...question(), ...over });

beforeAll(async () => {
  worker = await workOn(store, pool);
  const asked = await ask(officer, 'POST', 'regions/r/proposals', { seed: 3, gap: 0 });
  proposal = z.object({ proposal: z.uuid() }).parse(asked.body).proposal;
  await vi.waitFor(
    async () => expect((await ask(officer, 'GET', `proposals/${proposal}`)).body.status).toBe('proposed'),
    { timeout: 60_000 },
  );
});
afterAll(async () => {
  await worker.close();
  await pool.close();
});

test('without an approval nothing is drawn; with one, outcomes of both sides are held against each other', async () => {
  expect(lotteryAnswer.parse((await compare(evaluator)).body)).toMatchObject({
    status: 'not_approved',
    draws: 0,
  });
  const approval = { authority: 'A made-up authority', reference: '1', decided_on: '2026-01-10' };
  expect((await ask(planner, 'POST', 'regions/r/followup/approvals', approval)).status).toBe(201);
  const unknown = lotteryAnswer.parse((await compare(evaluator)).body);
  expect(unknown).toMatchObject({ status: 'not_enough', draws: 12 });

  const { pairs } = z
    .object({ pairs: z.array(z.object({ participant: z.string() })) })
    .parse((await ask(officer, 'GET', `proposals/${proposal}/pairs`)).body);
  const placed = new Set(pairs.map(({ participant }) => participant));
  expect(placed.size).toBe(12);
  for (const { id } of twoDistricts(24, 4).participants) {
    const self_support = placed.has(id) ? 'full' : 'none';
    const outcome = {
      event: 'status',
      occupation: 'work',
      on: '2026-02-01',
      self_support,
      recorded_by: 'board',
    };
    const answer = await ask(officer, 'POST', `regions/r/participants/${id}/outcomes`, outcome);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
  }
  const answer = lotteryAnswer.parse((await compare(evaluator)).body);
  expect(answer).toMatchObject({ status: 'estimated', draws: 12, shares: [1, 0], difference: 1 });
  const entries = await store.db
    .selectFrom('audit_log')
    .select('detail')
    .where('action', '=', 'lottery.compare')
    .execute();
  expect(entries).toHaveLength(3);
});

test('it is for planners and evaluators of the region, and of a proposal that is there', async () => {
  expect((await compare(officer)).status).toBe(403);
  expect((await compare(elsewhere)).status).toBe(404);
  expect((await compare(evaluator, { proposal: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
  expect((await compare(elsewhere, {}, 'other')).status).toBe(404);
  expect((await compare(evaluator, { arms: ['placed', 'nowhere'] })).body.detail).toContain('nowhere');
  expect((await compare(evaluator, { draws: 1 })).status).toBe(400);
});

test('what can be compared is told to whoever may compare, and every arm told can be asked for', async () => {
  expect((await ask(officer, 'GET', 'regions/r/followup/lottery')).status).toBe(403);
  expect((await ask(elsewhere, 'GET', 'regions/r/followup/lottery')).status).toBe(404);
  const { body } = await ask(evaluator, 'GET', 'regions/r/followup/lottery');
  expect(body.proposals.map(({ id }: { id: string }) => id)).toEqual([proposal]);
  expect(body.outcomes).toContainEqual(expect.objectContaining({ id: 'self-support' }));
  const keys = z
    .array(z.object({ key: z.string() }))
    .parse(body.arms)
    .map(({ key }) => key);
  expect(keys.slice(0, 3)).toEqual(['placed', 'unplaced', 'form:compulsory']);
  for (const key of keys.slice(2))
    expect((await compare(evaluator, { arms: [key, 'unplaced'], draws: 2 })).status).toBe(200);
});
