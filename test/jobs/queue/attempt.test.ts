import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { failure } from '../../../src/errors.ts';
import { type Attempt, beat, end, giveBack, recordProgress, take } from '../../../src/jobs/queue/attempt.ts';
import { smallRegion } from '../../files/small-region.ts';
import { openTestStore } from '../../store/open-test-store.ts';
import { ask, eventsUntil, isEnd, quick, saveRegion } from './with-region.ts';

const store = await openTestStore();
const { db } = store;
const failed = failure('internal', { sv: 'Ett prov.', en: 'A test.' });

beforeAll(() => saveRegion(store, 'small', smallRegion));

async function newJob(): Promise<string> {
  return (await ask(store, { ...quick, region: 'small' })).job;
}

async function taken(job: string, worker: string): Promise<Attempt> {
  const outcome = await take(db, job, worker);
  if (outcome.status !== 'taken') throw new Error(outcome.status);
  return outcome.attempt;
}

function finish(attempt: Attempt): Promise<boolean> {
  return db
    .transaction()
    .execute((transaction) => end(transaction, attempt, { state: 'failed', failure: failed }));
}

test('once another has taken a job up, nothing that the first says counts', async () => {
  const job = await newJob();
  const first = await taken(job, 'first');
  expect(await beat(db, first)).toBe('wanted');
  const second = await taken(job, 'second');
  expect(await beat(db, first)).toBe('lost');
  await recordProgress(db, first, { event: 'progress', phase: 'x', objective: 1, bound: 2, gap: 1 });
  expect(await finish(first)).toBe(false);
  const given = await db.transaction().execute((transaction) => giveBack(transaction, first, 'worker_lost'));
  expect(given).toBe('lost');
  expect(await beat(db, second)).toBe('wanted');
  expect(await finish(second)).toBe(true);
  expect(await beat(db, second)).toBe('over');
  expect(await take(db, job, 'third')).toEqual({ status: 'over' });
  const events = await eventsUntil(store, job, isEnd);
  expect(events.map(({ event }) => event.event)).toEqual(['queued', 'running', 'running', 'ended']);
});

test('whatever several workers try at once, a job ends once, and its events are numbered without a gap', async () => {
  const step = fc.record({
    worker: fc.constantFrom('a', 'b', 'c'),
    does: fc.constantFrom('take', 'progress', 'give_back', 'end'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      async (rounds) => {
        const job = await newJob();
        const held = new Map<string, Attempt>();
        let ends = 0;
        for (const round of rounds) {
          await Promise.all(
            round.map(async ({ worker, does }) => {
              const attempt = held.get(worker);
              if (does === 'take') {
                const outcome = await take(db, job, worker);
                if (outcome.status === 'taken') held.set(worker, outcome.attempt);
              } else if (attempt === undefined) {
                return;
              } else if (does === 'progress') {
                const told = {
                  event: 'progress',
                  phase: worker,
                  objective: null,
                  bound: null,
                  gap: null,
                } as const;
                await recordProgress(db, attempt, told);
              } else if (does === 'give_back') {
                const given = await db
                  .transaction()
                  .execute((transaction) => giveBack(transaction, attempt, 'worker_lost'));
                if (given === 'failed') ends++;
              } else if (await finish(attempt)) {
                ends++;
              }
            }),
          );
        }
        expect(ends).toBeLessThanOrEqual(1);
        const events = await db
          .selectFrom('job_events')
          .selectAll()
          .where('job', '=', job)
          .orderBy('seq')
          .execute();
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
        expect(events.filter(({ event }) => JSON.stringify(event).includes('ended')).length).toBe(ends);
        const { state } = await db
          .selectFrom('jobs')
          .select('state')
          .where('id', '=', job)
          .executeTakeFirstOrThrow();
        expect(state === 'failed').toBe(ends === 1);
      },
    ),
    { numRuns: 40 },
  );
});
