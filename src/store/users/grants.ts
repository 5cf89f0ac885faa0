/** Roles given and taken. A grant is never changed: it is revoked, and another given. */
import type { Kysely } from 'kysely';
import type { Grant } from '../../domain/access/grants.ts';
import { errorCode } from '../failure.ts';
import type { Database } from '../schema/database.ts';

export type GiveOutcome =
  | { readonly status: 'given'; readonly id: string }
  /** The user or the region is not there. */
  | { readonly status: 'unknown' };

/** Gives a role; `by` is null where a command of the machine's own does it. */
export async function giveGrant(
  db: Kysely<Database>,
  userId: string,
  given: Grant,
  by: string | null,
  now: Date,
): Promise<GiveOutcome> {
  try {
    const { teams, ...rest } = given;
    const { id } = await db
      .insertInto('role_grants')
      .values({
        user_id: userId,
        ...rest,
        teams: teams === undefined ? null : [...teams],
        granted_by: by,
        granted_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { status: 'given', id };
  } catch (error) {
    if (errorCode(error) === foreignKeyViolation) return { status: 'unknown' };
    throw error;
  }
}

const foreignKeyViolation = '23503';

/** False where no such grant is in force. */
export async function revokeGrant(
  db: Kysely<Database>,
  id: string,
  by: string | null,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('role_grants')
    .set({ revoked_at: now, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
