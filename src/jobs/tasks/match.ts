/** match: from what somebody sent to a proposal. */
import { solveCanonical } from '../../../solver/solve.ts';
import type { Failure } from '../../errors.ts';
import { type MatchSettings, match } from '../../matching/match.ts';
import { proposalFailure } from '../../proposal-failure.ts';
import { type Answer, answer } from '../answer.ts';
import { readMatchQuestion } from '../question.ts';
import type { Sent } from '../sent.ts';
import type { TaskRun } from '../task.ts';

interface Asked {
  readonly sent: Sent;
  readonly settings: MatchSettings;
}

export async function matchRegion({ sent, settings }: Asked, run: TaskRun): Promise<Answer | Failure> {
  const question = await readMatchQuestion(sent);
  if (question.status === 'failed') return question;
  const proposal = await match(question.region, question.policy, settings, (canonical, chosen) =>
    solveCanonical(canonical, { ...chosen, ...run }),
  );
  return proposalFailure(proposal, run.signal.aborted) ?? answer(proposal);
}
