import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { verifyAudit } from '../../../src/store/audit/verify.ts';
import { makeBackup } from '../../../src/store/backup/make-backup.ts';
import { restoreBackup } from '../../../src/store/backup/restore-backup.ts';
import { backupTables } from '../../../src/store/backup/tables.ts';
import { connect } from '../../../src/store/connect.ts';
import { readContact } from '../../../src/store/contacts.ts';
import { shredPersonKey } from '../../../src/store/person-keys.ts';
import { loadRegionVersion } from '../../../src/store/regions/load-region-version.ts';
import { saveRegionVersion } from '../../../src/store/regions/save-region-version.ts';
import type { Database } from '../../../src/store/schema/database.ts';
import { createEmptyDatabase, openTestStore } from '../open-test-store.ts';
import { anna, bo, leaveTrail } from '../person-trail.ts';

const store = await openTestStore();
const { db, vault } = store;
const folder = mkdtempSync(join(tmpdir(), 'resursutbyte-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'backup.gz');
const at = new Date('2005-01-01T00:00:00Z');

const trail = await leaveTrail(store, 'r');
const odd = await leaveTrail(store, 'odd');
await shredPersonKey(db, 'odd', anna, at);
// Rows that refer to later ones and to themselves, numbers that lose nothing, bytes, lists, and JSON letter by letter.
await db.updateTable('users').set({ disabled_at: at }).where('id', '=', odd.officer).execute();
await sql`update proposals set previous = ${odd.empty}, status = 'failed', failure = '{ "a" : 1e400, "b": "\\u0000\\ud800" }',
  started_at = '2004-02-29 23:59:59.123456+02', ended_at = 'infinity', problem_digest = ${'ab'.repeat(32)}, summary = '[]', solution = ${Buffer.alloc(5_000_000, 1)}
  where id = ${odd.proposal}`.execute(db);
await db
  .insertInto('jobs')
  .values({
    kind: 'x',
    proposal: odd.proposal,
    objective: 0.1 + 0.2,
    bound: 5e-324,
    state: 'cancelled',
    ended_at: at,
  })
  .execute();
await db
  .insertInto('api_tokens')
  .values({
    user_id: odd.officer,
    name: 'å "{},\\',
    token_hash: Buffer.alloc(32),
    scopes: ['a,b', '"', '\\', 'NULL'],
    expires_at: new Date('2999-01-01'),
  })
  .execute();

async function emptyDatabase(): Promise<Kysely<Database>> {
  const other = connect(await createEmptyDatabase());
  afterAll(() => other.destroy());
  return other;
}

async function contentOf(of: Kysely<Database>): Promise<Record<string, readonly string[]>> {
  const content: Record<string, readonly string[]> = {};
  for (const { name } of await backupTables(of)) {
    const { rows } = await sql<{
      row: string;
    }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(of);
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

test('what is restored elsewhere is the same, table by table, and its log verifies', async () => {
  const made = await makeBackup(store, file, at);
  const content = await contentOf(db);
  expect(made).toEqual({
    tables: Object.keys(content).length,
    rows: Object.values(content).reduce((sum, rows) => sum + rows.length, 0),
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const other = await emptyDatabase();
  expect(await restoreBackup(other, file, vault.fingerprint)).toEqual({
    status: 'restored',
    madeAt: '2005-01-01T00:00:00.000Z',
    ...made,
  });
  expect(await contentOf(other)).toEqual(content);
  expect(await verifyAudit(other)).toEqual(await verifyAudit(db));
  const restored = { ...store, db: other };
  expect(await loadRegionVersion(restored, trail.version)).toEqual(
    await loadRegionVersion(store, trail.version),
  );
  expect(await readContact(restored, { region: 'r', participant: anna })).toMatchObject({ status: 'found' });
  expect(await loadRegionVersion(restored, odd.version)).toMatchObject({
    status: 'incomplete',
    erased: [anna],
  });
});

test('what was restored goes on: numbers follow, and the schema refuses what it did', async () => {
  const other = await emptyDatabase();
  await restoreBackup(other, file, vault.fingerprint);
  const loaded = await loadRegionVersion(store, trail.version);
  if (loaded.status !== 'whole') throw new Error(loaded.status);
  const saved = await saveRegionVersion(
    { ...store, db: other },
    { region: 'r', content: loaded.region, digest: 'ef'.repeat(32), note: '', importedBy: null, follows: 1 },
  );
  expect(saved).toMatchObject({ status: 'saved', version: { id: odd.version + 1 } });
  const orphan = sql`insert into answers (proposal, participant, sealed, recorded_by)
    values (gen_random_uuid(), 'x', '\\x00', ${trail.officer})`;
  await expect(orphan.execute(other)).rejects.toMatchObject({ code: '23503' });
  await expect(sql`delete from audit_log`.execute(other)).rejects.toThrow('written once');
  const { rows } = await sql`select from pg_constraint where contype = 'f' and condeferrable`.execute(other);
  expect(rows).toEqual([]);
});

test('the backup holds neither the master key nor anything that tells about a person', () => {
  const text = gunzipSync(readFileSync(file)).toString('latin1');
  for (const secret of [
    'Hemligvik',
    'Tystberga',
    '070-123',
    Buffer.alloc(32, 7).toString('hex'),
    Buffer.alloc(32, 7).toString('base64url'),
  ])
    expect(text.includes(secret), secret).toBe(false);
  expect(text.includes(bo)).toBe(true);
});

test('a backup is restored into an empty database only, with its own master key, and of a schema that is known', async () => {
  expect(await restoreBackup(db, file, vault.fingerprint)).toMatchObject({ status: 'not_empty' });
  const other = await emptyDatabase();
  expect(await restoreBackup(other, file, '0123456789abcdef')).toEqual({ status: 'other_key' });
  const lines = gunzipSync(readFileSync(file)).toString().split('\n');
  const newer = lines[0].replace('"0001-people"', '"0001-people-again"');
  const changed = join(folder, 'newer.gz');
  writeFileSync(changed, gzipSync([newer, ...lines.slice(1)].join('\n')));
  expect(await restoreBackup(other, changed, vault.fingerprint)).toEqual({ status: 'unknown_schema' });
  await expect(restoreBackup(other, join(folder, 'nowhere.gz'), vault.fingerprint)).rejects.toMatchObject({
    code: 'ENOENT',
  });
  expect(await backupTables(other)).toEqual([]);
});

test('a backup that was cut or changed anywhere is refused, and nothing of it is kept', async () => {
  const packed = readFileSync(file);
  const plain = gunzipSync(packed).toString();
  const lines = plain.split('\n');
  const at = lines.findIndex((line) => line.includes('"participant.read"'));
  const spoiled = {
    'cut as a file': packed.subarray(0, packed.length - 20),
    'no gzip': Buffer.from('hello'),
    'an empty file': Buffer.alloc(0),
    'without its end': gzipSync(`${lines.slice(0, -2).join('\n')}\n`),
    'without a row': gzipSync(lines.toSpliced(at, 1).join('\n')),
    'with a letter changed': gzipSync(
      lines.with(at, lines[at].replace('participant.read', 'participant.rank')).join('\n'),
    ),
    'with a line after the end': gzipSync(`${plain}[]\n`),
    'with a row too short': gzipSync(lines.with(at, '["1"]').join('\n')),
  };
  const other = await emptyDatabase();
  for (const [how, bytes] of Object.entries(spoiled)) {
    const path = join(folder, 'spoiled.gz');
    writeFileSync(path, bytes);
    expect(await restoreBackup(other, path, vault.fingerprint), how).toEqual({ status: 'damaged' });
  }
  const left = Object.values(await contentOf(other)).flat();
  expect(left).toEqual([]);
});
