/**
 * A store for a test file: a database of its own on the run's one PostgreSQL, copied from a migrated template, so that it takes
 * a fraction of a second. At the top of a test file: `const store = await openTestStore();` — it closes by itself.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { connect } from '../../src/store/connect.ts';
import { installQueue } from '../../src/store/install-queue.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { openServer } from '../../src/store/server/server.ts';

const template = 'migrated';

/** 32 bytes, the same in every test. */
export const testMasterKey = new Uint8Array(32).fill(7);

/** A store whose database nobody else uses, with every migration applied and no rows. */
export async function openTestStore(): Promise<Store> {
  const databaseUrl = await createDatabase(template);
  const store = await openStore({ databaseUrl, dataDir: inject('storeFolder'), masterKey: testMasterKey });
  if (store.status === 'failed') throw new Error(store.detail.en);
  afterAll(store.close);
  return store;
}

/** The address of a database without any table. */
export function createEmptyDatabase(): Promise<string> {
  return createDatabase('template0');
}

async function createDatabase(from: string): Promise<string> {
  const server = await serverUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(server, async (client) => {
    // One makes the template while the others wait.
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(client, server);
    await client.query(`create database ${name} template ${from}`);
  });
  return inDatabase(server, name);
}

async function makeTemplate(client: pg.Client, server: string): Promise<void> {
  await client.query('create database migrating template template0');
  const url = inDatabase(server, 'migrating');
  const db = connect(url);
  await migrate(db);
  await db.destroy();
  await installQueue(url);
  await client.query(`alter database migrating rename to ${template}`);
}

/** The run's server, which the first to ask starts. */
async function serverUrl(): Promise<string> {
  for (;;) {
    const server = await openServer({ dataDir: inject('storeFolder'), join: true });
    if (server.status === 'running') return server.url;
    // Another test file is starting it.
    if (server.code !== 'server_busy') throw new Error(server.detail.en);
    await wait(50);
  }
}

function inDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
