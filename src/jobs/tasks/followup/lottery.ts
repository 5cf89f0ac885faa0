/** followupLottery: what the lottery of a stored proposal tells of an outcome. */
import { type Failure, failure } from '../../../errors.ts';
import { settingsOn } from '../../../followup/agreements.ts';
import { knownOn } from '../../../followup/case.ts';
import { isApproved } from '../../../followup/lottery/compare.ts';
import type { LotteryAnswer } from '../../../followup/lottery/lottery-format.ts';
import { tellLottery } from '../../../followup/lottery/tell-lottery.ts';
import type { StoreAccess } from '../../../store/open-store.ts';
import { loadFollowup } from '../../followup/load-followup.ts';
import { judgeLotteryQuestion, type LotteryQuestion } from '../../followup/lottery-question.ts';
import { redraw } from '../../followup/redraw.ts';
import { inStore } from '../../in-store.ts';
import { readMatched, readOrder } from '../../proposals/order.ts';
import { readProposal } from '../../proposals/read-proposal.ts';
import type { TaskRun } from '../../task.ts';

interface Asked {
  readonly access: StoreAccess;
  readonly region: string;
  /** The id of a proposal of the region. */
  readonly proposal: string;
  readonly question: LotteryQuestion;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly draws: number;
}

export type LotteryTold = { readonly status: 'told'; readonly answer: LotteryAnswer } | Failure;

export function followupLottery(asked: Asked, run: TaskRun): Promise<LotteryTold> {
  const { access, region, proposal, asOf, draws } = asked;
  return inStore(access, async (store): Promise<LotteryTold> => {
    const head = await readProposal(store.db, proposal);
    if (head === null || head.region !== region || head.summary === null) return noProposal;
    const stored = await loadFollowup(store, region);
    if (stored.status === 'failed') return stored;
    const settings = settingsOn(asOf, stored.entries);
    const judged = judgeLotteryQuestion(asked.question, stored.region, settings.indicators, asOf);
    if (judged.status === 'failed') return judged;
    const { ethical_approval: approval } = settings;
    const { cases } = knownOn(asOf, stored.outcomes, stored.region);
    const told = { region: stored.region.name, asOf, ...judged, approval, cases };
    // Without an approval nothing is even counted.
    if (!isApproved(approval, asOf))
      return { status: 'told', answer: tellLottery({ ...told, proposed: new Map(), drawings: [] }) };
    const order = await readOrder(store.db, proposal);
    const matched = await readMatched(store, order);
    if (!matched.whole || head.summary.stopped === 'time' || head.summary.stopped === 'signal')
      return notRepeatable;
    const question = { ...matched, policy: order.policy, settings: order.settings };
    const drawn = await redraw(question, { seed: order.settings.seed, proposed: null }, draws, run);
    if (drawn.status === 'failed') return drawn;
    const { drawings } = drawn;
    return { status: 'told', answer: tellLottery({ ...told, proposed: drawings[0], drawings }) };
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
