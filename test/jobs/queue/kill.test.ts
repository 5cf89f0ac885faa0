import { beforeAll, expect, test } from 'vitest';
import type { JobEvent } from '../../../src/jobs/queue/job-event.ts';
import { openTestStore } from '../../store/open-test-store.ts';
import {
  ask,
  cancel,
  eventsUntil,
  isEnd,
  isSolving,
  long,
  readExampleRegion,
  saveRegion,
} from './with-region.ts';
import { endProcess, spawnWorker } from './worker-process.ts';

const store = await openTestStore();

beforeAll(async () => {
  await saveRegion(store, 'skarholmen', await readExampleRegion('farsta-skarholmen'));
});

async function stateOf(job: string) {
  return store.db
    .selectFrom('jobs')
    .select(['state', 'attempts', 'losses', 'failure', 'proposal', 'worker'])
    .where('id', '=', job)
    .executeTakeFirstOrThrow();
}

test('a job whose worker is killed is taken up again by another, once, and its proposal is not doubled', async () => {
  const { job, proposal } = await ask(store, long);
  const first = await spawnWorker(store.url);
  await eventsUntil(store, job, isSolving);
  const before = await stateOf(job);
  const second = await spawnWorker(store.url);
  await endProcess(first, 'SIGKILL');
  await eventsUntil(store, job, (event) => event.event === 'running' && event.attempt === 2);
  const after = await stateOf(job);
  expect(after.worker).not.toBe(before.worker);
  await eventsUntil(store, job, afterTaking(2, isSolving));
  // In another process: that the word reaches it there is part of what must be true.
  await cancel(store, job);
  const events = await eventsUntil(store, job, isEnd);
  const told = events.map(({ event }) => event).filter(({ event }) => event !== 'progress');
  expect(told).toEqual([
    { event: 'queued', why: 'requested' },
    { event: 'running', attempt: 1 },
    { event: 'queued', why: 'worker_lost' },
    { event: 'running', attempt: 2 },
    { event: 'cancel_requested' },
    { event: 'ended', state: 'done' },
  ]);
  expect(await stateOf(job)).toMatchObject({ state: 'done', attempts: 2, losses: 1 });
  const proposals = await store.db.selectFrom('proposals').select(['id', 'status']).execute();
  expect(proposals).toEqual([{ id: proposal, status: 'proposed' }]);
  const { pairs } = await store.db
    .selectFrom('pairs')
    .select(({ fn }) => fn.count<number>('participant').distinct().as('pairs'))
    .where('proposal', '=', proposal)
    .executeTakeFirstOrThrow();
  expect(pairs).toBeGreaterThan(0);
  await endProcess(second, 'SIGTERM');
  expect(second.exitCode).toBe(0);
});

test('a job that takes its worker along every time fails in the end', async () => {
  const { job, proposal } = await ask(store, long);
  for (const attempt of [1, 2, 3]) {
    const worker = await spawnWorker(store.url);
    await eventsUntil(store, job, (event) => event.event === 'running' && event.attempt === attempt);
    await endProcess(worker, 'SIGKILL');
  }
  const last = await spawnWorker(store.url);
  await eventsUntil(store, job, isEnd);
  await endProcess(last, 'SIGTERM');
  const { state, losses, failure } = await stateOf(job);
  expect([state, losses]).toEqual(['failed', 3]);
  expect(failure).toMatchObject({ code: 'interrupted' });
  expect(
    await store.db.selectFrom('proposals').select('status').where('id', '=', proposal).executeTakeFirst(),
  ).toEqual({ status: 'failed' });
});

/** Whether an event is wanted, from the moment that an attempt has been begun. */
function afterTaking(attempt: number, wanted: (event: JobEvent) => boolean): (event: JobEvent) => boolean {
  let begun = false;
  return (event) => {
    if (event.event === 'running' && event.attempt === attempt) begun = true;
    return begun && wanted(event);
  };
}
