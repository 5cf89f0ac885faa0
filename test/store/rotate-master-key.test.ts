/** Another master key in the place of the present one: everybody is read as before, at whatever moment the change is broken off. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { prepareAnchor, verifyAnchored } from '../../src/store/audit/anchor.ts';
import { readContact } from '../../src/store/contacts.ts';
import { claimKey, keepAnswer } from '../../src/store/idempotency.ts';
import { prepareKeyFile } from '../../src/store/master-key.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { addProtected, readProtected } from '../../src/store/protected/protected-person.ts';
import { rotateMasterKey } from '../../src/store/rotate-master-key.ts';
import { findUpload, keepUpload } from '../../src/store/uploads/uploads.ts';
import { createVault } from '../../src/store/vault.ts';
import { recordingTerminal } from '../cli/recording-terminal.ts';
import { participant } from '../matching/small-region.ts';
import { createEmptyDatabase } from './open-test-store.ts';
import { anna, leaveTrail, words } from './person-trail.ts';
import { addActor } from './proposals/standing-region.ts';

const cliFile = join(import.meta.dirname, '..', '..', 'src', 'cli', 'cli.mjs');
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url');
const folders: string[] = [];
let databaseUrl: string;
let dataDir: string;
let left: Awaited<ReturnType<typeof leaveAll>>;

beforeEach(async () => {
  databaseUrl = await createEmptyDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'resursutbyte-rotate-'));
  folders.push(dataDir);
  left = await within(leaveAll);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The store under the key of the folder, opened and closed again. */
async function within<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ databaseUrl, dataDir });
  if (store.status === 'failed') throw new Error(store.detail.en);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** A row in every table that has wrapped keys, and an anchor of the log. */
async function leaveAll(store: Store) {
  const { officer } = await leaveTrail(store, 'r');
  const handler = await addActor(store, 'Hanna', [{ role: 'protected_identity_handler', region: 'r' }]);
  const { id: _, ...person } = participant('x', { area: 'Hemligvik' });
  const data = { person, languages: [], sessions: [], extracts: [] };
  const added = await addProtected(store, { region: 'r', data, actor: handler });
  if (added.status !== 'added') throw new Error(added.status);
  const bytes = Buffer.from('an upload');
  const sent = { region: 'r', follows: 1, kind: 'json', bytes, by: officer } as const;
  const now = new Date();
  const upload = await store.db.transaction().execute((trx) => keepUpload(trx, store, sent, now));
  const keyed = { actor: officer, key: 'k', route: 'POST /x', digest: 'ab'.repeat(32) };
  const claimed = await claimKey(store, keyed, now);
  if (claimed.status !== 'claimed') throw new Error(claimed.status);
  await keepAnswer(store.db, store.vault, claimed.claim, { status: 201, type: 'text/plain', body: 'done' });
  await verifyAnchored(store, dataDir);
  return { officer, handler, protectedPerson: added.id, upload: upload.id, keyed };
}

async function expectAllRead(): Promise<void> {
  await within(async (store) => {
    const { officer, handler, protectedPerson, upload, keyed } = left;
    const now = new Date();
    const contact = { name: `Name ${words[anna]}` };
    expect(await readContact(store, { region: 'r', participant: anna })).toMatchObject({ contact });
    const found = await readProtected(store, { id: protectedPerson, actor: handler });
    expect(found).toMatchObject({ data: { person: { area: 'Hemligvik' } } });
    expect(await findUpload(store, { id: upload, region: 'r', by: officer }, now)).not.toBeNull();
    expect(await claimKey(store, keyed, now)).toMatchObject({ status: 'answered', answer: { body: 'done' } });
    expect(await verifyAnchored(store, dataDir)).toMatchObject({ status: 'whole' });
  });
  expect(existsSync(join(dataDir, 'master-key.next'))).toBe(false);
}

async function rotate(environment: Readonly<Record<string, string>>) {
  vi.unstubAllEnvs();
  vi.stubEnv('MASTER_KEY', undefined);
  for (const [name, value] of Object.entries({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    ...environment,
  }))
    vi.stubEnv(name, value);
  const { terminal, written } = recordingTerminal({ lang: 'en', watched: false });
  const code = await run(['key', 'rotate'], terminal);
  vi.unstubAllEnvs();
  return { code, note: written().note };
}

const keyFile = () => readFileSync(join(dataDir, 'master-key'), 'utf8').trim();

