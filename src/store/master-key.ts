/** The master key: given, or made at first start and kept in a file of the data folder that only its owner reads. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { errorCode, type StoreFailure, storeFailure } from './failure.ts';
import type { Database } from './schema/database.ts';
import { keyBytes, type Vault } from './vault.ts';

/** Whether the folder has a key already. */
export function hasMasterKey(dataDir: string): boolean {
  return existsSync(join(dataDir, 'master-key'));
}

/** The key in the folder's file; made where there is none, whole and on disk before it can be used. */
export function masterKeyIn(dataDir: string): Buffer {
  const file = join(dataDir, 'master-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const fresh = `${file}.${randomUUID()}`;
    writeFileSync(fresh, `${randomBytes(keyBytes).toString('base64url')}\n`, { mode: 0o600, flush: true });
    giveName(fresh, file);
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
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

/** Null where the database's person keys are under this master key; the first to come decides. */
export async function checkMasterKey(db: Kysely<Database>, vault: Vault): Promise<StoreFailure | null> {
  return db.transaction().execute(async (transaction) => {
    await sql`lock table master_keys in exclusive mode`.execute(transaction);
    const known = await transaction.selectFrom('master_keys').select('fingerprint').executeTakeFirst();
    if (known !== undefined) return known.fingerprint === vault.fingerprint ? null : wrong;
    await transaction.insertInto('master_keys').values({ fingerprint: vault.fingerprint }).execute();
    return null;
  });
}

const wrong = storeFailure(
  'master_key_wrong',
  'Databasens personuppgifter är förseglade med en annan huvudnyckel: ange den rätta med MASTER_KEY.',
  "The database's personal data are sealed under another master key: give the right one in MASTER_KEY.",
);
