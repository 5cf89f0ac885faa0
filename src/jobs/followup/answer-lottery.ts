/** What the lottery of a proposal tells of an outcome, wherever the proposal and the follow-up of its region come from. */
import type { Region } from '../../domain/region.ts';
import type { OutcomeRow } from '../../domain/tables/followup.ts';
import type { Failure } from '../../errors.ts';
import { knownOn } from '../../followup/case.ts';
import { isApproved } from '../../followup/lottery/approval.ts';
import type { LotteryAnswer } from '../../followup/lottery/lottery-format.ts';
import { tellLottery } from '../../followup/lottery/tell-lottery.ts';
import type { Settings } from '../../followup/settings-format.ts';
import type { TaskRun } from '../task.ts';
import { judgeLotteryQuestion, type LotteryQuestion } from './lottery-question.ts';
import { type Lottery, redraw } from './redraw.ts';

export interface LotteryAsked {
  readonly question: LotteryQuestion;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly draws: number;
}

export interface FollowedUp {
  readonly region: Region;
  readonly outcomes: readonly OutcomeRow[];
  readonly settings: Settings;
}

/** `lottery` is asked for only where an approval stands: without one nothing is even drawn. */
export async function answerLottery(
  { question, asOf, draws }: LotteryAsked,
  { region, outcomes, settings }: FollowedUp,
  lottery: () => Promise<Lottery | Failure>,
  run: TaskRun,
): Promise<LotteryAnswer | Failure> {
  const judged = judgeLotteryQuestion(question, region, settings.indicators, asOf);
  if (judged.status === 'failed') return judged;
  const approval = settings.ethical_approval;
  const { cases } = knownOn(asOf, outcomes, region);
  const told = { region: region.name, asOf, arms: judged.arms, outcome: judged.outcome, approval, cases };
  if (!isApproved(approval, asOf)) return tellLottery({ ...told, drawings: [] });
  const drawn = await lottery();
  if ('status' in drawn) return drawn;
  const redrawn = await redraw(drawn, draws, run);
  return redrawn.status === 'failed' ? redrawn : tellLottery({ ...told, drawings: redrawn.drawings });
}
