/** A page of the audit log, as it is asked for and as it is answered. */
import { z } from 'zod';
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
  region: z.string().nullable(),
});

export function pageAsked({ before = null, limit }: LogQuery): LogPage {
  return { before, limit };
}

interface LogQuery {
  readonly before?: number | null | undefined;
  readonly limit: number;
}
