/** One pair, held against change, with what a decision on it must know. */
import type { Transaction } from 'kysely';
import type { Target } from '../../domain/access/grants.ts';
import type { Database } from '../schema/database.ts';

export type PairRow = NonNullable<Awaited<ReturnType<typeof holdPair>>>;

/** Nobody else changes the pair before the transaction ends. */
export async function holdPair(trx: Transaction<Database>, proposal: string, participant: string) {
  return trx
    .selectFrom('pairs')
    .selectAll()
    .where('proposal', '=', proposal)
    .where('participant', '=', participant)
    .forUpdate()
    .executeTakeFirst();
}

/** Where a pair is, for the question who may do what to it. */
export function targetOf({
  region,
  district,
  principal,
  team,
}: Pick<PairRow, 'region' | 'district' | 'principal' | 'team'>): Target {
  return { region, district, principal, team };
}

export interface ProposalHead {
  readonly id: string;
  readonly region: string;
  readonly regionVersion: number;
  readonly policy: number;
  readonly previous: string | null;
  readonly keptAt: Date | null;
}

/** A proposal that has come to pairs; undefined where there is none of that id, or it has none yet. */
export async function findProposed(
  trx: Pick<Transaction<Database>, 'selectFrom'>,
  proposal: string,
): Promise<ProposalHead | undefined> {
  return trx
    .selectFrom('proposals')
    .select(['id', 'region', 'region_version as regionVersion', 'policy', 'previous', 'kept_at as keptAt'])
    .where('id', '=', proposal)
    .where('status', '=', 'proposed')
    .executeTakeFirst();
}
