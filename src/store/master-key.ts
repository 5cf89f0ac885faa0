/** The master key: given, or made at first start and kept in a file of the data folder that only its owner reads. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { errorCode, type StoreFailure, storeFailure } from './failure.ts';
import type { Database } from './schema/database.ts';
import { keyBytes, type Vault } from './vault.ts';

/** The key in the folder's file; made where there is none. */
export function masterKeyIn(dataDir: string): Buffer {
  const file = join(dataDir, 'master-key');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(keyBytes).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
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
