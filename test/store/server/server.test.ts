/** The life of a server of the service's own: made, refused to a second, found again after kill -9, stopped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../../src/store/open-store.ts';

let dataDir = '';
let children: ChildProcess[] = [];
let stores: Store[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'resursutbyte-server-'));
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const store of stores) await store.close();
  children = [];
  stores = [];
  rmSync(dataDir, { recursive: true, force: true });
});

async function opened(options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ dataDir, ...options });
  if (store.status === 'failed') throw new Error(store.detail.en);
  stores.push(store);
  return store;
}

async function closed(store: Store): Promise<void> {
  stores = stores.filter((other) => other !== store);
  await store.close();
}

/** Starts a service as a process of its own; `said` gathers the lines that it says. */
async function startService(folder: string, user: { uid?: number; gid?: number } = {}) {
  const program = join(import.meta.dirname, 'service-process.ts');
  const child = spawn(process.execPath, [program, folder], { ...user, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const said: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    said.push(...lines);
  });
  const closing = once(child, 'close');
  while (said.length < 30 && child.exitCode === null)
    await Promise.race([once(child.stdout, 'data'), closing]);
  return { child, said, closing };
}

async function kill(service: Awaited<ReturnType<typeof startService>>): Promise<void> {
  service.child.kill('SIGKILL');
  await service.closing;
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function expectStopped({ url }: Store): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await expect(client.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
}

const regionIds = async ({ db }: Store) =>
  (await db.selectFrom('regions').select('id').execute()).map(({ id }) => id);

test('a first start makes a database that writes to disk, and secrets that only their owner reads', async () => {
  const store = await opened();
  for (const file of ['postgres-password', 'master-key']) {
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, file), 'utf8').trim().length).toBeGreaterThanOrEqual(32);
  }
  expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0);
  const setting = async (name: string) =>
    (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(store.db)).rows[0]?.value;
  expect(await setting('fsync')).toBe('on');
  expect(await setting('synchronous_commit')).toBe('on');
  expect(await setting('data_checksums')).toBe('on');
  expect(await setting('server_encoding')).toBe('UTF8');
});

test('nobody gets in from another machine, or without the password', async () => {
  const { url } = await opened();
  const { port, hostname } = new URL(url);
  expect(hostname).toBe('127.0.0.1');
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    const socket = connectSocket({ host: address, port: Number(port) });
    await expect(once(socket, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }
  const wrong = new URL(url);
  wrong.password = 'wrong';
  const client = new pg.Client({ connectionString: wrong.href });
  await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
});

test('errors that quote values do not reach the log', async () => {
  const { db } = await opened();
  const values = { id: 'once', name: 'someone-named-in-a-row' };
  await db.insertInto('regions').values(values).execute();
  await expect(db.insertInto('regions').values(values).execute()).rejects.toThrow();
  await expect(sql`select 'someone-named-in-a-query'::integer`.execute(db)).rejects.toThrow();
  const log = readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('someone-named');
});

test('a second service on the folder is refused with a sentence; a command may join; after the close all is there', async () => {
  const first = await opened();
  const refused = await openStore({ dataDir });
  expect(refused).toMatchObject({ status: 'failed', code: 'folder_taken' });
  if (refused.status === 'failed') {
    expect(refused.detail.sv).toContain('använder redan mappen');
    expect(refused.detail.en).toContain('uses the folder');
  }
  const joined = await opened({ join: true });
  await joined.db.insertInto('regions').values({ id: 'joined', name: 'x' }).execute();
  await closed(joined);
  expect(await regionIds(first)).toEqual(['joined']);
  await closed(first);
  await expectStopped(first);
  expect(await regionIds(await opened())).toEqual(['joined']);
});

test('a service killed with kill -9 leaves a server that the next one takes over, with all that was acknowledged', async () => {
  const service = await startService(dataDir);
  expect(service.said[0]).toBe('open');
  expect(await openStore({ dataDir })).toMatchObject({ status: 'failed', code: 'folder_taken' });
  const pid = postmasterPid();
  await kill(service);
  expect(isAlive(pid)).toBe(true);
  const next = await opened();
  expect(postmasterPid()).toBe(pid);
  expect(await regionIds(next)).toEqual(expect.arrayContaining(service.said.slice(1)));
  await closed(next);
  await expectStopped(next);
});

test('a server killed with kill -9 along with its service is started again, with all that was acknowledged', async () => {
  const service = await startService(dataDir);
  process.kill(postmasterPid(), 'SIGKILL');
  await kill(service);
  expect(await regionIds(await opened())).toEqual(expect.arrayContaining(service.said.slice(1)));
});

test('a process that has the number of a server that is gone is left alone', async () => {
  await closed(await opened());
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  children.push(stranger);
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(pidFile, `${stranger.pid}\n${join(dataDir, 'postgres')}\n0\n1\n\n127.0.0.1\n`);
  await closed(await opened());
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
});

test('a database that was being made when the power went is made anew', async () => {
  mkdirSync(join(dataDir, 'postgres.new'));
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18');
  writeFileSync(join(dataDir, 'postgres-password'), '');
  expect(await regionIds(await opened())).toEqual([]);
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
});

test('a folder that cannot hold data is refused with a sentence', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  expect(await openStore({ dataDir: join(file, 'inside') })).toMatchObject({
    status: 'failed',
    code: 'folder_unusable',
  });
});

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

test.runIf(isRoot)(
  'root lends the server to a user without rights, in open and in closed folders',
  async () => {
    for (const mode of [0o755, 0o700]) {
      chmodSync(dataDir, mode);
      const store = await opened({ dataDir: join(dataDir, `below-${mode}`) });
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(store.db);
      expect(statSync(`/proc/${rows[0]?.pid}`).uid).not.toBe(0);
      await closed(store);
    }
  },
);

// In a checkout that is closed to others, as one in root's home, a plain user cannot run this program at all.
test.runIf(isRoot && mayRun(nobody, process.execPath))(
  'a plain user starts, is killed and starts again',
  async () => {
    chownSync(dataDir, nobody.uid, nobody.gid);
    const first = await startService(dataDir, nobody);
    expect(first.said[0]).toBe('open');
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(nobody.uid);
    await kill(first);
    const second = await startService(dataDir, nobody);
    expect(second.said[0]).toBe('open');
    await kill(second);
    expect(await regionIds(await opened())).toEqual(
      expect.arrayContaining([...first.said.slice(1), ...second.said.slice(1)]),
    );
  },
);

function mayRun(user: { readonly uid: number; readonly gid: number }, program: string): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/' }).status === 0;
}
