/** matchFiles: from files, named by path, to a proposal; all of it here, so that a country is read and built in no memory but this thread's. */
import { chooseEngine } from '../../../solver/engines/auto.ts';
import { solveCanonical } from '../../../solver/solve.ts';
import { type Failure, failure } from '../../errors.ts';
import { type MatchSettings, match } from '../../matching/match.ts';
import type { PreviousPair } from '../../matching/previous.ts';
import type { Proposal } from '../../matching/proposal-format.ts';
import { openRegion } from '../given/open-input.ts';
import { policyFor } from '../given/open-policy.ts';
import { openProposal } from '../given/open-proposal.ts';
import type { TaskRun } from '../task.ts';

interface Asked {
  /** Paths; null for the region's own policy, and for no earlier proposal. */
  readonly region: string;
  readonly policy: string | null;
  readonly previous: string | null;
  readonly settings: MatchSettings;
}

export async function matchGiven(asked: Asked, run: TaskRun): Promise<Proposal | Failure> {
  const opened = await openRegion(asked.region);
  if (opened.status === 'failed') return opened;
  const policy = await policyFor(opened.region, asked.policy);
  if ('status' in policy) return policy;
  const previous = asked.previous === null ? [] : await previousPairs(asked.previous);
  if ('status' in previous) return previous;
  run.onStage?.({ stage: 'read', notes: opened.notes });
  const { settings } = asked;
  return match(
    opened.region,
    policy,
    settings,
    (canonical, chosen) => {
      const reason = settings.engine === 'auto' ? chooseEngine(canonical.problem).reason : null;
      run.onStage?.({ stage: 'solving', reason });
      return solveCanonical(canonical, { ...chosen, ...run });
    },
    previous,
  );
}

async function previousPairs(path: string): Promise<readonly PreviousPair[] | Failure> {
  const proposal = await openProposal(path);
  if (proposal.status === 'failed') return proposal;
  if ('pairs' in proposal)
    return proposal.pairs.map(({ participant, team, sfiGroup }) => ({ participant, team, sfiGroup }));
  return failure('usage', {
    sv: `${path} har inga par att behålla.`,
    en: `${path} has no pairs to keep.`,
  });
}
