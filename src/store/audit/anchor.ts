/**
 * An anchor of the audit log outside the database: the newest entry's number and hash, signed under the master key, in a file of the data
 * folder. Who can write to the database only can make a new chain of hashes or cut off the end, but then the log no longer holds the anchor.
 * Not seen is a cut of entries newer than the anchor, nor what is done by one who has the database and the master key and the file.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { errorCode } from '../failure.ts';
import type { Store } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import type { Vault } from '../vault.ts';
import { beforeFirst, type Link, type Verification, verifyAudit } from './verify.ts';

const anchorFile = z.strictObject({
  seq: z.int().min(0),
  hash: z.hex().length(64),
  signature: z.hex().length(64),
});

type AnchorRead =
  | { readonly status: 'kept'; readonly link: Link }
  | { readonly status: 'none' }
  /** Not what this master key signed. */
  | { readonly status: 'unreadable' };

export type AnchoredVerification =
  | (Extract<Verification, { status: 'whole' }> & {
      /** The number up to which an earlier anchor vouches; null where there was none. */
      readonly anchoredTo: number | null;
    })
  | Extract<Verification, { status: 'broken' }>
  /** The log does not hold the entry of the anchor: its end was cut off, or the chain made anew. */
  | { readonly status: 'cut' | 'rewritten'; readonly entries: number; readonly anchoredTo: number }
  | { readonly status: 'anchor_unreadable'; readonly entries: number };

/** Verifies the whole log against itself and the anchor; where all holds, the anchor moves to its newest entry. */
export async function verifyAnchored(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  dataDir: string,
): Promise<AnchoredVerification> {
  const anchor = readAnchor(dataDir, vault);
  const verified = await verifyAudit(db);
  if (verified.status === 'broken') return verified;
  const { entries } = verified;
  if (anchor.status === 'unreadable') return { status: 'anchor_unreadable', entries };
  const link = anchor.status === 'kept' ? anchor.link : null;
  if (link !== null && !(await holds(db, link))) {
    return {
      status: link.seq > verified.head.seq ? 'cut' : 'rewritten',
      entries,
      anchoredTo: link.seq,
    };
  }
  writeAnchor(dataDir, vault, verified.head);
  return { ...verified, anchoredTo: link?.seq ?? null };
}

/**
 * Moves the anchor to the newest entry, having verified only what came since it was last moved: for the service, every minute and at its
 * end. False where the log does not go on from the anchor; then the anchor stays.
 */
export async function moveAnchor(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  dataDir: string,
): Promise<boolean> {
  const anchor = readAnchor(dataDir, vault);
  if (anchor.status === 'unreadable') return false;
  const from = anchor.status === 'kept' ? anchor.link : beforeFirst;
  if (!(await holds(db, from))) return false;
  const verified = await verifyAudit(db, from);
  if (verified.status === 'broken') return false;
  writeAnchor(dataDir, vault, verified.head);
  return true;
}

async function holds(db: Kysely<Database>, { seq, hash }: Link): Promise<boolean> {
  if (seq === 0) return true;
  const row = await db.selectFrom('audit_log').select('hash').where('seq', '=', seq).executeTakeFirst();
  return row?.hash.equals(hash) ?? false;
}

const pathOf = (dataDir: string) => join(dataDir, 'audit-anchor');
/** The same entry under the master key that is to come, so that a change of keys which is broken off leaves an anchor that either key reads. */
const nextPathOf = (dataDir: string) => join(dataDir, 'audit-anchor.next');

function readAnchor(dataDir: string, vault: Vault): AnchorRead {
  const kept = readFile(pathOf(dataDir), vault);
  if (kept.status !== 'unreadable') return kept;
  const next = readFile(nextPathOf(dataDir), vault);
  return next.status === 'kept' ? next : kept;
}

function readFile(path: string, vault: Vault): AnchorRead {
  try {
    const kept = anchorFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    const link = { seq: kept.seq, hash: Buffer.from(kept.hash, 'hex') };
    return signatureOf(vault, link) === kept.signature ? { status: 'kept', link } : { status: 'unreadable' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { status: 'none' };
    if (error instanceof z.ZodError || error instanceof SyntaxError) return { status: 'unreadable' };
    throw error;
  }
}

/** The anchor's entry from now on. */
export function writeAnchor(dataDir: string, vault: Vault, link: Link): void {
  write(pathOf(dataDir), vault, link);
  rmSync(nextPathOf(dataDir), { force: true });
}

/** Beside the present one, the same entry under a master key that is to come; nothing where the present one does not vouch for any. */
export function prepareAnchor(dataDir: string, present: Vault, next: Vault): void {
  const anchor = readAnchor(dataDir, present);
  if (anchor.status === 'kept') write(nextPathOf(dataDir), next, anchor.link);
}

/** Puts the prepared one in the place of the present one, now that its master key counts. */
export function adoptAnchor(dataDir: string): void {
  const next = nextPathOf(dataDir);
  if (existsSync(next)) renameSync(next, pathOf(dataDir));
}

/** Whole or not at all, whoever else writes. */
function write(path: string, vault: Vault, { seq, hash }: Link): void {
  const kept = { seq, hash: Buffer.from(hash).toString('hex'), signature: signatureOf(vault, { seq, hash }) };
  const fresh = `${path}.${randomUUID()}`;
  writeFileSync(fresh, `${JSON.stringify(kept)}\n`, { mode: 0o600, flush: true });
  renameSync(fresh, path);
}

function signatureOf(vault: Vault, { seq, hash }: Link): string {
  return vault.sign(`audit anchor ${seq} ${Buffer.from(hash).toString('hex')}`).toString('hex');
}
