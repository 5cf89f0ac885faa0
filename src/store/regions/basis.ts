/** What something is computed from: a version of a region and a policy of it, those named or the newest. */
import type { Transaction } from 'kysely';
import { defaultPolicy } from '../../domain/policy.ts';
import { regionHead } from '../../domain/region.ts';
import type { Database } from '../schema/database.ts';

export interface BasisAsked {
  /** The region's id. */
  readonly region: string;
  /** The number of the region's version; the newest by default. */
  readonly version?: number | undefined;
  /** The number of the region's policy; the newest by default. */
  readonly policy?: number | undefined;
  /** A user; null where a command of the machine's own asks. */
  readonly actor: string | null;
}

export type Basis =
  /** Ids of rows. */
  | { readonly status: 'found'; readonly version: number; readonly policy: number }
  | { readonly status: 'not_found'; readonly what: 'region' | 'version' | 'policy' };

export async function findBasis(transaction: Transaction<Database>, asked: BasisAsked): Promise<Basis> {
  const version = await findVersion(transaction, asked);
  if (version === null) {
    const what = (await hasRegion(transaction, asked.region)) ? 'version' : 'region';
    return { status: 'not_found', what };
  }
  const policy = await findPolicy(transaction, asked, version.head);
  if (policy === null) return { status: 'not_found', what: 'policy' };
  return { status: 'found', version: version.id, policy };
}

async function findVersion(
  transaction: Transaction<Database>,
  { region, version }: BasisAsked,
): Promise<{ readonly id: number; readonly head: unknown } | null> {
  const newest = transaction
    .selectFrom('region_versions')
    .select(['id', 'head'])
    .where('region', '=', region)
    .orderBy('number', 'desc')
    .limit(1);
  const asked = version === undefined ? newest : newest.where('number', '=', version);
  return (await asked.executeTakeFirst()) ?? null;
}

async function hasRegion(transaction: Transaction<Database>, region: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('regions')
    .select('id')
    .where('id', '=', region)
    .executeTakeFirst();
  return found !== undefined;
}

/** The policy's id. A region for which nobody has written any gets its first: the one that came with it, or the default. */
async function findPolicy(
  transaction: Transaction<Database>,
  { region, policy, actor }: BasisAsked,
  head: unknown,
): Promise<number | null> {
  const newest = transaction
    .selectFrom('policies')
    .select('id')
    .where('region', '=', region)
    .orderBy('number', 'desc')
    .limit(1);
  const asked = policy === undefined ? newest : newest.where('number', '=', policy);
  const found = await asked.executeTakeFirst();
  if (found !== undefined) return found.id;
  if (policy !== undefined) return null;
  const { id } = await transaction
    .insertInto('policies')
    .values({
      ...{ region, number: 1, note: '', created_by: actor },
      policy: JSON.stringify(regionHead.parse(head).policy ?? defaultPolicy),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
