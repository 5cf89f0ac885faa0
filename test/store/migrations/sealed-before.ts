/**
 * What the program of migration 0006 did with keys, passwords and the log's hashes, written once more from its description with node's own
 * functions: nothing of today's store is asked, so that a change there which old databases do not survive shows.
 */
import { createCipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';

export type Row = Readonly<Record<string, unknown>>;
export type TableRows = readonly [table: string, rows: readonly Row[]];

/** Seals under a person's key; what is neither text nor bytes is sealed as JSON. */
export type SealFor = (who: string, plain: unknown, context: string) => Buffer;

/** AES-256-GCM: a nonce of 12 bytes, the tag of 16, the ciphertext; the context is authenticated. */
export function sealedThen(key: Uint8Array, plain: string | Uint8Array, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

export function fingerprintThen(masterKey: Uint8Array): string {
  const hash = createHash('sha256').update('resursutbyte master key').update(masterKey);
  return hash.digest('hex').slice(0, 16);
}

export function tokenHashThen(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function passwordHashThen(password: string): string {
  const salt = randomBytes(16);
  const hash = scryptSync(password, salt, 32, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 28 });
  return ['scrypt', 2 ** 15, 8, 3, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

export interface EntryThen {
  readonly actor: string | null;
  readonly action: string;
  readonly region: string | null;
  readonly subject: string | null;
  readonly detail: string;
}

/** Rows of the audit log, each with the hash of the one before. */
export function chainedThen(entries: readonly EntryThen[], at: Date): readonly Record<string, unknown>[] {
  let previous = Buffer.alloc(32);
  return entries.map((entry, index) => {
    const { actor, action, region, subject, detail } = entry;
    const told = [index + 1, String(at.getTime()), actor, action, region, subject, detail];
    const text = JSON.stringify([...told, previous.toString('hex')]);
    const hash = createHash('sha256').update(text).digest();
    const row = { ...entry, seq: index + 1, at, previous_hash: previous, hash };
    previous = hash;
    return row;
  });
}
