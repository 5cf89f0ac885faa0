/**
 * A backup as lines of JSON: a head; then each table, first its columns, then its rows as lists of texts, each value as the database writes
 * it; and an end with the number of rows and the SHA-256 of all lines before, so that a backup that was cut or changed is refused whole.
 */
import { z } from 'zod';
import { tableSchema } from './tables.ts';

export const backupHead = z.strictObject({
  format: z.literal('resursutbyte/backup@1'),
  made_at: z.iso.datetime(),
  /** The schema's version: the migrations that the database had had. */
  migrations: z.array(z.string()).min(1),
  /** Names the master key that the personal data are sealed under; the key itself is not in the backup. */
  master_key: z.string(),
});
export type BackupHead = Readonly<z.infer<typeof backupHead>>;

export const backupTable = z.strictObject({ table: tableSchema });
export const backupRow = z.array(z.string().nullable());
export const backupEnd = z.strictObject({
  end: z.strictObject({ rows: z.int().min(0), sha256: z.hex().length(64) }),
});
