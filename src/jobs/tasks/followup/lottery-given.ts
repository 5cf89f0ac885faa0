/** lotteryFiles: from files, named by path, to what the lottery of a proposal tells of an outcome. */
import { type Failure, failure } from '../../../errors.ts';
import { knownOn } from '../../../followup/case.ts';
import { isApproved } from '../../../followup/lottery/compare.ts';
import type { LotteryAnswer } from '../../../followup/lottery/lottery-format.ts';
import { tellLottery } from '../../../followup/lottery/tell-lottery.ts';
import { reportDay } from '../../../followup/report-day.ts';
import { digestOf } from '../../../matching/digest.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import { withoutPairs } from '../../../proposal-failure.ts';
import { judgeLotteryQuestion, type LotteryQuestion } from '../../followup/lottery-question.ts';
import { redraw } from '../../followup/redraw.ts';
import { openFollowupAt } from '../../given/open-followup.ts';
import { policyFor } from '../../given/open-policy.ts';
import { openProposal } from '../../given/open-proposal.ts';
import type { TaskRun } from '../../task.ts';

interface Asked {
  /** Paths; null for the region's own policy, and for follow-up beside the region. */
  readonly region: string;
  readonly policy: string | null;
  readonly followup: string | null;
  readonly proposal: string;
  readonly question: LotteryQuestion;
  /** YYYY-MM-DD; null for the day that the follow-up itself looks from. */
  readonly asOf: string | null;
  readonly draws: number;
  /** As the proposal was asked for. */
  readonly settings: Omit<MatchSettings, 'seed'>;
}

export async function lotteryGiven(asked: Asked, run: TaskRun): Promise<LotteryAnswer | Failure> {
  const opened = await openFollowupAt(asked.region, asked.followup);
  if (opened.status === 'failed') return opened;
  const { region, outcomes, settings, notes } = opened;
  const policy = await policyFor(region, asked.policy);
  if ('status' in policy) return policy;
  const proposal = await openProposal(asked.proposal);
  if (proposal.status === 'failed') return proposal;
  if (!('pairs' in proposal)) return withoutPairs;
  const digest = digestOf(region, policy);
  if (digest.region !== proposal.digest.region || digest.policy !== proposal.digest.policy) return ofAnother;
  const asOf = asked.asOf ?? reportDay(opened);
  const judged = judgeLotteryQuestion(asked.question, region, settings.indicators, asOf);
  if (judged.status === 'failed') return judged;
  run.onStage?.({ stage: 'read', notes });
  const approval = settings.ethical_approval;
  const proposed = new Map(proposal.pairs.map(({ participant, team }) => [participant, team]));
  const { seed, previous = [] } = proposal;
  const question = { region, policy, previous, settings: asked.settings };
  // Without an approval nothing is even counted.
  const drawn = isApproved(approval, asOf)
    ? await redraw(question, { seed, proposed }, asked.draws, run)
    : { status: 'drawn' as const, drawings: [] };
  if (drawn.status === 'failed') return drawn;
  const { cases } = knownOn(asOf, outcomes, region);
  const { drawings } = drawn;
  return tellLottery({ region: region.name, asOf, ...judged, approval, cases, proposed, drawings });
}

const ofAnother = failure('refused', {
  sv: 'Förslaget är gjort av en annan region, en annan version av den eller en annan policy.',
  en: 'The proposal was made from another region, another version of it or another policy.',
});
