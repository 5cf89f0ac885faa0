/** The tables that a backup holds: every one of the service's own, with its columns as the database knows them. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../schema/database.ts';

/** A column that is written, not drawn from others, and its type as SQL writes it. */
const column = z.strictObject({ name: z.string(), type: z.string() });

export const tableSchema = z.strictObject({ name: z.string(), columns: z.array(column).min(1) });
export type BackupTable = Readonly<z.infer<typeof tableSchema>>;

/** By name. What the migrations keep of themselves is not among them. */
export async function backupTables(db: Kysely<Database>): Promise<readonly BackupTable[]> {
  const { rows } = await sql<BackupTable>`
    select relname as name,
      json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely\\_%'
      and attnum > 0 and not attisdropped and attgenerated = ''
    group by relname order by relname`.execute(db);
  return rows;
}

/** The migrations that a database has had, in their order; none where it has not even their table. */
export async function appliedMigrations(db: Kysely<Database>): Promise<readonly string[]> {
  const known = await sql<{
    there: boolean;
  }>`select to_regclass('public.kysely_migration') is not null as there`.execute(db);
  if (known.rows[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
