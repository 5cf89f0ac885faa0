/**
 * Appends to the audit log, inside the transaction that does what the entry tells: both are kept or neither. One appends at a time, under an
 * advisory lock that is held from here to the transaction's end; so append last, when nothing but the commit is left, and in a transaction
 * of the usual isolation (read committed), which sees what the one before appended.
 */
import { sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { type AuditEntry, hashOf, noHash } from './entry.ts';

export type { AuditEntry } from './entry.ts';

/** The advisory lock's number: the letters audi. */
const auditLock = 0x61_75_64_69;

/** Appends one entry. */
export function appendAudit(transaction: Transaction<Database>, entry: AuditEntry): Promise<void> {
  return appendAllAudit(transaction, [entry]);
}

/** Appends entries in their order, with one time and under one lock. */
export async function appendAllAudit(
  transaction: Transaction<Database>,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  // A statement of its own: one that waits for a lock still sees the log as it was when the statement began.
  await sql`select pg_advisory_xact_lock(${auditLock})`.execute(transaction);
  const head = await headOf(transaction);
  let { seq, hash } = head;
  const rows = entries.map(({ actor, action, region, subject, detail }) => {
    const previous = hash;
    // As the database will give them back: a UUID in lower case, a text without half characters.
    const unhashed = {
      actor: actor?.toLowerCase() ?? null,
      action: action.toWellFormed(),
      region: region?.toWellFormed() ?? null,
      subject: subject?.toWellFormed() ?? null,
      detail: JSON.stringify(detail),
      previous,
    };
    seq += 1;
    hash = hashOf({ ...unhashed, seq, at: String(head.at) });
    return { ...unhashed, seq, hash };
  });
  await sql`
    insert into audit_log (seq, at, actor, action, region, subject, detail, previous_hash, hash)
    select seq, timestamptz 'epoch' + ${head.at} * interval '1 millisecond', actor, action, region, subject, detail, previous, hash
    from unnest(
      ${rows.map((row) => row.seq)}::bigint[],
      ${rows.map((row) => row.actor)}::uuid[],
      ${rows.map((row) => row.action)}::text[],
      ${rows.map((row) => row.region)}::text[],
      ${rows.map((row) => row.subject)}::text[],
      ${rows.map((row) => row.detail)}::json[],
      ${rows.map((row) => Buffer.from(row.previous))}::bytea[],
      ${rows.map((row) => row.hash)}::bytea[]
    ) as entry (seq, actor, action, region, subject, detail, previous, hash)`.execute(transaction);
}

interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
  /** The database's clock, so that all machines have one; milliseconds since 1970. */
  readonly at: number;
}

async function headOf(transaction: Transaction<Database>): Promise<Head> {
  const { rows } = await sql<{ seq: number | null; hash: Buffer | null; at: number }>`
    select seq, hash, floor(extract(epoch from clock_timestamp()) * 1000)::bigint as at
    from (select 1) as one left join (select seq, hash from audit_log order by seq desc limit 1) as head on true`.execute(
    transaction,
  );
  const [head] = rows;
  return { seq: head?.seq ?? 0, hash: head?.hash ?? noHash, at: head.at };
}
