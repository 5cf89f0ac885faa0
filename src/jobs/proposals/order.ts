/** What a proposal is to be made from, as it was asked for, and the pairs of the one that it is to keep. */
import type { Kysely } from 'kysely';
import { type Policy, policySchema } from '../../domain/policy.ts';
import type { MatchSettings } from '../../matching/match.ts';
import type { PreviousPair } from '../../matching/previous.ts';
import type { Database } from '../../store/schema/database.ts';
import { proposalSettings } from './settings.ts';

export interface ProposalOrder {
  readonly proposal: string;
  readonly region: string;
  /** The id of the region's version. */
  readonly version: number;
  readonly policy: Policy;
  readonly settings: MatchSettings;
  readonly previous: readonly PreviousPair[];
}

/** The order of a proposal that there is. */
export async function readOrder(db: Kysely<Database>, proposal: string): Promise<ProposalOrder> {
  const row = await db
    .selectFrom('proposals')
    .innerJoin('policies', 'policies.id', 'proposals.policy')
    .select(['proposals.region', 'region_version', 'policies.policy', 'previous', 'seed', 'settings'])
    .where('proposals.id', '=', proposal)
    .executeTakeFirstOrThrow();
  return {
    proposal,
    region: row.region,
    version: row.region_version,
    policy: policySchema.parse(row.policy),
    settings: { ...proposalSettings.parse(row.settings), seed: row.seed },
    previous: row.previous === null ? [] : await standingPairs(db, row.previous),
  };
}

/** The pairs of a proposal that have neither ended nor been turned down. */
async function standingPairs(db: Kysely<Database>, proposal: string): Promise<readonly PreviousPair[]> {
  return db
    .selectFrom('pairs')
    .select(['participant', 'team', 'sfi_group as sfiGroup'])
    .where('proposal', '=', proposal)
    .where('state', 'not in', ['ended', 'turned_down'])
    .orderBy('participant')
    .execute();
}
