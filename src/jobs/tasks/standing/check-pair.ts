/** checkPair: what it would mean to make a pair by hand, as things stand now. */
import type { Text } from '../../../domain/text.ts';
import {
  checkManualPair,
  type ManualPair,
  type ManualPairOutcome,
  type ManualPairQuestion,
} from '../../../matching/manual-pair.ts';
import { pairDetail } from '../../../matching/pair-detail.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { inStore } from '../../in-store.ts';
import { liveRegion } from './live-region.ts';

interface Asked extends ManualPairQuestion {
  readonly access: StoreAccess;
  readonly proposal: string;
}

export type PairCheck =
  | Exclude<ManualPairOutcome, ManualPair>
  | { readonly status: 'not_standing' }
  | {
      readonly status: 'checked';
      readonly check: ManualPair;
      /** As it would be stored (store/proposals/pair-by-hand.ts). */
      readonly pair: ReturnType<typeof pairDetail>;
      readonly rules: readonly ({ readonly rule: string } & Text)[];
      readonly pointer: number;
    };

export function checkPair({ access, proposal, ...question }: Asked): Promise<PairCheck> {
  return inStore(access, async (store) => {
    const { live, held, pointer } = await liveRegion(store, proposal);
    if (pointer === null) return { status: 'not_standing' };
    const check = checkManualPair(live, question, held);
    if (check.status === 'not_found') return check;
    const { participant, team, sfi } = live.index.names;
    const pair = pairDetail(
      live.index,
      participant.get(check.participant) ?? -1,
      team.get(check.team) ?? -1,
      sfi.get(check.sfiGroup) ?? -1,
    );
    const rules = check.rules.map(({ rule, sv, en }) => ({ rule, sv, en }));
    return { status: 'checked', check, pair, rules, pointer };
  });
}
