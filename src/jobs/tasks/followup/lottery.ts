/** followupLottery: what the lottery of a stored proposal tells of an outcome. */
import { type Failure, failure } from '../../../errors.ts';
import { settingsOn } from '../../../followup/agreements.ts';
import type { LotteryAnswer } from '../../../followup/lottery/lottery-format.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { answerLottery, type LotteryAsked } from '../../followup/answer-lottery.ts';
import { loadFollowup } from '../../followup/load-followup.ts';
import type { Lottery } from '../../followup/redraw.ts';
import { inStore } from '../../in-store.ts';
import { readMatched, readOrder } from '../../proposals/order.ts';
import { readProposal } from '../../proposals/read-proposal.ts';
import type { TaskRun } from '../../task.ts';

interface Asked extends LotteryAsked {
  readonly access: StoreAccess;
  readonly region: string;
  /** The id of a proposal of the region. */
  readonly proposal: string;
}

export type LotteryTold = { readonly status: 'told'; readonly answer: LotteryAnswer } | Failure;

export function followupLottery(asked: Asked, run: TaskRun): Promise<LotteryTold> {
  const { access, region, proposal } = asked;
  return inStore(access, async (store): Promise<LotteryTold> => {
    const head = await readProposal(store.db, proposal);
    if (head === null || head.region !== region || head.summary === null) return noProposal;
    const stored = await loadFollowup(store, region);
    if (stored.status === 'failed') return stored;
    const settings = settingsOn(asked.asOf, stored.entries);
    const { stopped } = head.summary;
    const lottery = async (): Promise<Lottery | Failure> => {
      const order = await readOrder(store.db, proposal);
      const matched = await readMatched(store, order);
      if (!matched.whole || stopped === 'time' || stopped === 'signal') return notRepeatable;
      const { policy, settings: asked } = order;
      return { ...matched, policy, settings: asked, seed: asked.seed, proposed: null };
    };
    const answer = await answerLottery(asked, { ...stored, settings }, lottery, run);
    return answer.status === 'failed' ? answer : { status: 'told', answer };
  });
}

const noProposal = failure('not_found', {
  sv: 'Det finns inget sådant förslag i regionen.',
  en: 'The region has no such proposal.',
});

const notRepeatable = failure('refused', {
  sv: 'Förslaget kan inte göras om som det var: det avbröts av tiden eller av någon, eller så har någon i det raderats. Då kan lottningen inte heller dras om.',
  en: 'The proposal cannot be made again as it was: it was ended by the clock or by somebody, or somebody in it has been erased. So the lottery cannot be drawn anew either.',
});
