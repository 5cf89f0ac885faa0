/** whyNot: why somebody does not have a place at a certain team. */
import { type WhyNot, whyNotNow } from '../../../matching/why-pair.ts';
import { inStore } from '../../in-store.ts';
import { type ShownAlternative, shownTo, standingOf } from './standing-proposal.ts';
import type { AskedOfPerson } from './why-pair.ts';

type WhyNotShown =
  | Exclude<WhyNot, { verdict: 'open' }>
  | (Omit<Extract<WhyNot, { verdict: 'open' }>, 'place'> & { readonly place: ShownAlternative });

export type WhyNotAnswer =
  | { readonly status: 'told'; readonly why: WhyNotShown }
  /** No such person in the pool, or no such team. */
  | { readonly status: 'not_found' };

export function whyNot({
  access,
  actor,
  region,
  proposal,
  participant,
  team,
}: AskedOfPerson & { readonly team: string }): Promise<WhyNotAnswer> {
  return inStore(access, async (store): Promise<WhyNotAnswer> => {
    const found = await standingOf(store, proposal, participant);
    const { index } = found?.standing.live ?? {};
    const at = index?.names.team.get(team);
    if (found === null || index === undefined || at === undefined) return { status: 'not_found' };
    const why = whyNotNow(found.standing, found.row, at);
    return {
      status: 'told',
      why: why.verdict === 'open' ? { ...why, place: shownTo(actor, index, region, why.place) } : why,
    };
  });
}
