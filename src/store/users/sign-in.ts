/**
 * Sign-in of local accounts. A try is counted before its password is known to be right, so that many at once are no way around the lock.
 * From the fifth failure in a row each one locks the account for twice as long as the one before, up to an hour. Nobody is told whether
 * an account exists or is locked: the answer is the same, and so is the work, since the count is written while the password is hashed.
 */
import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';
import { isPassword } from './password.ts';

const freeTries = 4;
const firstLockMs = 60_000;
const longestLockMs = 60 * 60_000;

export type SignInOutcome =
  | { readonly status: 'signed_in'; readonly userId: string }
  | { readonly status: 'refused' };

export async function signIn(
  db: Kysely<Database>,
  login: string,
  password: string,
  now: Date,
): Promise<SignInOutcome> {
  const user = await db
    .selectFrom('users')
    .select(['id', 'password_hash'])
    .where('login', '=', login.toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  const [counted, right] = await Promise.all([
    user === undefined ? false : countTry(db, user.id, now),
    isPassword(password, user?.password_hash ?? null),
  ]);
  if (user === undefined || !counted || !right) return { status: 'refused' };
  await db
    .updateTable('users')
    .set({ failed_sign_ins: 0, locked_until: null })
    .where('id', '=', user.id)
    .execute();
  return { status: 'signed_in', userId: user.id };
}

/** Counts a try, as one that failed; false where the account is locked. */
function countTry(db: Kysely<Database>, id: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const user = await transaction
      .selectFrom('users')
      .select(['failed_sign_ins', 'locked_until'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (user.locked_until !== null && user.locked_until > now) return false;
    const failed = user.failed_sign_ins + 1;
    await transaction
      .updateTable('users')
      .set({ failed_sign_ins: failed, locked_until: lockAfter(failed, now) })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

function lockAfter(failed: number, now: Date): Date | null {
  if (failed <= freeTries) return null;
  const length = Math.min(longestLockMs, firstLockMs * 2 ** (failed - freeTries - 1));
  return new Date(now.getTime() + length);
}
