import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createJobPool, type JobPool } from '../../../src/jobs/pool.ts';
import { proposalSummary } from '../../../src/jobs/proposals/summary.ts';
import type { Worker } from '../../../src/jobs/queue/start-worker.ts';
import { findPersonKeys } from '../../../src/store/person-keys.ts';
import { decide } from '../../../src/store/proposals/decide.ts';
import { pairContext } from '../../../src/store/proposals/sealed-pair.ts';
import { open } from '../../../src/store/vault.ts';
import { smallRegion } from '../../files/small-region.ts';
import { openTestStore } from '../../store/open-test-store.ts';
import {
  ask,
  cancel,
  eventsUntil,
  isEnd,
  isSolving,
  long,
  quick,
  readExampleRegion,
  saveRegion,
  tryToAsk,
  workOn,
} from './with-region.ts';

const store = await openTestStore();
const pool: JobPool = createJobPool({ threads: 2, places: 2 });
let workers: Worker[] = [];

async function work(concurrency = 1): Promise<Worker> {
  const worker = await workOn(store, pool, concurrency);
  workers.push(worker);
  return worker;
}

beforeAll(async () => {
  await saveRegion(store, 'farsta', await readExampleRegion('farsta-2004'));
  await saveRegion(store, 'skarholmen', await readExampleRegion('farsta-skarholmen'));
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  workers = [];
});
afterAll(() => pool.close());

