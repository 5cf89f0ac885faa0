/** Brings a database to the newest schema, forwards only; of several services that start at once one does it and the others wait. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type StoreFailure, storeFailure } from './failure.ts';
import { migrations } from './migrations/migrations.ts';
import type { Database } from './schema/database.ts';

export interface Migrated {
  readonly status: 'migrated';
  /** The migrations that this run applied. */
  readonly applied: readonly string[];
}

/**
 * Runs what is missing up to `last` (by default the newest) in one transaction under an advisory lock. A database that knows migrations
 * which this program does not is left alone.
 */
export async function migrate(db: Kysely<Database>, last?: string): Promise<Migrated | StoreFailure> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } =
    last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last);
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message))
    return newer;
  if (error !== undefined) throw error;
  return { status: 'migrated', applied: (results ?? []).map((result) => result.migrationName) };
}

const newer = storeFailure(
  'database_newer',
  'Databasen är gjord av en nyare version av programmet: använd den, eller återställ en äldre säkerhetskopia.',
  'The database was made by a newer version of the program: use that, or restore an older backup.',
);
