/**
 * Recomputes the audit log's chain. Whatever is changed, removed, inserted or moved, of any column of any entry, shows at the entry where it
 * is, unless every later hash is made anew; that, and a cut at the end, shows against an anchor (anchor.ts). Cost: one pass in batches, so
 * that a log of any length needs little memory.
 */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { hashOf, noHash } from './entry.ts';

/** An entry as the next one knows it. */
export interface Link {
  readonly seq: number;
  readonly hash: Uint8Array;
}

export const beforeFirst: Link = { seq: 0, hash: noHash };

export interface ChainFault {
  /** Of the entry where it shows. */
  readonly seq: string;
  /**
   * changed: what it says is not what its hash covers. missing: its number does not follow the one before. relinked: it follows an entry
   * with another hash than the one before it has.
   */
  readonly kind: 'changed' | 'missing' | 'relinked';
}

export type Verification =
  | { readonly status: 'whole'; readonly entries: number; readonly head: Link }
  /** The first faults of all; `entries` counts what was read. */
  | { readonly status: 'broken'; readonly entries: number; readonly faults: readonly ChainFault[] };

const batch = 2_000;
/** More say no more. */
const mostFaults = 100;

/** Verifies the entries after `from`, by default all. What is appended meanwhile is verified too. */
export async function verifyAudit(db: Kysely<Database>, from: Link = beforeFirst): Promise<Verification> {
  const faults: ChainFault[] = [];
  let entries = 0;
  let last = from;
  for (let after = String(from.seq); faults.length < mostFaults; ) {
    const rows = await readAfter(db, after);
    for (const row of rows) {
      faults.push(...faultsOf(row, last).map((kind) => ({ seq: row.seq, kind })));
      last = { seq: Number(row.seq), hash: row.hash };
      after = row.seq;
    }
    entries += rows.length;
    if (rows.length < batch) break;
  }
  if (faults.length > 0) return { status: 'broken', entries, faults: faults.slice(0, mostFaults) };
  return { status: 'whole', entries, head: last };
}

function faultsOf(row: Kept, last: Link): ChainFault['kind'][] {
  const { hash, previous, ...said } = row;
  const kinds: ChainFault['kind'][] = [];
  if (row.seq !== String(last.seq + 1)) kinds.push('missing');
  if (!previous.equals(last.hash)) kinds.push('relinked');
  if (!hash.equals(hashOf({ ...said, seq: Number(row.seq), previous }))) kinds.push('changed');
  return kinds;
}

interface Kept {
  /** As a text, for one who meddles may write a number that is none here. */
  readonly seq: string;
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly region: string | null;
  readonly subject: string | null;
  readonly detail: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

async function readAfter(db: Kysely<Database>, seq: string): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select seq::text, trim_scale(extract(epoch from at) * 1000)::text as at, actor::text, action, region, subject, detail::text,
      previous_hash as previous, hash
    from audit_log where seq > ${seq}::bigint order by audit_log.seq limit ${batch}`.execute(db);
  return rows;
}
