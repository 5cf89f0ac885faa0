/** Sessions of users who signed in. The token goes to the browser's cookie; only its hash stays here. */
import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Happening } from '../../domain/access/happenings.ts';
import { appendAudit } from '../audit/append.ts';
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

export interface SignedIn {
  readonly userId: string;
  readonly by: 'password' | 'openid';
  /** The session's token that the browser came with: it ends. */
  readonly before: string | undefined;
}

/** A session for whoever has shown who they are, with its entry in the log. */
export function enter(
  db: Kysely<Database>,
  { userId, by, before }: SignedIn,
  now: Date,
): Promise<NewSession> {
  return db.transaction().execute(async (transaction) => {
    const left = before === undefined ? undefined : await removeSession(transaction, before);
    const session = await startSession(transaction, userId, now);
    if (left !== undefined) await tell(transaction, 'session.end', left, {});
    await tell(transaction, 'session.start', userId, { by });
    return session;
  });
}

/** Signs out; a session that has ended already ends no second time in the log. */
export function leave(db: Kysely<Database>, token: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const left = await removeSession(transaction, token);
    if (left !== undefined) await tell(transaction, 'session.end', left, {});
  });
}

/** Whose it was; undefined where there is none. */
async function removeSession(transaction: Transaction<Database>, token: string): Promise<string | undefined> {
  const removed = await transaction
    .deleteFrom('user_sessions')
    .where('token_hash', '=', tokenHash(token))
    .returning('user_id')
    .executeTakeFirst();
  return removed?.user_id;
}

function tell(
  transaction: Transaction<Database>,
  action: Happening,
  actor: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  return appendAudit(transaction, { actor, action, region: null, subject: null, detail });
}
