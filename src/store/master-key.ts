/** The master key: given, or made at first start and kept in a file of the data folder that only its owner reads. */
import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import { errorCode, type StoreFailure, storeFailure } from './failure.ts';
import type { Database } from './schema/database.ts';
import { createVault, keyBytes, type Vault } from './vault.ts';

/** Whether the folder has a key already. */
export function hasMasterKey(dataDir: string): boolean {
  return existsSync(join(dataDir, 'master-key'));
}

/** The key in the folder's file; made where there is none, whole and on disk before it can be used. */
export function masterKeyIn(dataDir: string): Buffer {
  const file = join(dataDir, 'master-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    giveName(writeKey(file, randomBytes(keyBytes)), file);
  }
  return readKey(file);
}

/** Keeps the key that is to come in a file beside the present one, on disk before anything is sealed under it. */
export function prepareKeyFile(dataDir: string, next: Uint8Array): void {
  renameSync(writeKey(nextFile(dataDir), next), nextFile(dataDir));
  syncFolder(dataDir);
}

/**
 * A change of keys that was broken off left two files: the key that the database knows is the folder's from now on, and the other is gone.
 * (Of a fingerprint that neither has nothing is changed.)
 */
export function settleKeyFile(dataDir: string, fingerprint: string): void {
  const next = nextFile(dataDir);
  if (!existsSync(next)) return;
  const present = join(dataDir, 'master-key');
  if (createVault(readKey(next)).fingerprint === fingerprint) renameSync(next, present);
  else if (createVault(readKey(present)).fingerprint === fingerprint) rmSync(next);
  syncFolder(dataDir);
}

const nextFile = (dataDir: string) => join(dataDir, 'master-key.next');

function readKey(file: string): Buffer {
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
}

/** Writes a key whole, under a name that nobody else has; gives that. */
function writeKey(file: string, key: Uint8Array): string {
  const fresh = `${file}.${randomUUID()}`;
  const text = `${Buffer.from(key).toString('base64url')}\n`;
  writeFileSync(fresh, text, { mode: 0o600, flush: true });
  return fresh;
}

/** Names are on disk once their folder is. Windows keeps them without being asked, and opens no folder. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}

/** Of several at once the first gives its file the name. */
function giveName(fresh: string, file: string): void {
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh);
  }
}

/** The fingerprint of the master key that a database's person keys are under; undefined where nobody has come yet. */
export async function knownFingerprint(db: Kysely<Database>): Promise<string | undefined> {
  const known = await db.selectFrom('master_keys').select('fingerprint').executeTakeFirst();
  return known?.fingerprint;
}

/** Null where the database's person keys are under this master key; the first to come decides. */
export async function checkMasterKey(db: Kysely<Database>, vault: Vault): Promise<StoreFailure | null> {
  return db.transaction().execute(async (transaction) => {
    await lockMasterKey(transaction);
    const known = await knownFingerprint(transaction);
    if (known !== undefined) return known === vault.fingerprint ? null : wrong;
    await transaction.insertInto('master_keys').values({ fingerprint: vault.fingerprint }).execute();
    return null;
  });
}

/** One at a time finds out which key counts, or changes it. */
export async function lockMasterKey(transaction: Transaction<Database>): Promise<void> {
  await sql`lock table master_keys in exclusive mode`.execute(transaction);
}

const wrong = storeFailure(
  'master_key_wrong',
  'Databasens personuppgifter är förseglade med en annan huvudnyckel: ange den rätta med MASTER_KEY.',
  "The database's personal data are sealed under another master key: give the right one in MASTER_KEY.",
);
