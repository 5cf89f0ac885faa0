/**
 * The session's cookie and what guards it. HttpOnly and SameSite=Strict; Secure everywhere but on plain HTTP of this machine alone, and there
 * the __Host- prefix falls away with it.
 *
 * A browser adds cookies by itself, so a cookie alone does not show that our own page asked. Every unsafe request must therefore repeat, in
 * the header x-csrf-token, a value that only a page of this origin can have read: an HMAC under the session's token. It is bound to the
 * session, needs no storage, and stands even where SameSite is not enforced or a neighbouring subdomain can set cookies.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';

export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-resursutbyte' : 'resursutbyte';
}

export function cookieOptions(secure: boolean, expires: Date): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure, expires };
}

/** What the header of an unsafe request must hold. */
export function csrfToken(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

/** Compares in constant time. */
export function isCsrfToken(given: unknown, sessionToken: string): boolean {
  const expected = Buffer.from(csrfToken(sessionToken));
  const bytes = Buffer.from(typeof given === 'string' ? given : '');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
