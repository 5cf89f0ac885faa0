/** A sweep whose worker is killed goes on from the points that are done: none is worked out twice, and the answer is that of one that was left alone. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { requestRun } from '../../../src/jobs/queue/request-run.ts';
import type { QuestionOf } from '../../../src/jobs/scenarios/question.ts';
import { openTestStore } from '../../store/open-test-store.ts';
import { eventsUntil, isEnd, readExampleRegion, saveRegion } from './with-region.ts';
import { endProcess, spawnWorker } from './worker-process.ts';

const store = await openTestStore();
const { db } = store;
/** Twenty-one points, in three strands. */
const question: QuestionOf<'sweep'> = {
  ...{ kind: 'sweep', over: ['seats.Farsta=0:20:1'], engine: 'auto', gap: 0, seed: 7 },
  ...{ timeLimitMs: 60_000, workLimit: 1_000 },
};

beforeAll(async () => {
  await saveRegion(store, 'farsta', await readExampleRegion('farsta-2004'));
  await sql`create table kept_parts (run uuid, part integer)`.execute(db);
  await sql`
    create function note_part() returns trigger language plpgsql as $$
    begin
      insert into kept_parts values (new.run, new.part);
      return new;
    end $$`.execute(db);
  await sql`
    create trigger part_noted after update on parts_of_runs
    for each row execute function note_part()`.execute(db);
});

async function askForSweep() {
  const asked = await requestRun(
    store,
    { region: 'farsta', question, scenarios: [], sources: new Map(), actor: null },
    { mostWaiting: 100 },
  );
  if (asked.status !== 'requested') throw new Error(asked.status);
  return asked;
}

async function keptParts(run: string): Promise<readonly number[]> {
  const { rows } = await sql<{
    part: number;
  }>`select part from kept_parts where run = ${run} order by part`.execute(db);
  return rows.map(({ part }) => part);
}

const answerOf = (run: string) =>
  db
    .selectFrom('scenario_runs')
    .select(['digest', 'complete'])
    .where('id', '=', run)
    .executeTakeFirstOrThrow();

test('killed with some points done, they stay, and the rest is worked out by another, to the same bytes', async () => {
  const killed = await askForSweep();
  const first = await spawnWorker(store.url);
  await eventsUntil(store, killed.job, (event) => event.event === 'progress' && (event.finished ?? 0) > 0);
  await endProcess(first, 'SIGKILL');
  const before = await keptParts(killed.run);
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(3);
  const second = await spawnWorker(store.url);
  const events = await eventsUntil(store, killed.job, isEnd);
  const again = events.slice(
    events.findIndex(({ event }) => event.event === 'running' && event.attempt === 2),
  );
  const counts = again.flatMap(({ event }) =>
    event.event === 'progress' && event.finished !== undefined ? [event.finished] : [],
  );
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(before.length);
  expect(await keptParts(killed.run)).toEqual([0, 1, 2]);
  const left = await askForSweep();
  await eventsUntil(store, left.job, isEnd);
  await endProcess(second, 'SIGTERM');
  const answer = await answerOf(killed.run);
  expect(answer.complete).toBe(true);
  expect(answer).toEqual(await answerOf(left.run));
});
