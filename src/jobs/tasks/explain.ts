/** explain: why a participant got what a proposal gives, and why not another team. */
import { solve } from '../../../solver/solve.ts';
import type { Failure } from '../../errors.ts';
import { explain } from '../../matching/explain/explain.ts';
import type { MatchSettings } from '../../matching/match.ts';
import { buildMatching } from '../../matching/matching.ts';
import { explanationOrFailure, withoutPairs } from '../../proposal-failure.ts';
import { type Answer, answer } from '../answer.ts';
import { readExplainQuestion } from '../question.ts';
import type { Sent } from '../sent.ts';
import type { TaskRun } from '../task.ts';

interface Asked {
  readonly sent: Sent;
  readonly settings: MatchSettings;
}

export async function explainPlace({ sent, settings }: Asked, run: TaskRun): Promise<Answer | Failure> {
  const question = await readExplainQuestion(sent);
  if (question.status === 'failed') return question;
  const { region, policy, proposal, participant, team } = question;
  if (!('pairs' in proposal)) return withoutPairs;
  const outcome = await explain(
    buildMatching(region, policy, proposal.previous),
    proposal,
    { participant, ...(team !== undefined && { team }) },
    settings,
    (problem, chosen) => solve(problem, { ...chosen, ...run }),
  );
  const explanation = explanationOrFailure(outcome, run.signal.aborted);
  return 'code' in explanation ? explanation : answer(explanation);
}
