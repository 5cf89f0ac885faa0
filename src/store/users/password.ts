/**
 * Passwords as scrypt keeps them. The parameters stand with each hash, so that they can grow without anybody choosing a new password.
 * N = 2^15, r = 8, p = 3 is among those that OWASP recommends: about 32 MB and a third of a second for each guess.
 */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { N: 2 ** 15, r: 8, p: 3 };
const hashBytes = 32;

/** As short as a password may be (NIST SP 800-63B asks for 8, or 15 where nothing else protects; sign-in here locks). */
export const shortestPassword = 12;
export const longestPassword = 200;

/** A hash to be stored: `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return stored(salt, await derive(password, salt, cost));
}

/** Whether the password is the one that was hashed. Null takes as long as any hash and is nobody's password. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', expected = ''] = (hash ?? nobodys).split('$');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(derived, Buffer.from(expected, 'base64url')) && hash !== null;
}

function stored(salt: Buffer, hash: Buffer): string {
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

const nobodys = stored(Buffer.alloc(16), Buffer.alloc(hashBytes));

/** Unicode has several spellings of one letter: NFKC makes them the same, whatever keyboard wrote them. */
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(
      password.normalize('NFKC'),
      salt,
      hashBytes,
      { ...options, maxmem: 256 * 1024 * 1024 },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    ),
  );
}
