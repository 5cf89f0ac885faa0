/**
 * Changes the master key: every key that lies wrapped under it is wrapped under the new one, in one transaction; what is sealed stays as it is.
 *
 * 1. Nobody else finds out meanwhile which key counts (master-key.ts), and nobody else works on the database, since they would go on
 *    under the old key.
 * 2. Each wrapped key is opened and wrapped anew. One that does not open stops it all.
 * 3. The database knows the new key, and the log tells of it.
 * 4. `prepare` keeps the new key where it will be looked for, before the commit: whatever moment the process ends at, the key that
 *    the database knows is there.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import { appendAudit } from './audit/append.ts';
import { inBatches } from './batches.ts';
import { answerKeyOwner } from './idempotency.ts';
import { knownFingerprint, lockMasterKey } from './master-key.ts';
import type { StoreData } from './open-store.ts';
import { personKeyOwner } from './person-keys.ts';
import { protectedKeyOwner } from './protected/protected-person.ts';
import type { Database } from './schema/database.ts';
import { uploadContext } from './uploads/uploads.ts';
import type { PersonKey, Vault } from './vault.ts';

export type RotateOutcome =
  | { readonly status: 'rotated'; readonly keys: number }
  /** The new key is the present one. */
  | { readonly status: 'same' }
  /** Services, workers or commands of this program are connected. */
  | { readonly status: 'in_use' }
  /** Somebody else has changed the key meanwhile. */
  | { readonly status: 'changed_meanwhile' }
  /** A key of this table does not open under the present master key. */
  | { readonly status: 'unreadable'; readonly table: string };

/** A table with wrapped keys: the columns that name whose each is, and that name as it was wrapped. */
interface WrappedKeys {
  readonly table: 'person_keys' | 'protected_persons' | 'uploads' | 'idempotency_keys';
  readonly column: 'wrapped' | 'answer_key';
  readonly named: readonly string[];
  readonly ownerOf: (names: readonly string[]) => string;
}

const wrappedKeys: readonly WrappedKeys[] = [
  {
    table: 'person_keys',
    column: 'wrapped',
    named: ['region', 'participant'],
    ownerOf: ([region = '', participant = '']) => personKeyOwner(region, participant),
  },
  {
    table: 'protected_persons',
    column: 'wrapped',
    named: ['id'],
    ownerOf: ([id = '']) => protectedKeyOwner(id),
  },
  { table: 'uploads', column: 'wrapped', named: ['id'], ownerOf: ([id = '']) => uploadContext(id) },
  {
    table: 'idempotency_keys',
    column: 'answer_key',
    named: ['actor', 'key'],
    ownerOf: ([actor = '', key = '']) => answerKeyOwner({ actor, key }),
  },
];

/** Thrown and caught in this file, to undo the transaction. */
class Refused extends Error {
  readonly outcome: RotateOutcome;
  constructor(outcome: RotateOutcome) {
    super(outcome.status);
    this.outcome = outcome;
  }
}

/** Changes the key of the store to that of `next`, or nothing. */
export async function rotateMasterKey(
  { db, vault }: StoreData,
  next: Vault,
  prepare: () => void,
): Promise<RotateOutcome> {
  if (next.fingerprint === vault.fingerprint) return { status: 'same' };
  try {
    return await db.transaction().execute(async (transaction) => {
      await lockMasterKey(transaction);
      if ((await knownFingerprint(transaction)) !== vault.fingerprint)
        throw new Refused({ status: 'changed_meanwhile' });
      if (await isInUse(transaction)) throw new Refused({ status: 'in_use' });
      const keys = await rewrapAll(transaction, vault, next);
      const detail = { from: vault.fingerprint, to: next.fingerprint, keys };
      const entry = { actor: null, region: null, subject: null, detail };
      await appendAudit(transaction, { ...entry, action: 'key.rotate' });
      prepare();
      return { status: 'rotated', keys };
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

/** Sessions that have just ended may still be seen for a moment. */
const looks = 10;

async function isInUse(transaction: Transaction<Database>): Promise<boolean> {
  for (let look = 0; look < looks; look++) {
    if (look > 0) await wait(200);
    // A transaction sees the same sessions to its end, unless it forgets them.
    await sql`select pg_stat_clear_snapshot()`.execute(transaction);
    const { rows } = await sql`
      select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'resursutbyte%'`.execute(
      transaction,
    );
    if (rows.length === 0) return false;
  }
  return true;
}

async function rewrapAll(transaction: Transaction<Database>, vault: Vault, next: Vault): Promise<number> {
  await transaction.insertInto('master_keys').values({ fingerprint: next.fingerprint }).execute();
  let keys = 0;
  for (const kept of wrappedKeys) keys += await rewrap(transaction, kept, vault, next);
  for (const table of ['person_keys', 'protected_persons', 'uploads'] as const)
    await transaction.updateTable(table).set({ master_key: next.fingerprint }).execute();
  await transaction.deleteFrom('master_keys').where('fingerprint', '=', vault.fingerprint).execute();
  return keys;
}

/** Cost: linear in the rows, of which all names and keys are held at once. */
async function rewrap(
  transaction: Transaction<Database>,
  { table, column, named, ownerOf }: WrappedKeys,
  vault: Vault,
  next: Vault,
): Promise<number> {
  const names = sql.join(named.map((name) => sql`${sql.ref(name)}::text`));
  const { rows } = await sql<{ place: string; names: string[]; wrapped: Buffer }>`
    select ctid::text as place, array[${names}] as names, ${sql.ref(column)} as wrapped
    from ${sql.table(table)} where ${sql.ref(column)} is not null for update`.execute(transaction);
  for (const some of inBatches(rows)) {
    const anew = some.map((row) =>
      next.wrap(unwrapped(vault, row.wrapped, ownerOf(row.names), table), ownerOf(row.names)),
    );
    await sql`
      update ${sql.table(table)} as kept set ${sql.ref(column)} = given.wrapped
      from unnest(${some.map((row) => row.place)}::text[], ${anew}::bytea[]) as given (place, wrapped)
      where kept.ctid = given.place::tid`.execute(transaction);
  }
  return rows.length;
}

function unwrapped(vault: Vault, wrapped: Buffer, owner: string, table: string): PersonKey {
  try {
    return vault.unwrap(wrapped, owner);
  } catch {
    throw new Refused({ status: 'unreadable', table });
  }
}
