/** A page of the audit log, as it is asked for and as it is answered. */
import { z } from 'zod';
import { happenings } from '../../domain/access/happenings.ts';
import { accessTable } from '../../domain/access/table.ts';
import type { Text } from '../../domain/text.ts';
import type { LogPage } from '../../store/audit/read-log.ts';

export const logQuery = z.strictObject({
  /** The lowest number of the page before this one. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const logEntry = z.strictObject({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.string().nullable(),
  action: z.string(),
  does: z.strictObject({ sv: z.string(), en: z.string() }).nullable().describe('the action in words'),
  region: z.string().nullable(),
});

const words: ReadonlyMap<string, Text> = new Map(Object.entries({ ...accessTable, ...happenings }));

/** An entry as it is answered. */
export function told<Row extends { readonly action: string; readonly at: Date }>(row: Row) {
  const said = words.get(row.action);
  return { ...row, at: row.at.toISOString(), does: said === undefined ? null : { sv: said.sv, en: said.en } };
}

export function pageAsked({ before = null, limit }: LogQuery): LogPage {
  return { before, limit };
}

interface LogQuery {
  readonly before?: number | null | undefined;
  readonly limit: number;
}
