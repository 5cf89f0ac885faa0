/** whyPair: why somebody stands where they stand, and what else there is. */
import { accountOf, type PairAccount } from '../../../matching/why-pair.ts';
import type { Acting } from '../../../store/acting.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { inStore } from '../../in-store.ts';
import { type ShownAlternative, shownTo, standingOf } from './standing-proposal.ts';

export interface AskedOfPerson {
  readonly access: StoreAccess;
  readonly actor: Acting;
  /** The region's id. */
  readonly region: string;
  readonly proposal: string;
  readonly participant: string;
}

export type PairAccountShown =
  | {
      readonly status: 'told';
      readonly place: PairAccount['place'];
      readonly alternatives: readonly ShownAlternative[];
    }
  | { readonly status: 'not_found' };

export function whyPair({
  access,
  actor,
  region,
  proposal,
  participant,
}: AskedOfPerson): Promise<PairAccountShown> {
  return inStore(access, async (store): Promise<PairAccountShown> => {
    const found = await standingOf(store, proposal, participant);
    if (found === null) return { status: 'not_found' };
    const { standing, row } = found;
    const { place, alternatives } = accountOf(standing, row);
    const { index } = standing.live;
    return {
      status: 'told',
      place,
      alternatives: alternatives.map((other) => shownTo(actor, index, region, other)),
    };
  });
}
