/**
 * Seals what tells about a person: each person has a key of their own, kept wrapped under the master key, which comes from outside the
 * database. AES-256-GCM; a sealed value is a random nonce of 12 bytes, the tag of 16 and the ciphertext. The context is authenticated too, so that a
 * value moved to another row does not open there.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

/** Random bytes that seal one person's data. */
export type PersonKey = Buffer;

export interface Vault {
  /** Names the master key without telling it. */
  readonly fingerprint: string;
  /** A new key and the same wrapped, to be kept. `owner` says whose it is. */
  readonly newKey: (owner: string) => { readonly key: PersonKey; readonly wrapped: Buffer };
  readonly unwrap: (wrapped: Uint8Array, owner: string) => PersonKey;
}

/** A vault under a master key of 32 bytes. */
export function createVault(masterKey: Uint8Array): Vault {
  if (masterKey.length !== keyBytes) throw new Error('a master key has 32 bytes');
  return {
    fingerprint: createHash('sha256')
      .update('resursutbyte master key')
      .update(masterKey)
      .digest('hex')
      .slice(0, 16),
    newKey: (owner) => {
      const key = randomBytes(keyBytes);
      return { key, wrapped: seal(masterKey, key, owner) };
    },
    unwrap: (wrapped, owner) => open(masterKey, wrapped, owner),
  };
}

/** Seals bytes under a key; they open only with the same key and context. */
export function seal(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens what seal made. Throws where key, context or bytes are not those of then. */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}
