/** verifyFiles: whether a proposal stands up to its region, or a solution to its problem, all named by path. */
import type { Problem } from '../../../solver/problem.ts';
import { readSolution } from '../../../solver/solution-json.ts';
import { verifySolution } from '../../../solver/verify.ts';
import type { Region } from '../../domain/region.ts';
import type { Text } from '../../domain/text.ts';
import { type Failure, failure } from '../../errors.ts';
import { verifyProposal } from '../../matching/verify-proposal.ts';
import { otherKind } from '../given/kinds.ts';
import { openInput } from '../given/open-input.ts';
import { policyFor } from '../given/open-policy.ts';
import { openProposal } from '../given/open-proposal.ts';
import { readJson } from '../given/read-json.ts';
import type { TaskRun } from '../task.ts';

interface Asked {
  /** Paths: a region or a problem; a proposal or a solution; null for the region's own policy. */
  readonly input: string;
  readonly answer: string;
  readonly policy: string | null;
}

/** What a check found, of a proposal or of a solution. */
export interface Findings {
  readonly mismatches: readonly Text[];
  readonly onTrust: readonly Text[];
}

export async function verifyGiven(asked: Asked, run: TaskRun): Promise<Findings | Failure> {
  const opened = await openInput(asked.input);
  if (opened.status === 'failed') return opened;
  return opened.status === 'problem'
    ? verifySolutionFile(opened.problem, asked.answer, run)
    : verifyProposalFile(opened.region, asked, run);
}

async function verifySolutionFile(problem: Problem, path: string, run: TaskRun): Promise<Findings | Failure> {
  const claimed = await readJson(path);
  if (claimed.status === 'failed') return claimed;
  const other = otherKind(path, claimed.value, 'solution');
  if (other) return other;
  const reading = readSolution(claimed.value);
  if (reading.status === 'refused')
    return failure('input_refused', { sv: `${path} är inte en lösning.`, en: `${path} is not a solution.` });
  run.onStage?.({ stage: 'read', notes: [] });
  return verifySolution(problem, reading.solution);
}

async function verifyProposalFile(
  region: Region,
  { answer, policy: policyPath }: Asked,
  run: TaskRun,
): Promise<Findings | Failure> {
  const policy = await policyFor(region, policyPath);
  if ('status' in policy) return policy;
  const proposal = await openProposal(answer);
  if (proposal.status === 'failed') return proposal;
  run.onStage?.({ stage: 'read', notes: [] });
  return verifyProposal(region, policy, proposal);
}
