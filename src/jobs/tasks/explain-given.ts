/** explainFiles: from files, named by path, to an explanation. */
import { chooseEngine } from '../../../solver/engines/auto.ts';
import { solve } from '../../../solver/solve.ts';
import type { Failure } from '../../errors.ts';
import { explain, type Question } from '../../matching/explain/explain.ts';
import type { Explanation } from '../../matching/explain/explanation-format.ts';
import type { MatchSettings } from '../../matching/match.ts';
import { buildMatching } from '../../matching/matching.ts';
import { explanationOrFailure, withoutPairs } from '../../proposal-failure.ts';
import { openRegion } from '../given/open-input.ts';
import { policyFor } from '../given/open-policy.ts';
import { openProposal } from '../given/open-proposal.ts';
import type { TaskRun } from '../task.ts';

interface Asked {
  /** Paths; null for the region's own policy. */
  readonly region: string;
  readonly policy: string | null;
  readonly proposal: string;
  readonly question: Question;
  readonly settings: MatchSettings;
}

export async function explainGiven(asked: Asked, run: TaskRun): Promise<Explanation | Failure> {
  const opened = await openRegion(asked.region);
  if (opened.status === 'failed') return opened;
  const policy = await policyFor(opened.region, asked.policy);
  if ('status' in policy) return policy;
  const proposal = await openProposal(asked.proposal);
  if (proposal.status === 'failed') return proposal;
  if (!('pairs' in proposal)) return withoutPairs;
  run.onStage?.({ stage: 'read', notes: [] });
  const outcome = await explain(
    buildMatching(opened.region, policy, proposal.previous),
    proposal,
    asked.question,
    asked.settings,
    (problem, chosen) => {
      const reason = asked.settings.engine === 'auto' ? chooseEngine(problem).reason : null;
      run.onStage?.({ stage: 'solving', reason });
      return solve(problem, { ...chosen, ...run });
    },
  );
  return explanationOrFailure(outcome, run.signal.aborted);
}
