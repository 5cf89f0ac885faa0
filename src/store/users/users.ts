/** The users: who may sign in, by password or through an organisation's OpenID Connect provider. */
import type { Kysely } from 'kysely';
import { type AuditEntry, appendAudit } from '../audit/append.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Database } from '../schema/database.ts';
import { type GivenGrant, givenGrants, grantsOfUser } from './grants.ts';

export interface NewUser {
  readonly login: string;
  readonly name: string;
  /** From hashPassword; null for somebody who signs in elsewhere. */
  readonly passwordHash: string | null;
  /** Who somebody is at an OpenID Connect provider: only those who are registered here may come in. */
  readonly openId: OpenIdentity | null;
}

export interface OpenIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export interface User {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly openId: boolean;
  readonly grants: readonly GivenGrant[];
}

export type AddOutcome = { readonly status: 'added'; readonly id: string } | { readonly status: 'exists' };

/** Adds a user; `by` is null where a command of the machine's own does it. Either login or OpenID identity may be taken. */
export function addUser(
  db: Kysely<Database>,
  { login, name, passwordHash, openId }: NewUser,
  by: string | null,
  now: Date,
): Promise<AddOutcome> {
  return inTransaction(db, async (transaction): Promise<AddOutcome> => {
    const added = await transaction
      .insertInto('users')
      .values({
        login: login.toLowerCase(),
        display_name: name,
        password_hash: passwordHash,
        oidc_issuer: openId?.issuer ?? null,
        oidc_subject: openId?.subject ?? null,
        created_by: by,
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added === undefined) return { status: 'exists' };
    await appendAudit(transaction, managed(by, 'add', added.id));
    return { status: 'added', id: added.id };
  });
}

/** All users with the grants in force, by login. */
export async function listUsers(db: Kysely<Database>): Promise<readonly User[]> {
  return (await selectUsers(db).orderBy('login').execute()).map(asUser);
}

export async function findUser(
  db: Kysely<Database>,
  by: { readonly id: string } | { readonly login: string },
): Promise<User | null> {
  const row = await selectUsers(db)
    .where((eb) => ('id' in by ? eb('id', '=', by.id) : eb('login', '=', by.login.toLowerCase())))
    .executeTakeFirst();
  return row === undefined ? null : asUser(row);
}

/** The registered user behind an OpenID Connect identity, unless disabled. */
export async function userOfOpenId(db: Kysely<Database>, identity: OpenIdentity): Promise<string | null> {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('oidc_issuer', '=', identity.issuer)
    .where('oidc_subject', '=', identity.subject)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Shuts somebody out, at once: sessions end, and tokens of theirs no longer count. False where there is no such user to disable. */
export function disableUser(
  db: Kysely<Database>,
  id: string,
  by: string | null,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('users')
      .set({ disabled_at: now })
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await transaction.deleteFrom('user_sessions').where('user_id', '=', id).execute();
    await appendAudit(transaction, managed(by, 'disable', id));
    return true;
  });
}

function managed(actor: string | null, did: 'add' | 'disable', user: string): AuditEntry {
  return { actor, action: 'users.manage', region: null, subject: null, detail: { did, user } };
}

/** Whether nobody has been registered yet. */
export async function isWithoutUsers(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined;
}

function selectUsers(db: Kysely<Database>) {
  return db
    .selectFrom('users')
    .select([
      'users.id',
      'users.login',
      'users.display_name',
      'users.disabled_at',
      'users.oidc_subject',
      grantsOfUser.as('grants'),
    ]);
}

type UserRow = Awaited<ReturnType<ReturnType<typeof selectUsers>['executeTakeFirstOrThrow']>>;

function asUser({ id, login, display_name, disabled_at, oidc_subject, grants }: UserRow): User {
  return {
    id,
    login,
    name: display_name,
    disabled: disabled_at !== null,
    openId: oidc_subject !== null,
    grants: givenGrants.parse(grants),
  };
}
