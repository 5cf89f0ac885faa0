/**
 * Sign-in of local accounts. A try is counted before its password is known to be right, so that many at once are no way around the lock.
 * From the fifth failure in a row each one locks the account for twice as long as the one before, up to an hour. Nobody is told whether
 * an account exists or is locked: the answer is the same, and so is the work, since the count is written while the password is hashed.
 */
import type { Kysely } from 'kysely';
import type { Happening } from '../../domain/access/happenings.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Database } from '../schema/database.ts';
import { isPassword } from './password.ts';

const freeTries = 4;
const firstLockMs = 60_000;
const longestLockMs = 60 * 60_000;

export type SignInOutcome =
  | { readonly status: 'signed_in'; readonly userId: string }
  | { readonly status: 'refused'; readonly failed: FailedTry | 'locked' | 'no_account' };

/** A try that was counted, and no right password. */
interface FailedTry {
  readonly userId: string;
  /** How many have failed in a row, with this one. */
  readonly inARow: number;
  readonly lockedUntil: Date | null;
}

/**
 * What the log tells of it. The account stands as the actor, since it is what was tried; who tried is not known. The lock bounds how many there
 * are: one that is locked is not told of again, so that an account has five entries and then one for each lock, at most one an hour in the end.
 */
export function entryOfFailed({ userId, inARow, lockedUntil }: FailedTry): AuditEntry {
  const action: Happening = lockedUntil === null ? 'session.refused' : 'session.locked';
  const detail = { in_a_row: inARow, locked_until: lockedUntil?.toISOString() ?? null };
  return { actor: userId, action, region: null, subject: null, detail };
}

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
    user === undefined ? ('no_account' as const) : countTry(db, user.id, now),
    isPassword(password, user?.password_hash ?? null),
  ]);
  if (user === undefined || typeof counted === 'string' || !right)
    return { status: 'refused', failed: counted };
  await db
    .updateTable('users')
    .set({ failed_sign_ins: 0, locked_until: null })
    .where('id', '=', user.id)
    .execute();
  return { status: 'signed_in', userId: user.id };
}

/** Counts a try, as one that failed; unless the account is locked. */
function countTry(db: Kysely<Database>, id: string, now: Date): Promise<FailedTry | 'locked'> {
  return db.transaction().execute(async (transaction) => {
    const user = await transaction
      .selectFrom('users')
      .select(['failed_sign_ins', 'locked_until'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (user.locked_until !== null && user.locked_until > now) return 'locked';
    const inARow = user.failed_sign_ins + 1;
    const lockedUntil = lockAfter(inARow, now);
    await transaction
      .updateTable('users')
      .set({ failed_sign_ins: inARow, locked_until: lockedUntil })
      .where('id', '=', id)
      .execute();
    return { userId: id, inARow, lockedUntil };
  });
}

function lockAfter(failed: number, now: Date): Date | null {
  if (failed <= freeTries) return null;
  const length = Math.min(longestLockMs, firstLockMs * 2 ** (failed - freeTries - 1));
  return new Date(now.getTime() + length);
}
