/**
 * Makes a backup of all tables as they are at one moment (format.ts), while others go on. It is the same whatever programs of PostgreSQL a
 * machine has: those that come with the service lack pg_dump, and a dump is tied to a version. Cost: one pass; little memory, as rows
 * are fetched so many at a time that they fill some megabytes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql, type Transaction } from 'kysely';
import type { Store } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import type { BackupHead } from './format.ts';
import { appliedMigrations, type BackupTable, backupTables } from './tables.ts';

export interface BackupMade {
  readonly tables: number;
  readonly rows: number;
}

const bytesAtATime = 4 * 1024 * 1024;
const mostRowsAtATime = 2_000;

/**
 * Writes a backup, compressed, to a file that only its owner may read; whole or not at all. The file's folder must be there: an error of the
 * file system is thrown.
 */
export function makeBackup(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  file: string,
  at: Date,
): Promise<BackupMade> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      await sql`set local time zone 'UTC'`.execute(snapshot);
      await sql`set local datestyle to 'ISO'`.execute(snapshot);
      const tables = await backupTables(snapshot);
      const head: BackupHead = {
        format: 'resursutbyte/backup@1',
        made_at: at.toISOString(),
        migrations: [...(await appliedMigrations(snapshot))],
        master_key: vault.fingerprint,
      };
      const told = { tables: tables.length, rows: 0 };
      const beside = join(dirname(file), `.${randomUUID()}.tmp`);
      try {
        await pipeline(
          Readable.from(linesOf(snapshot, head, tables, told)),
          createGzip(),
          createWriteStream(beside, { flush: true, mode: 0o600 }),
        );
        await rename(beside, file);
      } finally {
        await rm(beside, { force: true });
      }
      return told;
    });
}

async function* linesOf(
  db: Transaction<Database>,
  head: BackupHead,
  tables: readonly BackupTable[],
  told: { rows: number },
): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    digest.update(text);
    return text;
  };
  yield line(head);
  for (const table of tables) {
    yield line({ table });
    for await (const rows of rowsOf(db, table)) {
      told.rows += rows.length;
      yield rows.map(line).join('');
    }
  }
  yield `${JSON.stringify({ end: { rows: told.rows, sha256: digest.digest('hex') } })}\n`;
}

type Texts = readonly (string | null)[];

/** A table's rows as lists of texts, in groups: one row at first, then as many as fill a group by the size of those before. */
async function* rowsOf(
  db: Transaction<Database>,
  { name, columns }: BackupTable,
): AsyncGenerator<readonly Texts[]> {
  const texts = columns.map((column) => sql`${sql.ref(column.name)}::text as ${sql.id(column.name)}`);
  await sql`declare backup_rows no scroll cursor for select ${sql.join(texts)} from ${sql.table(name)}`.execute(
    db,
  );
  let [rowsRead, bytesRead, atATime] = [0, 0, 1];
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`
      fetch forward ${sql.lit(atATime)} from backup_rows`.execute(db);
    if (rows.length === 0) break;
    const group = rows.map((row) => columns.map((column) => row[column.name] ?? null));
    yield group;
    rowsRead += rows.length;
    bytesRead += group.reduce((sum, row) => sum + lengthOf(row), 0);
    atATime = Math.max(1, Math.min(mostRowsAtATime, Math.floor((bytesAtATime * rowsRead) / (bytesRead + 1))));
  }
  await sql`close backup_rows`.execute(db);
}

function lengthOf(row: Texts): number {
  return row.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
