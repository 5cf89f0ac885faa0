/** A region's policies in versions: each written once, the newest counts, and none written over another that was not seen. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { type Policy, policySchema } from '../../domain/policy.ts';
import { appendAudit } from '../audit/append.ts';
import type { StoreData } from '../open-store.ts';
import type { Database } from '../schema/database.ts';

export interface PolicyVersion {
  /** 1, 2, 3 ... within the region. */
  readonly number: number;
  readonly note: string;
  readonly createdAt: Date;
  /** A user's name; null where a command of the machine's own did it. */
  readonly createdBy: string | null;
}

export interface NewPolicy {
  readonly region: string;
  readonly policy: Policy;
  readonly note: string;
  readonly by: string | null;
}

export type PolicyOutcome =
  | { readonly status: 'saved'; readonly number: number }
  /** Somebody else was first: look at their policy, and save again to follow it. */
  | { readonly status: 'superseded'; readonly latest: number }
  | { readonly status: 'not_found' };

/** The newest first. */
export function listPolicies(db: Kysely<Database>, region: string): Promise<readonly PolicyVersion[]> {
  return selectPolicies(db).where('policies.region', '=', region).orderBy('number', 'desc').execute();
}

/** One policy, by its number or the newest. */
export async function findPolicy(
  db: Kysely<Database>,
  region: string,
  number: number | 'latest',
): Promise<(PolicyVersion & { readonly policy: Policy }) | null> {
  const asked = selectPolicies(db).select('policies.policy').where('policies.region', '=', region);
  const row = await (number === 'latest'
    ? asked.orderBy('number', 'desc').limit(1)
    : asked.where('number', '=', number)
  ).executeTakeFirst();
  return row === undefined ? null : { ...row, policy: policySchema.parse(row.policy) };
}

/** Saves a policy that follows the one with the number `follows`. */
export function savePolicy(
  { db }: Pick<StoreData, 'db'>,
  given: NewPolicy,
  follows: number,
): Promise<PolicyOutcome> {
  return db.transaction().execute(async (transaction): Promise<PolicyOutcome> => {
    const region = await transaction
      .selectFrom('regions')
      .select('id')
      .where('id', '=', given.region)
      .forUpdate()
      .executeTakeFirst();
    if (region === undefined) return { status: 'not_found' };
    const latest = (await latestPolicy(transaction, given.region)) ?? 0;
    if (latest !== follows) return { status: 'superseded', latest };
    const number = latest + 1;
    await insertPolicy(transaction, given, number);
    await appendAudit(transaction, {
      actor: given.by,
      action: 'policy.write',
      region: given.region,
      subject: null,
      detail: { number },
    });
    return { status: 'saved', number };
  });
}

/** The number of the newest policy; null where the region has none. */
export async function latestPolicy(db: Kysely<Database>, region: string): Promise<number | null> {
  const { rows } = await sql<{ latest: number | null }>`
    select max(number) as latest from policies where region = ${region}`.execute(db);
  return rows[0]?.latest ?? null;
}

export async function insertPolicy(
  transaction: Transaction<Database>,
  { region, policy, note, by }: NewPolicy,
  number: number,
): Promise<void> {
  await transaction
    .insertInto('policies')
    .values({ region, number, policy: JSON.stringify(policy), note, created_by: by })
    .execute();
}

function selectPolicies(db: Kysely<Database>) {
  return db
    .selectFrom('policies')
    .leftJoin('users', 'users.id', 'policies.created_by')
    .select([
      'policies.number',
      'policies.note',
      'policies.created_at as createdAt',
      'users.display_name as createdBy',
    ]);
}
