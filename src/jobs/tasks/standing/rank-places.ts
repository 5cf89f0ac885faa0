/** rankPlaces: every place that the rules allow one participant, best first, as things stand now. */
import { pricesOf, type RankedPlace, rankPlaces as rank } from '../../../matching/ranking.ts';
import { joinStore, type StoreAccess } from '../../../store/open-store.ts';
import { unpackProof } from '../../proposals/stored-proof.ts';
import { liveRegion } from './live-region.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly proposal: string;
  readonly participant: string;
}

export type Ranking =
  | { readonly status: 'ranked'; readonly places: readonly RankedPlace[] }
  /** Not in the pool that the proposal was matched from. */
  | { readonly status: 'not_found' };

export async function rankPlaces({ access, proposal, participant }: Asked): Promise<Ranking> {
  const store = joinStore(access);
  try {
    const { live } = await liveRegion(store, proposal);
    const row = live.index.names.participant.get(participant);
    if (row === undefined) return { status: 'not_found' };
    const { solution } = await store.db
      .selectFrom('proposals')
      .select('solution')
      .where('id', '=', proposal)
      .executeTakeFirstOrThrow();
    const prices = solution === null ? {} : unpackProof(solution).prices;
    return { status: 'ranked', places: rank(live, pricesOf(live, prices), row) };
  } finally {
    await store.close();
  }
}
