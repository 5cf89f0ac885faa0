/**
 * Who asks: the user behind a session or an API token, with the grants in force, in one query. Tokens are known by their hash only, so that
 * whoever reads the database cannot sign in as anybody.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Grant, type Scope, scopeOf } from '../../domain/access/grants.ts';
import type { Action } from '../../domain/access/table.ts';
import type { Database } from '../schema/database.ts';
import { givenGrants, grantsOfUser } from './grants.ts';

export interface Actor {
  readonly userId: string;
  readonly grants: readonly Grant[];
  /** What a token narrows the grants to; null for a session, which may use them all. */
  readonly only: ReadonlySet<string> | null;
  readonly by: 'session' | 'token';
}

/** A session ends after so long without a request, and at its expiry whatever happens. */
export const sessionIdleMs = 60 * 60_000;
/** How exactly the last request of a session or token is known: a write for each would cost more than it tells. */
const lastUseMs = 60_000;

/** SHA-256: tokens are random and long, so nothing slower is needed. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The user of a session that has not expired, ended or been left alone for too long. */
export async function actorOfSession(db: Kysely<Database>, token: string, now: Date): Promise<Actor | null> {
  const hash = tokenHash(token);
  const row = await withGrants(db)
    .innerJoin('user_sessions', 'user_sessions.user_id', 'users.id')
    .select('user_sessions.last_seen_at as usedAt')
    .where('user_sessions.token_hash', '=', hash)
    .where('user_sessions.expires_at', '>', now)
    .where('user_sessions.last_seen_at', '>', new Date(now.getTime() - sessionIdleMs))
    .executeTakeFirst();
  if (row === undefined) return null;
  if (isStale(row.usedAt, now))
    await db.updateTable('user_sessions').set({ last_seen_at: now }).where('token_hash', '=', hash).execute();
  return { userId: row.id, grants: grantsOf(row.grants), only: null, by: 'session' };
}

/** The user of an API token that is neither expired nor revoked. */
export async function actorOfToken(db: Kysely<Database>, token: string, now: Date): Promise<Actor | null> {
  const hash = tokenHash(token);
  const row = await withGrants(db)
    .innerJoin('api_tokens', 'api_tokens.user_id', 'users.id')
    .select(['api_tokens.scopes', 'api_tokens.last_used_at as usedAt'])
    .where('api_tokens.token_hash', '=', hash)
    .where('api_tokens.expires_at', '>', now)
    .where('api_tokens.revoked_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (isStale(row.usedAt, now))
    await db.updateTable('api_tokens').set({ last_used_at: now }).where('token_hash', '=', hash).execute();
  return { userId: row.id, grants: grantsOf(row.grants), only: new Set(row.scopes), by: 'token' };
}

/** Whether the actor may do this anywhere at all. */
export function mayAnywhere(actor: Actor, action: Action): boolean {
  const scope = actorScope(actor, action);
  return scope.status === 'all' || scope.filters.length > 0;
}

/** Which rows the actor may see for an action. */
export function actorScope({ grants, only }: Actor, action: Action): Scope {
  return only === null || only.has(action) ? scopeOf(grants, action) : { status: 'some', filters: [] };
}

function withGrants(db: Kysely<Database>) {
  return db
    .selectFrom('users')
    .select(['users.id', grantsOfUser.as('grants')])
    .where('users.disabled_at', 'is', null);
}

function grantsOf(json: unknown): readonly Grant[] {
  return givenGrants.parse(json).map((given) => given.grant);
}

function isStale(usedAt: Date | null, now: Date): boolean {
  return usedAt === null || now.getTime() - usedAt.getTime() >= lastUseMs;
}
