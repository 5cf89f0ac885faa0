/** The store, opened: a database that is given, or one of the service's own; brought to the newest schema; with the vault of its person keys. */
import { type Kysely, sql } from 'kysely';
import { connect } from './connect.ts';
import { errorCode, type StoreFailure, storeFailure } from './failure.ts';
import { installQueue } from './install-queue.ts';
import { checkMasterKey, hasMasterKey, knownFingerprint, masterKeyIn, settleKeyFile } from './master-key.ts';
import { migrate } from './migrate.ts';
import type { Database } from './schema/database.ts';
import { openServer, type RunningServer } from './server/server.ts';
import { createVault, type Vault } from './vault.ts';

/** What it takes to open a store that stands: for the threads of this process alone. Never shown, never written. */
export interface StoreAccess {
  /** The database's address, with its password. */
  readonly url: string;
  readonly masterKey: Uint8Array;
}

/** What reading and writing take. */
export interface StoreData {
  readonly db: Kysely<Database>;
  readonly vault: Vault;
}

export interface Store extends StoreData, StoreAccess {
  readonly status: 'open';
  /** Ends the connections, then the server where it is the service's own. */
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  /** postgres://... of a database that is there already. Without it the service runs a server of its own in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  /** 32 bytes; without it, those in a file of `dataDir`. */
  readonly masterKey?: Uint8Array | undefined;
  /** For a command: use the server of a service that runs on `dataDir`, rather than be refused. */
  readonly join?: boolean;
}

/** Opens the store. What keeps it from opening is a failure with a sentence; then nothing is left running. */
export async function openStore(options: StoreOptions): Promise<Store | StoreFailure> {
  const opened = await openWith(options, (db, url) => prepare(db, url, options));
  if (opened.status === 'failed') return opened;
  const { db, url, prepared, close } = opened;
  return { status: 'open', db, vault: prepared.vault, url, masterKey: prepared.key, close };
}

/** A database as it is, with no schema of ours perhaps, and the vault of the key that is there already. */
export interface BareStore extends Pick<Store, 'db' | 'close'> {
  readonly status: 'open';
  /** Null where no key is given and the folder has none. */
  readonly vault: Vault | null;
}

/** Opens the database and changes nothing in it: for a restore. */
export async function openBareStore(options: StoreOptions): Promise<BareStore | StoreFailure> {
  const opened = await openWith(options, async (db) => {
    await sql`select 1`.execute(db);
    return { status: 'ready' as const };
  });
  if (opened.status === 'failed') return opened;
  const key = options.masterKey ?? (hasMasterKey(options.dataDir) ? masterKeyIn(options.dataDir) : null);
  return { status: 'open', db: opened.db, vault: key && createVault(key), close: opened.close };
}

interface Opened<Prepared> extends Pick<Store, 'db' | 'url' | 'close' | 'status'> {
  readonly prepared: Prepared;
}

async function openWith<Prepared extends { readonly status: 'ready' }>(
  options: StoreOptions,
  prepareIt: (db: Kysely<Database>, url: string) => Promise<Prepared | StoreFailure>,
): Promise<Opened<Prepared> | StoreFailure> {
  const server = await findServer(options);
  if (server.status === 'failed') return server;
  const db = connect(server.url);
  const close = async () => {
    await db.destroy();
    await server.stop();
  };
  const prepared = await prepareIt(db, server.url).catch(async (error: unknown) => {
    if (isUnreachable(error)) return unreachable;
    await close();
    throw error;
  });
  if (prepared.status === 'failed') {
    await close();
    return prepared;
  }
  return { status: 'open', db, url: server.url, prepared, close };
}

/** Opens, in a thread, the store that the process has opened already: a connection of its own, and nothing to prepare. */
export function joinStore({ url, masterKey }: StoreAccess): StoreData & Pick<Store, 'close'> {
  const db = connect(url, 1);
  return { db, vault: createVault(masterKey), close: () => db.destroy() };
}

function findServer({
  databaseUrl,
  dataDir,
  join = false,
}: StoreOptions): Promise<RunningServer | StoreFailure> {
  if (databaseUrl === undefined) return openServer({ dataDir, join });
  return Promise.resolve({ status: 'running', url: databaseUrl, stop: async () => undefined });
}

async function prepare(
  db: Kysely<Database>,
  url: string,
  { masterKey, dataDir }: StoreOptions,
): Promise<{ readonly status: 'ready'; readonly vault: Vault; readonly key: Uint8Array } | StoreFailure> {
  const migrated = await migrate(db);
  if (migrated.status === 'failed') return migrated;
  await installQueue(url);
  const known = await knownFingerprint(db);
  if (masterKey === undefined && known !== undefined) settleKeyFile(dataDir, known);
  const key = masterKey ?? masterKeyIn(dataDir);
  const vault = createVault(key);
  return (await checkMasterKey(db, vault)) ?? { status: 'ready', vault, key };
}

/** No answer, a refused sign-in, or a database that does not exist. */
function isUnreachable(error: unknown): boolean {
  const code = errorCode(error);
  return (
    (code !== undefined && /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|28|3D000|57P03)/.test(code)) ||
    (error instanceof Error && /timeout/.test(error.message))
  );
}

const unreachable = storeFailure(
  'database_unreachable',
  'Databasen svarar inte eller släpper inte in tjänsten: kontrollera DATABASE_URL.',
  'The database does not answer or does not let the service in: check DATABASE_URL.',
);
