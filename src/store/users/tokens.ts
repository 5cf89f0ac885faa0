/** API tokens, for machines: each may do some of what its user may, until it expires. Shown once; only the hash stays. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Action } from '../../domain/access/table.ts';
import { type AuditEntry, appendAudit } from '../audit/append.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Database } from '../schema/database.ts';
import { tokenHash } from './actor.ts';

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  /** The actions that it is for. */
  readonly actions: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** To the minute; null where it has not been used. */
  readonly lastUsedAt: Date | null;
}

export interface NewToken {
  readonly name: string;
  readonly actions: readonly Action[];
  readonly expiresAt: Date;
}

/** Makes a token; `secret` is what is sent as Authorization: Bearer, and cannot be shown again. */
export function createToken(
  db: Kysely<Database>,
  userId: string,
  { name, actions, expiresAt }: NewToken,
  now: Date,
): Promise<{ readonly id: string; readonly secret: string }> {
  const secret = `rub_${randomBytes(32).toString('base64url')}`;
  return inTransaction(db, async (transaction) => {
    const { id } = await transaction
      .insertInto('api_tokens')
      .values({
        user_id: userId,
        name,
        token_hash: tokenHash(secret),
        scopes: [...actions],
        created_at: now,
        expires_at: expiresAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const detail = { did: 'create', token: id, user: userId, actions };
    const entry: AuditEntry = { actor: userId, action: 'tokens.own', region: null, subject: null, detail };
    await appendAudit(transaction, entry);
    return { id, secret };
  });
}

/** A user's tokens that are not revoked, the newest first. */
export async function listTokens(db: Kysely<Database>, userId: string): Promise<readonly ApiToken[]> {
  return db
    .selectFrom('api_tokens')
    .select([
      'id',
      'name',
      'scopes as actions',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
    ])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Revokes a token: one of the actor's own, or anybody's where `own` is false. False where there is none. */
export function revokeToken(
  db: Kysely<Database>,
  id: string,
  { actor, own }: { readonly actor: string; readonly own: boolean },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const revoked = await transaction
      .updateTable('api_tokens')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .$if(own, (query) => query.where('user_id', '=', actor))
      .returning('user_id')
      .executeTakeFirst();
    if (revoked === undefined) return false;
    const { user_id: user } = revoked;
    const action = user === actor ? 'tokens.own' : 'tokens.manage';
    const detail = { did: 'revoke', token: id, user };
    await appendAudit(transaction, { actor, action, region: null, subject: null, detail });
    return true;
  });
}
