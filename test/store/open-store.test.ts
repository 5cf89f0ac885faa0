import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { verifyAudit } from '../../src/store/audit/verify.ts';
import { connect } from '../../src/store/connect.ts';
import { checkMasterKey } from '../../src/store/master-key.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/migrations.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { decide } from '../../src/store/proposals/decide.ts';
import { readPair } from '../../src/store/proposals/read-pair.ts';
import { createVault } from '../../src/store/vault.ts';
import { createEmptyDatabase, openTestStore, testMasterKey } from './open-test-store.ts';
import { addActor, addProposal, addRegion, twoDistricts } from './proposals/standing-region.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'resursutbyte-open-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const open = (databaseUrl: string, masterKey?: Uint8Array) => openStore({ databaseUrl, dataDir, masterKey });

async function opened(databaseUrl: string, masterKey?: Uint8Array): Promise<Store> {
  const store = await open(databaseUrl, masterKey);
  if (store.status === 'failed') throw new Error(store.detail.en);
  return store;
}

test('several services that start at once on an empty database all find the newest schema', async () => {
  const databaseUrl = await createEmptyDatabase();
  const stores = await Promise.all([1, 2, 3, 4].map(() => opened(databaseUrl, testMasterKey)));
  for (const { db } of stores) expect(await db.selectFrom('audit_log').selectAll().execute()).toEqual([]);
  for (const store of stores) await store.close();
});

test('every migration can be the last of an earlier program, and what was there then stays', async () => {
  const names = Object.keys(migrations);
  expect(names).toEqual([...names].sort());
  const db = connect(await createEmptyDatabase());
  for (const name of names) {
    expect(await migrate(db, name)).toEqual({ status: 'migrated', applied: [name] });
    if (name === names[0]) await db.insertInto('regions').values({ id: 'early', name: 'Early' }).execute();
  }
  expect(await migrate(db)).toEqual({ status: 'migrated', applied: [] });
  expect(await db.selectFrom('regions').select('id').execute()).toEqual([{ id: 'early' }]);
  await db.destroy();
});

test('several services that start at once on the version before bring all that was there along', async () => {
  const databaseUrl = await createEmptyDatabase();
  const before = connect(databaseUrl);
  await migrate(before, Object.keys(migrations).at(-2));
  const data = { db: before, vault: createVault(testMasterKey) };
  await checkMasterKey(before, data.vault);
  const added = await addRegion(data, 'r', twoDistricts(3));
  const proposal = await addProposal(data, added, [{ participant: 'p000', team: 't0' }]);
  const actor = await addActor(data, 'Anna', [{ role: 'officer', region: 'r' }]);
  const decided = {
    participant: 'p000',
    expectedVersion: 1,
    step: { step: 'lock', note: 'med ord' },
  } as const;
  expect(await decide(data, { proposal, actor, ...decided })).toMatchObject({ status: 'decided' });
  const there = await rowsOf(before);
  await before.destroy();
  const stores = await Promise.all([1, 2, 3].map(() => opened(databaseUrl, testMasterKey)));
  const [{ db, vault }] = stores;
  const now = await rowsOf(db);
  for (const [table, rows] of there)
    expect(now.get(table), table).toEqual(
      expect.arrayContaining(rows.map((row) => expect.objectContaining(row))),
    );
  expect(await verifyAudit(db)).toMatchObject({ status: 'whole', entries: 1 });
  expect((await readPair({ db, vault }, { proposal, participant: 'p000', actor })).status).toBe('found');
  for (const store of stores) await store.close();
});

/** All that the tables of ours have, but for what the migrations note of themselves. */
async function rowsOf(db: Store['db']): Promise<ReadonlyMap<string, readonly object[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely_%'`.execute(db);
  const found = new Map<string, readonly object[]>();
  for (const { name } of tables) {
    const { rows } = await sql<{ row: object }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(
      db,
    );
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

test('a database of a newer program is refused with a sentence and left as it is', async () => {
  const { db, url } = await openTestStore();
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2100-01-01')`.execute(db);
  expect(await open(url, testMasterKey)).toMatchObject({ status: 'failed', code: 'database_newer' });
});

test('a database sealed under another master key is refused with a sentence', async () => {
  const { url } = await openTestStore();
  const other = new Uint8Array(32).fill(8);
  expect(await open(url, other)).toMatchObject({ status: 'failed', code: 'master_key_wrong' });
  expect(await open(url)).toMatchObject({ status: 'failed', code: 'master_key_wrong' });
});

test('a database that does not answer, is not there or lets nobody in is a failure, not an exception', async () => {
  const { url } = await openTestStore();
  const changed = (change: (address: URL) => void) => {
    const address = new URL(url);
    change(address);
    return address.href;
  };
  const addresses = [
    'postgres://user:secret@127.0.0.1:1/postgres',
    'postgres://user:secret@nowhere.invalid/postgres',
    changed((address) => {
      address.pathname = '/nothing_of_that_name';
    }),
    changed((address) => {
      address.password = 'wrong';
    }),
  ];
  for (const address of addresses) {
    const failed = await open(address, testMasterKey);
    expect(failed).toMatchObject({ status: 'failed', code: 'database_unreachable' });
    expect(JSON.stringify(failed)).not.toMatch(/secret|wrong/);
  }
});

test('a connection that breaks fails its query and nothing else', async () => {
  const { db } = await openTestStore();
  const broken = db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    await sql`select pg_terminate_backend(${rows[0]?.pid}::integer)`.execute(db);
    await sql`select 1`.execute(transaction);
  });
  await expect(broken).rejects.toThrow();
  // Several at once, so that some are idle when they are ended.
  await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.1)`.execute(db)));
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
  for (let query = 0; query < 5; query++) expect((await sql`select 1`.execute(db)).rows).toHaveLength(1);
});