async function jobOf(id: string) {
  return store.db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function proposalOf(id: string) {
  return store.db.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

test('a proposal is asked for, made by a worker, and kept with its proof and its pairs under their keys', async () => {
  const { proposal, job } = await ask(store, quick);
  expect((await proposalOf(proposal)).status).toBe('requested');
  const worker = await work();
  const events = await eventsUntil(store, job, isEnd);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
  expect(events.map(({ event }) => event)).toEqual(
    expect.arrayContaining([
      { event: 'queued', why: 'requested' },
      { event: 'running', attempt: 1 },
      expect.objectContaining({ event: 'progress', phase: 'reading' }),
      { event: 'ended', state: 'done' },
    ]),
  );
  expect(await jobOf(job)).toMatchObject({ state: 'done', attempts: 1, losses: 0, worker: worker.id });
  const kept = await proposalOf(proposal);
  expect(kept.status).toBe('proposed');
  const summary = proposalSummary.parse(kept.summary);
  expect(summary).toMatchObject({ status: 'optimal', seed: 7, placed: 70, unplaced: 23 });
  const pairs = await store.db.selectFrom('pairs').selectAll().where('proposal', '=', proposal).execute();
  expect(pairs.length).toBe(70);
  const [pair] = pairs;
  const { keys } = await findPersonKeys(store.db, store.vault, 'farsta', [pair.participant]);
  const key = keys.get(pair.participant);
  if (key === undefined) throw new Error('no key');
  const plain: unknown = JSON.parse(
    open(key, pair.sealed, pairContext(proposal, pair.participant)).toString(),
  );
  expect(plain).toMatchObject({ participant: pair.participant, team: pair.team, points: pair.points });
  expect(pairs.reduce((sum, { points }) => sum + points, 0)).toBeGreaterThanOrEqual(summary.objective);
  const { handed } = await store.db
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll<number>().as('handed'))
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow();
  expect(handed).toBe(0);
});

test('a proposal that is asked for again keeps what has been decided, and disturbs little else', async () => {
  await work();
  await saveRegion(store, 'again', await readExampleRegion('farsta-2004'));
  const first = await ask(store, { ...quick, region: 'again' });
  await eventsUntil(store, first.job, isEnd);
  const [turnedDown, locked] = await pairsOf(first.proposal);
  const { id: userId } = await store.db
    .insertInto('users')
    .values({ login: 'officer', display_name: 'Officer' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const actor = { userId, grants: [{ role: 'officer', region: 'again' } as const], only: null };
  const about = { proposal: first.proposal, expectedVersion: 1, actor };
  const refusal = { step: 'turn_down', by: 'participant', reason: 'too_far', note: '' } as const;
  const decided = [
    await decide(store, { ...about, participant: locked.participant, step: { step: 'lock', note: '' } }),
    await decide(store, { ...about, participant: turnedDown.participant, step: refusal }),
  ];
  expect(decided.map(({ status }) => status)).toEqual(['decided', 'decided']);

  const second = await ask(store, { ...quick, region: 'again', previous: first.proposal, seed: 8 });
  await eventsUntil(store, second.job, isEnd);
  const pairs = await pairsOf(second.proposal);
  expect(pairs).toContainEqual({ ...locked, origin: 'kept' });
  expect(pairs.map(({ participant, team }) => [participant, team])).not.toContainEqual([
    turnedDown.participant,
    turnedDown.team,
  ]);
  expect(pairs.filter(({ origin }) => origin === 'kept').length).toBeGreaterThan(60);
});

function pairsOf(proposal: string) {
  return store.db
    .selectFrom('pairs')
    .select(['participant', 'team', 'sfi_group', 'origin'])
    .where('proposal', '=', proposal)
    .orderBy('participant')
    .execute();
}

test('what is not there cannot be asked for, and leaves nothing behind', async () => {
  const counted = () =>
    store.db
      .selectFrom('proposals')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
  const before = await counted();
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const [what, request] of [
    ['region', { ...quick, region: 'atlantis' }],
    ['version', { ...quick, version: 9 }],
    ['policy', { ...quick, policy: 99 }],
    ['previous', { ...quick, previous: nobody }],
  ] as const) {
    expect(await tryToAsk(store, request, 100)).toEqual({ status: 'not_found', what });
  }
  expect(await counted()).toEqual(before);
});

test('a full queue turns away, also those who come at the same time', async () => {
  const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map(() => tryToAsk(store, quick, 3)));
  expect(outcomes.filter(({ status }) => status === 'requested').length).toBe(3);
  for (const outcome of outcomes) {
    if (outcome.status === 'full') expect(outcome.retryAfterMs).toBeGreaterThan(0);
    if (outcome.status === 'requested') {
      expect(await cancel(store, outcome.job)).toEqual({ status: 'cancelled' });
      expect((await proposalOf(outcome.proposal)).status).toBe('cancelled');
    }
  }
  expect((await tryToAsk(store, quick, 3)).status).toBe('requested');
});

test('a job that waits is cancelled at once, and is never begun', async () => {
  const { job } = await ask(store, quick);
  await cancel(store, job);
  expect(await cancel(store, job)).toEqual({ status: 'over', state: 'cancelled' });
  await work();
  const { job: next } = await ask(store, quick);
  await eventsUntil(store, next, isEnd);
  const events = await eventsUntil(store, job, isEnd);
  expect(events.map(({ event }) => event.event)).toEqual(['queued', 'cancel_requested', 'ended']);
});

test('a job that runs stops when asked, wherever it runs, and keeps the best so far', async () => {
  await work();
  const { job, proposal } = await ask(store, long);
  await eventsUntil(store, job, isSolving);
  expect(await cancel(store, job)).toEqual({ status: 'stopping' });
  const events = await eventsUntil(store, job, isEnd);
  const asked = events.findIndex(({ event }) => event.event === 'cancel_requested');
  expect(events.slice(0, asked).some(({ event }) => event.event === 'ended')).toBe(false);
  expect(events.at(-1)?.event).toEqual({ event: 'ended', state: 'done' });
  const kept = await proposalOf(proposal);
  expect(kept.status).toBe('proposed');
  expect(proposalSummary.parse(kept.summary)).toMatchObject({ status: 'feasible', stopped: 'signal' });
  expect((await jobOf(job)).result).toEqual({ stopped: 'signal' });
});

test('a job whose demands cannot be met fails and says so', async () => {
  await work();
  const [participant] = smallRegion.participants;
  const [team] = smallRegion.teams;
  const [group] = smallRegion.sfi_groups;
  const twice = {
    ...smallRegion,
    decisions: [participant].map(({ id }) => ({
      participant: id,
      team: team.id,
      sfi_group: group.id,
      decision: 'lock' as const,
      reason: 'a test',
      decided_on: '2004-01-01',
    })),
    teams: smallRegion.teams.map((row) => ({ ...row, seats: 0 })),
  };
  await saveRegion(store, 'impossible', twice);
  const { job, proposal } = await ask(store, { ...quick, region: 'impossible' });
  await eventsUntil(store, job, isEnd);
  expect(await jobOf(job)).toMatchObject({ state: 'failed', failure: { code: 'conflict' } });
  expect(await proposalOf(proposal)).toMatchObject({ status: 'failed', failure: { code: 'conflict' } });
});

test('two workers share the work, each job done once', async () => {
  const asked = await Promise.all([1, 2, 3, 4].map((seed) => ask(store, { ...quick, seed })));
  await Promise.all([work(), work()]);
  await Promise.all(asked.map(({ job }) => eventsUntil(store, job, isEnd)));
  const jobs = await Promise.all(asked.map(({ job }) => jobOf(job)));
  expect(jobs.map(({ state, attempts }) => [state, attempts])).toEqual(jobs.map(() => ['done', 1]));
  expect(new Set(jobs.map(({ worker }) => worker))).toEqual(new Set(workers.map(({ id }) => id)));
});

test('a worker that stops gives its job back, and another takes it up', async () => {
  const first = await work();
  const { job } = await ask(store, long);
  await eventsUntil(store, job, isSolving);
  await first.close();
  workers = [];
  expect(await jobOf(job)).toMatchObject({ state: 'queued', losses: 0 });
  await work();
  await eventsUntil(store, job, (event) => event.event === 'running' && event.attempt === 2);
  await cancel(store, job);
  const events = await eventsUntil(store, job, isEnd);
  expect(events.map(({ event }) => event)).toContainEqual({ event: 'queued', why: 'worker_stopped' });
});
