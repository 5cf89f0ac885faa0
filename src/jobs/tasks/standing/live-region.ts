/**
 * How things stand in a proposal now, kept in the thread from one question to the next: to read and number a region takes seconds, to look at
 * who stands a fraction of one. One region is kept, the latest asked about; it is read anew when other seats are held or somebody has been erased, and who stands is
 * read anew when any pair has changed.
 */
import { policySchema } from '../../../domain/policy.ts';
import { type Live, liveOf } from '../../../matching/live.ts';
import type { PreviousPair } from '../../../matching/previous.ts';
import { pricesOf } from '../../../matching/ranking.ts';
import { indexRegion, type RegionIndex } from '../../../matching/region-index.ts';
import { countErasedOf } from '../../../store/erasure/count-erased.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { type PairsMoment, pairsMoment, pairsUnchanged } from '../../../store/proposals/pair-changes.ts';
import { findPointer } from '../../../store/proposals/standing-proposal.ts';
import { loadRegionVersion } from '../../../store/regions/load-region-version.ts';
import { heldSeats } from '../../../store/seats/held-seats.ts';
import { questionOf } from '../../proposals/question.ts';
import { type StoredProof, unpackProof } from '../../proposals/stored-proof.ts';

export interface LiveRegion {
  readonly live: Live;
  /** Of the region's pointer, read before anything else; null where the proposal does not stand. */
  readonly pointer: number | null;
  /** Participants whom a decision keeps where they are. */
  readonly held: ReadonlySet<string>;
  /** The prices of the proposal's proof, by row of `live` and by constraint id. */
  readonly prices: Float64Array;
  readonly pricesById: StoredProof['prices'];
}

interface Numbered {
  readonly key: string;
  readonly index: RegionIndex;
  readonly prices: StoredProof['prices'];
}

let keptIndex: Numbered | null = null;
let keptLive: {
  readonly key: string;
  readonly moment: PairsMoment;
  readonly found: Pick<LiveRegion, 'live' | 'held' | 'prices'>;
} | null = null;

export async function liveRegion(store: StoreData, proposal: string): Promise<LiveRegion> {
  const { db } = store;
  const { region } = await db
    .selectFrom('proposals')
    .select('region')
    .where('id', '=', proposal)
    .executeTakeFirstOrThrow();
  const pointer = await findPointer(db, region);
  const numbered = await indexOf(store, proposal, region);
  const found = await standingIn(store, proposal, numbered);
  const pricesById = numbered.prices;
  return { ...found, pricesById, pointer: pointer?.proposal === proposal ? pointer.version : null };
}

async function indexOf(store: StoreData, proposal: string, region: string): Promise<Numbered> {
  const held = await heldSeats(store.db, region);
  const key = JSON.stringify([proposal, held, await countErasedOf(store.db, region)]);
  if (keptIndex?.key === key) return keptIndex;
  keptIndex = null;
  keptLive = null;
  const order = await store.db
    .selectFrom('proposals')
    .innerJoin('policies', 'policies.id', 'proposals.policy')
    .select(['proposals.region_version', 'proposals.solution', 'policies.policy'])
    .where('proposals.id', '=', proposal)
    .executeTakeFirstOrThrow();
  const loaded = await loadRegionVersion(store, order.region_version);
  if (loaded.status === 'not_found') throw new Error('a proposal has a version that is not there');
  const question = await questionOf(store, proposal, loaded.region, held);
  const index = indexRegion(question.region, policySchema.parse(order.policy), question.previous);
  const prices = order.solution === null ? {} : unpackProof(order.solution).prices;
  keptIndex = { key, index, prices };
  return keptIndex;
}

async function standingIn(
  { db }: StoreData,
  proposal: string,
  { key, index, prices }: Numbered,
): Promise<Pick<LiveRegion, 'live' | 'held' | 'prices'>> {
  if (keptLive?.key === key && (await pairsUnchanged(db, proposal, keptLive.moment))) return keptLive.found;
  const moment = await pairsMoment(db, proposal);
  const rows = await db
    .selectFrom('pairs')
    .select(['participant', 'team', 'sfi_group as sfiGroup', 'state'])
    .where('proposal', '=', proposal)
    .where('state', 'not in', ['ended', 'turned_down'])
    .orderBy('participant')
    .execute();
  const pairs: readonly PreviousPair[] = rows;
  const held = rows.flatMap(({ participant, state }) => (state === 'proposed' ? [] : [participant]));
  const live = liveOf(index, pairs);
  keptLive = { key, moment, found: { live, held: new Set(held), prices: pricesOf(live, prices) } };
  return keptLive.found;
}
