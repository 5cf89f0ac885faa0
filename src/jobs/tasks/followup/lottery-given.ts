/** lotteryFiles: from files, named by path, to what the lottery of a proposal tells of an outcome. */
import { type Failure, failure } from '../../../errors.ts';
import type { LotteryAnswer } from '../../../followup/lottery/lottery-format.ts';
import { reportDay } from '../../../followup/report-day.ts';
import { digestOf } from '../../../matching/digest.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import { withoutPairs } from '../../../proposal-failure.ts';
import { answerLottery, type LotteryAsked } from '../../followup/answer-lottery.ts';
import { openFollowupAt } from '../../given/open-followup.ts';
import { policyFor } from '../../given/open-policy.ts';
import { openProposal } from '../../given/open-proposal.ts';
import type { TaskRun } from '../../task.ts';

interface Asked extends Omit<LotteryAsked, 'asOf'> {
  /** Paths; null for the region's own policy, and for follow-up beside the region. */
  readonly region: string;
  readonly policy: string | null;
  readonly followup: string | null;
  readonly proposal: string;
  /** YYYY-MM-DD; null for the day that the follow-up itself looks from. */
  readonly asOf: string | null;
  /** As the proposal was asked for. */
  readonly settings: Omit<MatchSettings, 'seed'>;
}

export async function lotteryGiven(asked: Asked, run: TaskRun): Promise<LotteryAnswer | Failure> {
  const opened = await openFollowupAt(asked.region, asked.followup);
  if (opened.status === 'failed') return opened;
  const { region, notes } = opened;
  const policy = await policyFor(region, asked.policy);
  if ('status' in policy) return policy;
  const proposal = await openProposal(asked.proposal);
  if (proposal.status === 'failed') return proposal;
  if (!('pairs' in proposal)) return withoutPairs;
  const digest = digestOf(region, policy);
  if (digest.region !== proposal.digest.region || digest.policy !== proposal.digest.policy) return ofAnother;
  run.onStage?.({ stage: 'read', notes });
  const { question, draws } = asked;
  const lottery = async () => ({
    ...{ region, policy, previous: proposal.previous ?? [], settings: asked.settings, seed: proposal.seed },
    proposed: new Map(proposal.pairs.map(({ participant, team }) => [participant, team])),
  });
  return answerLottery({ question, asOf: asked.asOf ?? reportDay(opened), draws }, opened, lottery, run);
}

const ofAnother = failure('refused', {
  sv: 'Förslaget är gjort av en annan region, en annan version av den eller en annan policy.',
  en: 'The proposal was made from another region, another version of it or another policy.',
});
