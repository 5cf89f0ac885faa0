/** Adds an entry to the audit log: in the same transaction as what it tells of, so that neither is there without the other. */
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';

export interface AuditEntry {
  /** A user; null where the service did it. */
  readonly actor: string | null;
  readonly action: string;
  readonly region: string | null;
  /** Whom or what it is about: a pseudonym or an id. */
  readonly subject: string | null;
  /** Codes and ids, never anything about a person. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Any number that nothing else locks. */
const CHAIN_LOCK = 4_104;

/** Comes last in a transaction: from here to its end nobody else adds to the chain. */
export async function appendAudit(trx: Transaction<Database>, entry: AuditEntry): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`.execute(trx);
  const last = await trx
    .selectFrom('audit_log')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const at = new Date();
  const seq = (last?.seq ?? 0) + 1;
  const previous_hash = last?.hash ?? Buffer.alloc(32);
  const detail = JSON.stringify(entry.detail);
  const { actor, action, region, subject } = entry;
  const hash = createHash('sha256')
    .update(previous_hash)
    .update(JSON.stringify([seq, at.toISOString(), actor, action, region, subject, detail]))
    .digest();
  await trx
    .insertInto('audit_log')
    .values({ seq, at, actor, action, region, subject, detail, previous_hash, hash })
    .execute();
}
