/** Roles given and taken. A grant is never changed: it is revoked, and another given. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { type Grant, grant, type Scope } from '../../domain/access/grants.ts';
import { appendAudit } from '../audit/append.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Database } from '../schema/database.ts';
import { withinScope } from '../scope-filter.ts';

const givenGrant = z.object({ id: z.uuid(), grant });
export type GivenGrant = Readonly<z.infer<typeof givenGrant>>;

/** What grantsOfUser yields. */
export const givenGrants = z.array(givenGrant);

const grantJson = sql<unknown>`json_strip_nulls(json_build_object(
  'role', role, 'region', region, 'district', district, 'principal', principal, 'teams', teams, 'partner', partner))`;

/** The grants in force of the row's user, in a query over users. */
export const grantsOfUser = sql<unknown>`(
  select coalesce(json_agg(json_build_object('id', role_grants.id, 'grant', ${grantJson}) order by granted_at, role_grants.id), '[]')
  from role_grants where user_id = users.id and revoked_at is null)`;

export interface UserGrant extends GivenGrant {
  readonly userId: string;
  readonly login: string;
}

/** The grants in force that lie within the scope, by login. */
export async function listGrants(db: Kysely<Database>, scope: Scope): Promise<readonly UserGrant[]> {
  return (await selectGrants(db, scope).orderBy('login').orderBy('granted_at').execute()).map(asUserGrant);
}

/** A grant in force, or null where there is none within the scope. */
export async function findGrant(db: Kysely<Database>, id: string, scope: Scope): Promise<UserGrant | null> {
  const row = await selectGrants(db, scope).where('role_grants.id', '=', id).executeTakeFirst();
  return row === undefined ? null : asUserGrant(row);
}

function selectGrants(db: Kysely<Database>, scope: Scope) {
  return db
    .selectFrom('role_grants')
    .innerJoin('users', 'users.id', 'role_grants.user_id')
    .select(['role_grants.id', 'users.id as userId', 'users.login', grantJson.as('grant')])
    .where('role_grants.revoked_at', 'is', null)
    .where((eb) =>
      withinScope(scope, {
        region: eb.ref('role_grants.region'),
        district: eb.ref('role_grants.district'),
        principal: eb.ref('role_grants.principal'),
      }),
    );
}

function asUserGrant(row: { id: string; userId: string; login: string; grant: unknown }): UserGrant {
  return { ...row, grant: grant.parse(row.grant) };
}

export type GiveOutcome =
  | { readonly status: 'given'; readonly id: string }
  /** The region is not there. */
  | { readonly status: 'unknown' };

/** Gives a role to a user; `by` is null where a command of the machine's own does it. */
export function giveGrant(
  db: Kysely<Database>,
  userId: string,
  given: Grant,
  by: string | null,
  now: Date,
): Promise<GiveOutcome> {
  return inTransaction(db, async (transaction): Promise<GiveOutcome> => {
    if (!(await isPossible(transaction, given))) return { status: 'unknown' };
    const { role, region = null, teams, ...limits } = given;
    const { id } = await transaction
      .insertInto('role_grants')
      .values({
        user_id: userId,
        role,
        region,
        ...limits,
        teams: teams === undefined ? null : [...teams],
        granted_by: by,
        granted_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const detail = { did: 'give', grant: id, role, user: userId };
    await appendAudit(transaction, { actor: by, action: 'grants.manage', region, subject: null, detail });
    return { status: 'given', id };
  });
}

/** Whether the region that a grant names, if any, is there. */
export async function isPossible(db: Kysely<Database>, { region }: Grant): Promise<boolean> {
  if (region === undefined) return true;
  return (
    (await db.selectFrom('regions').select('id').where('id', '=', region).executeTakeFirst()) !== undefined
  );
}

/** False where no such grant is in force. */
export function revokeGrant(
  db: Kysely<Database>,
  id: string,
  by: string | null,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const revoked = await transaction
      .updateTable('role_grants')
      .set({ revoked_at: now, revoked_by: by })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning(['role', 'region', 'user_id'])
      .executeTakeFirst();
    if (revoked === undefined) return false;
    const { role, region, user_id: user } = revoked;
    const detail = { did: 'revoke', grant: id, role, user };
    await appendAudit(transaction, { actor: by, action: 'grants.manage', region, subject: null, detail });
    return true;
  });
}
