/** An entry of the audit log, and its link in the chain: the hash of all that it says together with the hash of the entry before. */
import { createHash } from 'node:crypto';
import type { Logged } from '../../domain/access/happenings.ts';

/** What is to be told of something seen or done. */
export interface AuditEntry {
  /** A user; null where a command of the machine's own, or the service itself, did it. */
  readonly actor: string | null;
  readonly action: Logged;
  /** The region's id; null where it concerns none. */
  readonly region: string | null;
  /** A participant's pseudonym or another id, never a name; null where it concerns nobody in particular. */
  readonly subject: string | null;
  /** Ids, codes and counts; nothing of a person but pseudonyms. */
  readonly detail: Readonly<Record<string, DetailValue>>;
}

type DetailValue = string | number | boolean | null | readonly string[];

/** An entry as the hash covers it: every column as an exact text. */
export interface ChainedEntry extends Omit<AuditEntry, 'action' | 'detail'> {
  /** As it was called then. */
  readonly action: string;
  readonly seq: number;
  /** Milliseconds since 1970, as the database writes the number. */
  readonly at: string;
  /** The JSON as it is kept, letter by letter. */
  readonly detail: string;
  readonly previous: Uint8Array;
}

/** What the first entry has before it. */
export const noHash: Uint8Array = new Uint8Array(32);

/** SHA-256 of the entry as a JSON list, which no two different entries share. */
export function hashOf(entry: ChainedEntry): Buffer {
  const { seq, at, actor, action, region, subject, detail, previous } = entry;
  const canonical = JSON.stringify([
    seq,
    at,
    actor,
    action,
    region,
    subject,
    detail,
    Buffer.from(previous).toString('hex'),
  ]);
  return createHash('sha256').update(canonical).digest();
}
