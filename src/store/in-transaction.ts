/** Work that must be one transaction, whoever calls it: the one that it is called in, or else one of its own. */
import { type Kysely, Transaction } from 'kysely';
import type { Database } from './schema/database.ts';

export function inTransaction<T>(
  db: Kysely<Database>,
  work: (transaction: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return db instanceof Transaction ? work(db) : db.transaction().execute(work);
}
