/**
 * Restores a backup (format.ts) into a database that holds nothing: the schema is brought to where it was; then, in one transaction, every
 * row is written and the digest held against the end; then the schema is brought to where it now is. Foreign keys are checked at the end,
 * since tables and rows may refer to later ones.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import type { Database } from '../schema/database.ts';
import { backupHead, backupRow, backupTable } from './format.ts';
import { DamagedBackup, readBackup } from './read-backup.ts';
import { appliedMigrations, type BackupTable, backupTables } from './tables.ts';

export type RestoreOutcome =
  | { readonly status: 'restored'; readonly madeAt: string; readonly tables: number; readonly rows: number }
  /** The database has tables of a newer schema, or rows in this one. */
  | { readonly status: 'not_empty'; readonly table: string }
  /** No backup, or one that was cut or changed: nothing of it is kept. */
  | { readonly status: 'damaged' }
  /** Of a schema that this program does not know. */
  | { readonly status: 'unknown_schema' }
  /** Its personal data are sealed under another master key. */
  | { readonly status: 'other_key' };

/**
 * Restores a backup whose personal data are sealed under the master key that `fingerprint` names. Throws the file system's error where
 * the file cannot be read.
 */
export async function restoreBackup(
  db: Kysely<Database>,
  file: string,
  fingerprint: string,
): Promise<RestoreOutcome> {
  const lines = readBackup(file);
  try {
    const first = await lines.next();
    const head = backupHead.safeParse(first.done === true ? undefined : first.value);
    if (!head.success) return { status: 'damaged' };
    const { migrations: wanted, master_key, made_at: madeAt } = head.data;
    if (master_key !== fingerprint) return { status: 'other_key' };
    const known = Object.keys(migrations);
    if (wanted.some((name, at) => name !== known[at])) return { status: 'unknown_schema' };
    const full = await firstFull(db, wanted.length);
    if (full !== null) return { status: 'not_empty', table: full };
    await migrate(db, wanted.at(-1));
    const told = await db.transaction().execute((transaction) => writeAll(transaction, lines));
    await migrate(db);
    return { status: 'restored', madeAt, ...told };
  } catch (error) {
    if (error instanceof DamagedBackup) return { status: 'damaged' };
    throw error;
  } finally {
    await lines.return(undefined);
  }
}

/** The first table that keeps the database from being restored into; null where it is empty. */
async function firstFull(db: Kysely<Database>, migrationsOfBackup: number): Promise<string | null> {
  if ((await appliedMigrations(db)).length > migrationsOfBackup) return 'kysely_migration';
  for (const { name } of await backupTables(db)) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return name;
  }
  return null;
}

async function writeAll(
  db: Transaction<Database>,
  lines: AsyncGenerator<unknown>,
): Promise<{ readonly tables: number; readonly rows: number }> {
  const expected = new Map((await backupTables(db)).map((table) => [table.name, table]));
  const foreignKeys = await foreignKeysOf(db);
  for (const key of foreignKeys) await alterKey(db, key, 'deferrable initially deferred');
  const told = { tables: 0, rows: 0 };
  let table: BackupTable | null = null;
  let waiting: (string | null)[][] = [];
  let bytes = 0;
  const write = async () => {
    if (table !== null && waiting.length > 0) await insertRows(db, table, waiting);
    told.rows += waiting.length;
    waiting = [];
    bytes = 0;
  };
  for await (const value of lines) {
    const row = Array.isArray(value) ? backupRow.parse(value) : null;
    if (row === null) {
      await write();
      table = knownTable(value, expected);
      told.tables += 1;
    } else {
      waiting.push(row);
      bytes += row.reduce((sum, text) => sum + (text?.length ?? 0), 0);
      if (waiting.length >= 2_000 || bytes >= 4 * 1024 * 1024) await write();
    }
  }
  await write();
  await sql`set constraints all immediate`.execute(db);
  for (const key of foreignKeys) await alterKey(db, key, 'not deferrable');
  for (const { name } of expected.values()) await continueNumbers(db, name);
  return told;
}

/** The table that a line begins, which must be one of this schema with the very columns. */
function knownTable(value: unknown, expected: ReadonlyMap<string, BackupTable>): BackupTable {
  const parsed = backupTable.safeParse(value);
  const known = parsed.success ? expected.get(parsed.data.table.name) : undefined;
  if (known === undefined || JSON.stringify(known) !== JSON.stringify(parsed.data?.table))
    throw new DamagedBackup('a table is another');
  return known;
}

async function insertRows(
  db: Transaction<Database>,
  { name, columns }: BackupTable,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  if (rows.some((row) => row.length !== columns.length)) throw new DamagedBackup('a row has other columns');
  const names = sql.join(columns.map((column) => sql.id(column.name)));
  const texts = columns.map((_, at) => sql`${rows.map((row) => row[at])}::text[]`);
  const values = columns.map((column) => sql`${sql.id(column.name)}::${sql.raw(column.type)}`);
  await sql`
    insert into ${sql.table(name)} (${names}) overriding system value
    select ${sql.join(values)} from unnest(${sql.join(texts)}) as rows (${names})`.execute(db);
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
}

async function foreignKeysOf(db: Transaction<Database>): Promise<readonly ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select relname as table, conname as name from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and relnamespace = 'public'::regnamespace and not condeferrable`.execute(db);
  return rows;
}

async function alterKey(db: Transaction<Database>, { table, name }: ForeignKey, how: string): Promise<void> {
  await sql`alter table ${sql.table(table)} alter constraint ${sql.id(name)} ${sql.raw(how)}`.execute(db);
}

/** Whatever the database numbers goes on after the highest number that was restored. */
async function continueNumbers(db: Transaction<Database>, table: string): Promise<void> {
  const { rows } = await sql<{ column: string; sequence: string }>`
    select attname as column, pg_get_serial_sequence(${table}, attname) as sequence from pg_attribute
    where attrelid = to_regclass(${table}) and attidentity <> ''`.execute(db);
  for (const { column, sequence } of rows) {
    await sql`
      select setval(${sequence}, coalesce(max(${sql.id(column)}), 0) + 1, false) from ${sql.table(table)}`.execute(
      db,
    );
  }
}
