/** The commands that look after the store, on a database of their own, as somebody at the machine runs them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { createEmptyDatabase, openTestStore, testMasterKey } from '../store/open-test-store.ts';
import { anna, bo, leaveTrail, words } from '../store/person-trail.ts';
import { recordingTerminal } from './recording-terminal.ts';

const store = await openTestStore();
const { db } = store;
const folder = mkdtempSync(join(tmpdir(), 'resursutbyte-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());
const backup = join(folder, 'backup.gz');
await leaveTrail(store, 'r');

async function cli(args: readonly string[], over: Readonly<Record<string, string | undefined>> = {}) {
  const environment = {
    DATABASE_URL: store.url,
    DATA_DIR: folder,
    MASTER_KEY: Buffer.from(testMasterKey).toString('base64url'),
    ...over,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { terminal, written } = recordingTerminal({ lang: 'en', watched: false });
  return { code: await run(args, terminal), ...written() };
}

test('audit verify tells that the log is whole, and what the anchor vouches for', async () => {
  const first = await cli(['audit', 'verify']);
  expect(first).toMatchObject({ code: 0, result: '' });
  expect(first.note).toContain('The log is whole: 4 entries. There was no earlier anchor');
  const second = await cli(['audit', 'verify', '--json']);
  expect(second).toMatchObject({ code: 0 });
  expect(JSON.parse(second.result)).toMatchObject({
    status: 'whole',
    entries: 4,
    anchoredTo: 4,
    head: { seq: 4 },
  });
});

test('a backup is restored into another database, and the log goes on there', async () => {
  expect(await cli(['backup', '--out', join(folder, 'nowhere', 'x.gz')])).toMatchObject({ code: 2 });
  const made = await cli(['backup', '--out', backup]);
  expect(made).toMatchObject({ code: 0, result: '' });
  expect(made.note).toContain('The master key is not in it');
  const told = db.selectFrom('audit_log').select(['actor', 'detail']).where('action', '=', 'service.backup');
  expect(await told.execute()).toEqual([
    { actor: null, detail: { tables: expect.any(Number), rows: expect.any(Number) } },
  ]);
  const url = await createEmptyDatabase();
  const there = { DATABASE_URL: url, DATA_DIR: mkdtempSync(join(folder, 'restored-')) };
  for (const [over, why] of [
    [{ DATABASE_URL: store.url }, 'not empty'],
    [{ ...there, MASTER_KEY: undefined }, 'The master key is missing'],
    [{ ...there, MASTER_KEY: Buffer.alloc(32, 1).toString('base64url') }, 'another master key'],
  ] as const) {
    const refused = await cli(['restore', backup], over);
    expect(refused.code).toBe(2);
    expect(refused.note).toContain(why);
  }
  const cut = join(folder, 'cut.gz');
  writeFileSync(cut, readFileSync(backup).subarray(0, 1000));
  expect((await cli(['restore', cut], there)).note).toContain('no whole backup');
  expect((await cli(['restore', join(folder, 'nowhere.gz')], there)).note).toContain('cannot be read');
  const restored = await cli(['restore', backup], there);
  expect(restored).toMatchObject({ code: 0, result: '' });
  expect(restored.note).toContain('the log is whole');
  const verified = await cli(['audit', 'verify', '--json'], there);
  expect(JSON.parse(verified.result)).toMatchObject({ status: 'whole', entries: 5, anchoredTo: 5 });
});

test('retention lists what would go and why, and then lets it go', async () => {
  const dry = await cli(['retention', '--dry-run']);
  expect(dry).toMatchObject({ code: 0, result: '' });
  expect(dry.note).toContain(`r: person ${anna}: the period ended on 2004-12-31, kept until 2007-01-01`);
  expect(dry.note).toContain('2 would go.');
  expect((await cli(['retention', '--region', 'r', '--persons', '1200'])).note).toContain(
    'r keeps persons 1200',
  );
  expect((await cli(['retention'])).note).toContain('0 gone.');
  await cli(['retention', '--region', 'r', '--persons', '24']);
  const done = await cli(['retention', '--json']);
  expect(JSON.parse(done.result)).toMatchObject([{ region: 'r', persons: [{ id: bo }, { id: anna }] }]);
  const left = await db
    .selectFrom('person_keys')
    .select('participant')
    .where('wrapped', 'is not', null)
    .execute();
  expect(left).toEqual([]);
  expect((await cli(['audit', 'verify'])).code).toBe(0);
  for (const wrong of [
    ['--persons', '0', '--region', 'r'],
    ['--persons', '5'],
    ['--region', 'r', '--persons', '5', '--dry-run'],
  ])
    expect(await cli(['retention', ...wrong])).toMatchObject({ code: 2, result: '' });
  expect(await cli(['retention', '--region', 'nowhere'])).toMatchObject({ code: 2 });
});

test('audit verify ends with 4 and names the entry, where somebody changed the log', async () => {
  await sql`alter table audit_log disable trigger user`.execute(db);
  await sql`update audit_log set subject = 'somebody-else' where seq = 2`.execute(db);
  const found = await cli(['audit', 'verify', '--json']);
  expect(found.code).toBe(4);
  expect(found.note).toContain('Entry 2 was changed.');
  expect(JSON.parse(found.result)).toMatchObject({
    status: 'broken',
    faults: [{ seq: '2', kind: 'changed' }],
  });
  await sql`delete from audit_log`.execute(db);
  const cut = await cli(['audit', 'verify']);
  expect(cut.code).toBe(4);
  expect(cut.note).toContain('the end is gone');
});

test('no command says anything of a person but the pseudonym that retention is asked for', async () => {
  const all = [
    await cli(['backup', '--out', backup]),
    await cli(['retention']),
    await cli(['audit', 'verify']),
  ];
  for (const secret of [...Object.values(words), anna, '070-123'])
    for (const { result, note, line } of all) expect(`${result}${note}${line}`).not.toContain(secret);
});

test('import makes a region, then its next version; what is wrong with a file is told, and nothing saved', async () => {
  const from = join(import.meta.dirname, '..', '..', 'data', 'farsta-2004');
  expect(await cli(['import', from, '--as', 'Farsta'])).toMatchObject({ code: 2 });
  expect(await cli(['import', folder, '--as', 'farsta'])).toMatchObject({ code: 2 });
  expect(await cli(['import', from, '--as', 'farsta'])).toMatchObject({ code: 0, result: 'farsta 1\n' });
  expect(await cli(['import', from, '--as', 'farsta', '--note', 'again'])).toMatchObject({
    result: 'farsta 2\n',
  });
  const versions = await db
    .selectFrom('region_versions')
    .select('note')
    .where('region', '=', 'farsta')
    .execute();
  expect(versions.map(({ note }) => note).sort()).toEqual(['', 'again']);
});
