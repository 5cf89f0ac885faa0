/** Sessions of users who signed in. The token goes to the browser's cookie; only its hash stays here. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';
import { sessionIdleMs, tokenHash } from './actor.ts';

/** A session ends after so long, however busy it is: a working day. */
const sessionMs = 12 * 60 * 60_000;

export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Starts a session, and forgets those that are over. */
export async function startSession(db: Kysely<Database>, userId: string, now: Date): Promise<NewSession> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + sessionMs);
  await db
    .deleteFrom('user_sessions')
    .where((eb) =>
      eb.or([eb('expires_at', '<=', now), eb('last_seen_at', '<=', new Date(now.getTime() - sessionIdleMs))]),
    )
    .execute();
  await db
    .insertInto('user_sessions')
    .values({
      token_hash: tokenHash(token),
      user_id: userId,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt };
}

export async function endSession(db: Kysely<Database>, token: string): Promise<void> {
  await db.deleteFrom('user_sessions').where('token_hash', '=', tokenHash(token)).execute();
}
