/** A database as the program of migration 0006 left it, written by plain SQL in the shape of then: today's program brings it along whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJobPool } from '../../../src/jobs/pool.ts';
import { readProposal } from '../../../src/jobs/proposals/read-proposal.ts';
import { unpackProof } from '../../../src/jobs/proposals/stored-proof.ts';
import { makeAccessReport } from '../../../src/store/access-report/make-report.ts';
import { appendAudit } from '../../../src/store/audit/append.ts';
import { verifyAudit } from '../../../src/store/audit/verify.ts';
import { connect } from '../../../src/store/connect.ts';
import { readContact } from '../../../src/store/contacts.ts';
import { claimKey } from '../../../src/store/idempotency.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { findPolicy } from '../../../src/store/policies/policies.ts';
import { decide } from '../../../src/store/proposals/decide.ts';
import { listUnplaced } from '../../../src/store/proposals/list-unplaced.ts';
import { readPair } from '../../../src/store/proposals/read-pair.ts';
import { loadStanding } from '../../../src/store/proposals/standing.ts';
import { endProtected, readProtected } from '../../../src/store/protected/protected-person.ts';
import { loadRegionVersion } from '../../../src/store/regions/load-region-version.ts';
import { retentionLimitsOf } from '../../../src/store/retention/limits.ts';
import { findScenario, findScenarioVersion } from '../../../src/store/scenarios/scenarios.ts';
import { heldSeats } from '../../../src/store/seats/held-seats.ts';
import { findUpload } from '../../../src/store/uploads/uploads.ts';
import { type Actor, actorOfSession, actorOfToken } from '../../../src/store/users/actor.ts';
import { signIn } from '../../../src/store/users/sign-in.ts';
import { eventsUntil, isEnd, workOn } from '../../jobs/queue/with-region.ts';
import { createEmptyDatabase, testMasterKey } from '../open-test-store.ts';
import * as then from './names-before.ts';
import { answerBefore, logBefore, proofBefore, summaryBefore } from './proposals-before.ts';
import { headBefore, personBefore, placesBefore } from './region-before.ts';
import { rowsBefore } from './rows-before.ts';
import type { Row } from './sealed-before.ts';

const now = new Date();
const dataDir = mkdtempSync(join(tmpdir(), 'resursutbyte-before-'));
const rows = rowsBefore(testMasterKey, now);
let there: ReadonlyMap<string, readonly Row[]>;
let store: Store;
let anna: Actor;

beforeAll(async () => {
  const databaseUrl = await createEmptyDatabase();
  await migrateTo0006(databaseUrl);
  await writeRows(databaseUrl);
  there = await tablesOf(databaseUrl);
  const opened = await openStore({ databaseUrl, dataDir, masterKey: testMasterKey });
  if (opened.status === 'failed') throw new Error(opened.detail.en);
  store = opened;
  const actor = await actorOfSession(store.db, then.sessionToken, now);
  if (actor === null) throw new Error('the session of then is not known');
  anna = actor;
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

async function migrateTo0006(url: string): Promise<void> {
  const db = connect(url);
  await migrate(db, '0006-retention');
  await db.destroy();
}

async function writeRows(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [table, some] of rows) {
    for (const row of some) {
      const columns = Object.keys(row);
      const values = columns.map((_, index) => `$${index + 1}`);
      await client.query(
        `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`,
        Object.values(row),
      );
    }
  }
  await client.end();
}

/** All rows, but for what the migrations note of themselves. */
async function tablesOf(url: string): Promise<ReadonlyMap<string, readonly Row[]>> {
  const db = connect(url);
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely_%'`.execute(db);
  const found = new Map<string, readonly Row[]>();
  for (const { name } of tables) {
    const { rows: held } = await sql<{
      row: Row;
    }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(db);
    found.set(
      name,
      held.map(({ row }) => row),
    );
  }
  await db.destroy();
  return found;
}

test('no table of then is without a row here', () => {
  expect(there.size).toBe(38);
  for (const [table, held] of there) expect(held, table).not.toEqual([]);
});

test('every row is as it was, but for the two columns that migrations renamed or let go', async () => {
  const today = await tablesOf(store.url);
  for (const [table, held] of there) {
    const expected = held.map(({ edits, scenario_version: _, ...row }) =>
      edits === undefined ? row : { ...row, document: edits },
    );
    expect(today.get(table), table).toMatchObject(expected);
  }
});

test('accounts sign in, sessions and tokens of then hold, with the roles of then', async () => {
  expect(await signIn(store.db, 'Anna', then.password, now)).toEqual({
    status: 'signed_in',
    userId: then.officer,
  });
  expect(anna).toMatchObject({ userId: then.officer, only: null });
  expect(anna.grants).toEqual([
    { role: 'officer', region: 'r', district: 'Farsta' },
    { role: 'school_supervisor', region: 'r', teams: ['t1'] },
  ]);
  expect(await actorOfToken(store.db, then.apiToken, now)).toMatchObject({
    userId: then.officer,
    only: new Set(['participant.read']),
  });
});

test('the answer to a request of then is given again', async () => {
  expect(await claimKey(store, then.keyed, now)).toEqual({
    status: 'answered',
    answer: { status: 201, ...then.keptAnswer },
  });
});

