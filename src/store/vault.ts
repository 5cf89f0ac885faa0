/**
 * Seals what tells about a person: each person has a key of their own, kept wrapped under the master key, which comes from outside the
 * database. AES-256-GCM; a sealed value is a random nonce of 12 bytes, the tag of 16 and the ciphertext. The context is authenticated too,
 * so that a value moved to another row does not open there.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

/** Seals one person's data. (A key object: node takes a multiple of the time over the same key as bytes.) */
export type PersonKey = KeyObject;

export interface Vault {
  /** Names the master key without telling it. */
  readonly fingerprint: string;
  /** A new key and the same wrapped, to be kept. `owner` says whose it is. */
  readonly newKey: (owner: string) => { readonly key: PersonKey; readonly wrapped: Buffer };
  /** A key that is there already, wrapped under this master key. */
  readonly wrap: (key: PersonKey, owner: string) => Buffer;
  readonly unwrap: (wrapped: Uint8Array, owner: string) => PersonKey;
  /** 32 bytes that only whoever has the master key can make for a text. */
  readonly sign: (text: string) => Buffer;
}

/** A vault under a master key of 32 bytes. */
export function createVault(masterKey: Uint8Array): Vault {
  if (masterKey.length !== keyBytes) throw new Error('a master key has 32 bytes');
  const master = createSecretKey(masterKey);
  const digest = createHash('sha256').update('resursutbyte master key').update(masterKey).digest('hex');
  const signing = createHmac('sha256', masterKey).update('resursutbyte signatures').digest();
  return {
    fingerprint: digest.slice(0, 16),
    newKey: (owner) => {
      const key = randomBytes(keyBytes);
      return { key: createSecretKey(key), wrapped: seal(master, key, owner) };
    },
    wrap: (key, owner) => seal(master, key.export(), owner),
    unwrap: (wrapped, owner) => createSecretKey(open(master, wrapped, owner)),
    sign: (text) => createHmac('sha256', signing).update(text).digest(),
  };
}

/** Seals bytes under a key; they open only with the same key and context. */
export function seal(key: PersonKey, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const body = [cipher.update(plain), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...body]);
}

/** Opens what seal made. Throws where key, context or bytes are not those of then. */
export function open(key: PersonKey, sealed: Uint8Array, context: string): Buffer {
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}
