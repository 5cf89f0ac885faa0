/** What a proposal is to be made from, as it was asked for: whoever reads it, however often, reads the same, as far as nobody has been erased since. */
import type { Kysely } from 'kysely';
import { type Policy, policySchema } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import type { Told } from '../../matching/again/told.ts';
import type { MatchSettings } from '../../matching/match.ts';
import type { PreviousPair } from '../../matching/previous.ts';
import type { StoreData } from '../../store/open-store.ts';
import { loadRegionVersion } from '../../store/regions/load-region-version.ts';
import type { Database } from '../../store/schema/database.ts';
import { questionOf } from './question.ts';
import { proposalSettings } from './settings.ts';

export interface ProposalOrder {
  readonly proposal: string;
  /** The region's id. */
  readonly region: string;
  /** The id of the region's version. */
  readonly version: number;
  readonly policy: Policy;
  readonly settings: MatchSettings;
}

/** The region to match, with what has been decided since where a proposal is asked for again. */
export interface Matched {
  readonly region: Region;
  /** Pairs to keep where it costs little. */
  readonly previous: readonly PreviousPair[];
  /** What had been recorded and could not be kept as it stood. */
  readonly told: readonly Told[];
  /** Whether everybody is still in it who was when the proposal was asked for. */
  readonly whole: boolean;
}

/** The order of a proposal that there is. */
export async function readOrder(db: Kysely<Database>, proposal: string): Promise<ProposalOrder> {
  const row = await db
    .selectFrom('proposals')
    .innerJoin('policies', 'policies.id', 'proposals.policy')
    .select(['proposals.region', 'region_version as version', 'policies.policy', 'seed', 'settings'])
    .where('proposals.id', '=', proposal)
    .executeTakeFirstOrThrow();
  const { region, version, seed } = row;
  const settings = { ...proposalSettings.parse(row.settings), seed };
  return { proposal, region, version, policy: policySchema.parse(row.policy), settings };
}

export async function readMatched(store: StoreData, { proposal, version }: ProposalOrder): Promise<Matched> {
  const loaded = await loadRegionVersion(store, version);
  if (loaded.status === 'not_found') throw new Error('a proposal has a version that is not there');
  const whole = loaded.status === 'whole';
  const { region, previous, told, erased } = await questionOf(store, proposal, loaded.region);
  return { region, previous, told, whole: whole && erased.length === 0 };
}