test('the region is read as it was, without whoever has been erased', async () => {
  const loaded = await loadRegionVersion(store, 1);
  expect(loaded).toMatchObject({ status: 'incomplete', erased: [then.erased] });
  expect('region' in loaded && loaded.region).toEqual({
    ...headBefore,
    ...placesBefore,
    participants: [then.placed, then.waiting].map((id) => ({ id, ...personBefore })),
    participant_languages: [then.placed, then.waiting].map((participant) => ({
      ...{ participant, language: 'som', level: 'native' },
    })),
    extracts: [then.placed, then.waiting].map((participant) => ({
      ...{ participant, principal: 'Staden', issued_on: '2003-11-01', shown_on: '2003-11-20' },
    })),
    decisions: [],
  });
  expect(await findPolicy(store.db, 'r', 1)).toMatchObject({ number: 1, note: 'lower' });
  expect(await retentionLimitsOf(store.db, 'r')).toEqual({ persons: 18, proposals: 30, versions: 42 });
  const asked = { id: then.upload, region: 'r', by: then.officer };
  expect((await findUpload(store, asked, now))?.bytes.toString()).toBe(then.uploaded);
  expect(await readContact(store, { region: 'r', participant: then.placed })).toEqual({
    ...{ status: 'found', contact: then.contactBefore, version: 1 },
  });
});

test('the proposal stands with its figures, proof, pairs and words', async () => {
  const head = await readProposal(store.db, then.standing);
  expect(head).toMatchObject({ standing: 'standing', job: then.doneJob, summary: summaryBefore });
  const { solution } = await store.db
    .selectFrom('proposals')
    .select('solution')
    .where('id', '=', then.standing)
    .executeTakeFirstOrThrow();
  expect(solution && unpackProof(solution)).toEqual(proofBefore);
  const read = await readPair(store, { proposal: then.standing, participant: then.placed, actor: anna });
  expect(read).toMatchObject({
    pair: { team: 't1', version: 2, state: { status: 'locked' }, history: [{ note: 'noterat Hemligvik' }] },
  });
  expect(await listUnplaced(store, { proposal: then.standing, actor: anna, limit: 9 })).toMatchObject({
    unplaced: [{ participant: then.waiting, reason: { sv: 'platserna Hemligvik' } }],
  });
  expect(await loadStanding(store, then.standing)).toMatchObject({ answers: [answerBefore], held: [] });
});

test('all that is held of a person is told, and nothing of one who had been erased', async () => {
  const made = await makeAccessReport(store, { region: 'r', participant: then.placed }, now);
  if (made.status !== 'made') throw new Error(made.status);
  const { versions, pairs, decisions, answers, cases, contact, log } = made.report.parts;
  expect(JSON.stringify(answers)).toContain('u1');
  expect(log.map(({ action }) => action).slice(0, 2)).toEqual(['participant.read', 'pair.lock']);
  for (const part of [versions, pairs, decisions, cases, contact])
    expect(JSON.stringify(part)).toContain('Hemligvik');
  const gone = await makeAccessReport(store, { region: 'r', participant: then.erased }, now);
  expect(gone).toMatchObject({ status: 'made', report: { erased: true } });
  expect(JSON.stringify(gone)).not.toContain('Hemligvik');
});

test('a scenario of then is there with its edits', async () => {
  expect(await findScenario(store.db, then.scenario)).toMatchObject({ name: 'En plats till', number: 1 });
  const version = await findScenarioVersion(store.db, then.scenario, 'latest');
  expect(version).toMatchObject({ regionVersion: 1, policy: 1, document: then.edits });
});

test('the job that was running when its worker was lost is taken up, and its events go on', async () => {
  expect(await eventsUntil(store, then.doneJob, isEnd)).toHaveLength(4);
  const pool = createJobPool({ threads: 1, places: 1 });
  const worker = await workOn(store, pool);
  const events = await eventsUntil(store, then.lostJob, isEnd);
  await worker.close();
  await pool.close();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.map(({ event }) => event).slice(2)).toEqual(
    expect.arrayContaining([
      { event: 'queued', why: 'worker_lost' },
      { event: 'running', attempt: 2 },
      { event: 'ended', state: 'done' },
    ]),
  );
  const made = await readProposal(store.db, then.asked);
  expect(made).toMatchObject({ status: 'proposed', standing: 'draft', summary: { placed: 2 } });
});

test('a person with protected data is read by the role for it, and gives the held seats back', async () => {
  const hanna = { userId: then.handler, grants: [], only: null };
  const handler = { ...hanna, grants: [{ role: 'protected_identity_handler', region: 'r' } as const] };
  const asked = { id: then.protectedPerson, actor: handler };
  expect(await readProtected(store, { ...asked, actor: anna })).toEqual({ status: 'not_found' });
  expect(await readProtected(store, asked)).toMatchObject({
    ...{ status: 'found', data: { person: personBefore }, place: { team: 't1', sfiGroup: 's1' } },
  });
  expect(await heldSeats(store.db, 'r')).toHaveLength(2);
  expect(await endProtected(store, asked)).toEqual({ status: 'ended' });
  expect(await heldSeats(store.db, 'r')).toEqual([]);
});

test('people go on deciding, and the log of then goes on as one chain', async () => {
  const step = { step: 'accept', note: '' } as const;
  const given = { proposal: then.standing, participant: then.placed, expectedVersion: 2, step, actor: anna };
  expect(await decide(store, given)).toMatchObject({ status: 'decided', version: 3 });
  await store.db.transaction().execute((transaction) =>
    appendAudit(transaction, {
      ...{ actor: then.officer, action: 'participant.read', region: 'r', subject: then.waiting, detail: {} },
    }),
  );
  const verified = await verifyAudit(store.db);
  expect(verified.status).toBe('whole');
  expect(verified.entries).toBeGreaterThan(logBefore.length + 1);
});
