/** Whether the store can be worked with. */
import { type Kysely, sql } from 'kysely';
import { migrations } from './migrations/migrations.ts';
import type { Database } from './schema/database.ts';

/** True where the database answers and knows every migration of this program. */
export async function isReady(db: Kysely<Database>): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    const done = new Set(rows.map(({ name }) => name));
    return Object.keys(migrations).every((name) => done.has(name));
  } catch {
    return false;
  }
}
