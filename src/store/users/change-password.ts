/** A user's own password, changed by whoever knows the present one; every other session ends. */
import type { Kysely } from 'kysely';
import { appendAudit } from '../audit/append.ts';
import type { Database } from '../schema/database.ts';
import { tokenHash } from './actor.ts';
import { hashPassword } from './password.ts';
import { entryOfFailed, signIn } from './sign-in.ts';

export interface PasswordGiven {
  readonly userId: string;
  /** The token of the session that goes on. */
  readonly session: string;
  readonly current: string;
  readonly next: string;
}

/** `refused` where the present password is wrong or the account is locked, or signs in elsewhere: a wrong one counts as a failed sign-in. */
export async function changePassword(
  db: Kysely<Database>,
  { userId, session, current, next }: PasswordGiven,
  now: Date,
): Promise<'changed' | 'refused'> {
  const { login } = await db
    .selectFrom('users')
    .select('login')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const known = await signIn(db, login, current, now);
  if (known.status === 'refused') {
    const { failed } = known;
    if (typeof failed !== 'string')
      await db.transaction().execute((transaction) => appendAudit(transaction, entryOfFailed(failed)));
    return 'refused';
  }
  const password_hash = await hashPassword(next);
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('users').set({ password_hash }).where('id', '=', userId).execute();
    await transaction
      .deleteFrom('user_sessions')
      .where('user_id', '=', userId)
      .where('token_hash', '!=', tokenHash(session))
      .execute();
    await appendAudit(transaction, {
      actor: userId,
      action: 'password.change',
      region: null,
      subject: null,
      detail: { user: userId },
    });
  });
  return 'changed';
}
