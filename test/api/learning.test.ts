/** Learning and ethical approvals through the service: declined with too few, decided only on what was seen, recorded only by whoever may. */
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { learningSchema } from '../../src/followup/learning/learning-format.ts';
import { random } from '../../src/generate/random.ts';
import { addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { openTestService, type SignedIn } from './test-service.ts';

const people = 700;
const service = await openTestService();
const { app, store } = service;
const content = twoDistricts(people);
await addRegion(store, 'many', {
  ...content,
  participants: content.participants.map((row, i) => ({
    ...row,
    permit_date: '2024-01-01',
    gender: i % 2 === 0 ? ('woman' as const) : ('man' as const),
    sfi_course: (['A', 'B', 'C', 'D'] as const)[i % 4],
  })),
});
await addRegion(store, 'few', twoDistricts(6));
const signIn = (role: 'officer' | 'planner' | 'evaluator', region: string) =>
  service.signIn({ role, region });
const officer = await signIn('officer', 'many');
const planner = await signIn('planner', 'many');
const evaluator = await signIn('evaluator', 'many');
const ofFew = await signIn('planner', 'few');

async function ask(who: SignedIn, method: 'GET' | 'POST', path: string, body?: object) {
  const answer = await app.inject({
    method,
    url: `/v1/regions/${path}`,
    headers: { ...who.headers, 'accept-language': 'en', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const header =
  'participant,event,happened,on,team,sfi_group,points,weeks,work_hours,swedish_hours,sfi_course,reason,months,occupation,self_support,recorded_by,recorded_on';
const columns = header.split(',');

async function send(who: SignedIn, files: Readonly<Record<string, string>>) {
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/regions/many/followup/imports',
    headers: { ...who.headers, 'content-type': 'application/zip', 'accept-language': 'en' },
    payload: Buffer.from(zipSync(packed)),
  });
  return { status: answer.statusCode, body: answer.json() };
}

function row(values: Readonly<Record<string, string>>): string {
  return columns.map((column) => values[column] ?? '').join(',');
}

/** Higher courses complete more often. */
const outcomes = content.participants.flatMap(({ id: participant }, i) => {
  const chance = 0.25 + 0.18 * (i % 4);
  const event = random(3, 'ended', participant).chance(chance) ? 'completed' : 'left_early';
  const by = { participant, recorded_by: 'board', recorded_on: '2025-12-01' };
  return [row({ ...by, event: 'enrolled', on: '2025-01-01' }), row({ ...by, event, on: '2025-10-01' })];
});
const completer = outcomes.find((line) => line.includes(',completed,'))?.split(',')[0] ?? '';
const learned = async (who: SignedIn, query = '') =>
  learningSchema.parse((await ask(who, 'GET', `many/followup/learning${query}`)).body);
async function effectNow(): Promise<string> {
  const [completed] = (await learned(planner)).outcomes;
  if (completed.status !== 'learnt' || completed.effectId === null) throw new Error(completed.status);
  return completed.effectId;
}

test('with too few it declines and says how many more it takes', async () => {
  const { outcomes: told } = learningSchema.parse((await ask(ofFew, 'GET', 'few/followup/learning')).body);
  expect(told.map(({ status }) => status)).toEqual(['declined', 'declined']);
  expect(told[0].sentences[0].en).toMatch(/it takes \d+, that is \d+ more/);
  const decided = { on: true, effect: '0000000000000000', decidedBy: 'board', reason: 'agreed' };
  expect((await ask(ofFew, 'POST', 'few/followup/learning', decided)).status).toBe(409);
});

test('whoever decides has seen the effect as it is now; it stays in force until somebody turns it off', async () => {
  expect((await send(officer, { 'outcomes.csv': [header, ...outcomes].join('\n') })).status).toBe(200);
  expect((await learned(evaluator)).decision).toBeNull();
  const seen = await effectNow();
  const decision = { on: true, effect: seen, decidedBy: 'board', reason: 'agreed' };
  expect((await ask(evaluator, 'POST', 'many/followup/learning', decision)).status).toBe(403);
  expect((await ask(officer, 'GET', 'many/followup/learning')).status).toBe(403);
  const correction = row({
    participant: completer,
    event: 'completed',
    happened: 'no',
    recorded_by: 'board',
    recorded_on: '2026-01-01',
  });
  const late = row({
    participant: content.participants[1].id,
    event: 'sfi_passed',
    sfi_course: '1B',
    recorded_by: 'board',
    recorded_on: '2026-01-01',
  });
  expect((await send(officer, { 'outcomes.csv': [header, correction].join('\n') })).status).toBe(200);
  expect((await ask(planner, 'POST', 'many/followup/learning', decision)).status).toBe(409);
  const now = await effectNow();
  expect(now).not.toBe(seen);
  expect((await ask(planner, 'POST', 'many/followup/learning', { ...decision, effect: now })).body).toEqual({
    on: true,
    effect: now,
    model: expect.objectContaining({ intercept: expect.any(Number) }),
    decided_by: 'board',
    decided_on: '2026-03-02',
    reason: 'agreed',
  });
  // What tells nothing of who completes changes no effect.
  expect((await send(officer, { 'outcomes.csv': [header, late].join('\n') })).status).toBe(200);
  expect((await learned(evaluator)).decision).toMatchObject({ on: true, effect: now });
  expect((await learned(evaluator, '?asOf=2026-03-01')).decision).toBeNull();
  expect(
    (
      await ask(planner, 'POST', 'many/followup/learning', {
        on: false,
        decidedBy: 'board',
        reason: 'agreed',
      })
    ).status,
  ).toBe(201);
  expect((await learned(evaluator)).decision).toMatchObject({ on: false, effect: null });
  const log = await store.db
    .selectFrom('audit_log')
    .select('action')
    .where('action', '=', 'learning.decide')
    .execute();
  expect(log).toHaveLength(2);
});

test('a policy counts a learnt chance only while the decision about that very model stands', async () => {
  const { policy } = (await ask(planner, 'GET', 'many/policies/current')).body;
  const [completed] = (await learned(planner)).outcomes;
  if (completed.status !== 'learnt') throw new Error(completed.status);
  const { model, effectId: effect } = completed;
  const counting = { ...policy, learnt_chance: { points: 100, model } };
  const save = (given: object, expectedNumber = 1) =>
    ask(planner, 'POST', 'many/policies', { policy: given, expectedNumber });
  expect(await save(counting)).toMatchObject({ status: 409, body: { code: 'refused' } });
  await ask(planner, 'POST', 'many/followup/learning', {
    on: true,
    effect,
    decidedBy: 'board',
    reason: 'agreed',
  });
  const other = { points: 100, model: { ...model, intercept: 3 } };
  expect((await save({ ...policy, learnt_chance: other })).status).toBe(409);
  expect((await save(counting)).status).toBe(201);
  const request = () => ask(officer, 'POST', 'many/proposals', {});
  expect((await request()).status).toBe(202);
  await ask(planner, 'POST', 'many/followup/learning', { on: false, decidedBy: 'board', reason: 'agreed' });
  expect(await request()).toMatchObject({ status: 409, body: { code: 'refused' } });
  expect((await save(policy, 2)).status).toBe(201);
  expect((await request()).status).toBe(202);
});

test('an ethical approval is recorded by whoever may, neither in advance nor by the way of an import', async () => {
  const approval = {
    authority: 'Etikprövningsmyndigheten',
    reference: '2025-01234',
    decided_on: '2026-02-01',
  };
  expect((await ask(evaluator, 'POST', 'many/followup/approvals', approval)).status).toBe(403);
  const brought = { format: 'resursutbyte/followup@1', ethical_approval: approval };
  const files = { 'outcomes.csv': header, 'followup.json': JSON.stringify(brought) };
  expect(await send(officer, files)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  const tomorrow = { ...approval, decided_on: '2026-03-03' };
  expect((await ask(planner, 'POST', 'many/followup/approvals', tomorrow)).status).toBe(409);
  expect((await ask(evaluator, 'GET', 'many/followup/approvals')).body).toEqual([]);
  expect((await ask(planner, 'POST', 'many/followup/approvals', approval)).status).toBe(201);
  expect((await ask(evaluator, 'GET', 'many/followup/approvals')).body).toEqual([
    { ...approval, state: 'stands', recordedAt: expect.any(String), user: expect.any(String) },
  ]);
  expect((await ask(ofFew, 'GET', 'many/followup/approvals')).status).toBe(404);
  // One that stands is no news to an import.
  expect((await send(officer, files)).status).toBe(200);
});

test('the latest word on an approval decides; what stood before stays on record', async () => {
  const approval = { authority: 'A made-up authority', reference: '2026-7', decided_on: '2026-01-01' };
  const record = (over: object) => ask(planner, 'POST', 'many/followup/approvals', { ...approval, ...over });
  const states = async () => {
    const { body } = await ask(evaluator, 'GET', 'many/followup/approvals');
    const own = z.array(z.object({ reference: z.string(), state: z.string() })).parse(body);
    return own.filter(({ reference }) => reference === '2026-7').map(({ state }) => state);
  };
  expect((await record({ valid_until: '2025-12-31' })).status).toBe(409);
  expect((await record({ withdrawn_on: '2026-03-03' })).status).toBe(409);
  expect((await record({ valid_until: '2026-03-01' })).status).toBe(201);
  expect(await states()).toEqual(['ended']);
  expect((await record({ valid_until: '2026-12-31' })).status).toBe(201);
  expect(await states()).toEqual(['replaced', 'stands']);
  expect((await record({ withdrawn_on: '2026-03-02' })).status).toBe(201);
  expect(await states()).toEqual(['replaced', 'replaced', 'withdrawn']);
});
