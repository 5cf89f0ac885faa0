/** rankPlaces: every place that the rules allow one participant, best first, as things stand now. */
import { type RankedPlace, rankPlaces as rank } from '../../../matching/ranking.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { inStore } from '../../in-store.ts';
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

export function rankPlaces({ access, proposal, participant }: Asked): Promise<Ranking> {
  return inStore(access, async (store) => {
    const { live, prices } = await liveRegion(store, proposal);
    const row = live.index.names.participant.get(participant);
    if (row === undefined) return { status: 'not_found' };
    return { status: 'ranked', places: rank(live, prices, row) };
  });
}