test('every table with wrapped keys is locked in anew, the file of the key too, and the log tells', async () => {
  const before = keyFile();
  const { rows: held } = await within(({ db }) =>
    sql<{ table: string }>`
      select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name in ('wrapped', 'answer_key') order by 1`.execute(db),
  );
  expect(held.map(({ table }) => table)).toEqual([
    ...['idempotency_keys', 'person_keys', 'protected_persons', 'uploads'],
  ]);
  const { code, note } = await rotate({ NEW_MASTER_KEY: key(1) });
  expect(code, note).toBe(0);
  expect(note).toContain('5 keys are locked in anew');
  expect(keyFile()).toBe(key(1));
  expect(statSync(join(dataDir, 'master-key')).mode & 0o777).toBe(0o600);
  await expectAllRead();
  const entries = await within(({ db }) =>
    db.selectFrom('audit_log').select(['actor', 'detail']).where('action', '=', 'key.rotate').execute(),
  );
  expect(entries).toEqual([
    { actor: null, detail: { from: expect.any(String), to: expect.any(String), keys: 5 } },
  ]);
  expect(JSON.stringify(entries)).not.toContain(key(1));
  const old = await openStore({ databaseUrl, dataDir, masterKey: Buffer.from(before, 'base64url') });
  expect(old).toMatchObject({ status: 'failed', code: 'master_key_wrong' });
});

test('a key that MASTER_KEY gives is changed without a file', async () => {
  expect(await rotate({ MASTER_KEY: keyFile(), NEW_MASTER_KEY: key(2) })).toMatchObject({ code: 0 });
  expect(existsSync(join(dataDir, 'master-key.next'))).toBe(false);
  writeFileSync(join(dataDir, 'master-key'), key(2));
  await expectAllRead();
});

test('a new key that is missing, malformed or the present one is refused, and so is a store in use', async () => {
  expect(await rotate({})).toMatchObject({
    code: 2,
    note: expect.stringContaining('NEW_MASTER_KEY is missing'),
  });
  const malformed = await rotate({ NEW_MASTER_KEY: 'Hemlig' });
  expect(malformed).toMatchObject({ code: 2, note: expect.stringContaining('must be 32 bytes') });
  expect(malformed.note).not.toContain('Hemlig');
  expect(await rotate({ NEW_MASTER_KEY: keyFile() })).toMatchObject({
    ...{ code: 2, note: expect.stringContaining('is used already') },
  });
  await within(async ({ db }) => {
    await sql`select 1`.execute(db);
    const refused = await rotate({ NEW_MASTER_KEY: key(3) });
    expect(refused).toMatchObject({ code: 2, note: expect.stringContaining('stop them first') });
  });
  await expectAllRead();
});

test('a key that does not open stops it all', async () => {
  const spoil = (wrapped: Buffer) =>
    within(({ db }) =>
      db.updateTable('person_keys').set({ wrapped }).where('participant', '=', anna).execute(),
    );
  const { wrapped } = await within(({ db }) =>
    db.selectFrom('person_keys').select('wrapped').where('participant', '=', anna).executeTakeFirstOrThrow(),
  );
  await spoil(Buffer.alloc(60));
  const refused = await rotate({ NEW_MASTER_KEY: key(4) });
  expect(refused).toMatchObject({ code: 2, note: expect.stringContaining('table person_keys') });
  await spoil(wrapped ?? Buffer.alloc(0));
  await expectAllRead();
});

test('broken off before the commit, the old key counts; after it, the new one', async () => {
  const before = keyFile();
  const next = Buffer.alloc(32, 5);
  const prepare = (store: Store) => {
    prepareKeyFile(dataDir, next);
    prepareAnchor(dataDir, store.vault, createVault(next));
  };
  const broken = within((store) =>
    rotateMasterKey(store, createVault(next), () => {
      prepare(store);
      throw new Error('broken off');
    }),
  );
  await expect(broken).rejects.toThrow('broken off');
  expect(existsSync(join(dataDir, 'master-key.next'))).toBe(true);
  await expectAllRead();
  expect(keyFile()).toBe(before);
  const outcome = await within((store) => rotateMasterKey(store, createVault(next), () => prepare(store)));
  expect(outcome).toEqual({ status: 'rotated', keys: 5 });
  expect(keyFile()).toBe(before);
  await expectAllRead();
  expect(keyFile()).toBe(next.toString('base64url'));
});

test('killed with the next key in its file, and with that in its place, everybody is still to be read', async () => {
  const moments = [() => existsSync(join(dataDir, 'master-key.next')), () => keyFile() === key(11)];
  for (const [round, isTime] of moments.entries()) {
    const given = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, NEW_MASTER_KEY: key(10 + round) };
    const env = { ...process.env, ...given };
    const child = spawn(process.execPath, [cliFile, 'key', 'rotate'], { env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (child.exitCode === null && !isTime()) await wait(1);
    child.kill('SIGKILL');
    await ended;
    await expectAllRead();
  }
});
