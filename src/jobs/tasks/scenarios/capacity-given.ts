/** capacityFiles: the cheapest room that places a share of a region's people, all named by path. */
import type { Failure } from '../../../errors.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import type { OpeningEdit } from '../../../scenarios/capacity/candidates.ts';
import { cheapestCapacity } from '../../../scenarios/capacity/capacity.ts';
import type { Capacity } from '../../../scenarios/capacity/capacity-format.ts';
import { openRegion } from '../../given/open-input.ts';
import { policyFor } from '../../given/open-policy.ts';
import { openScenario } from '../../given/open-scenario.ts';
import type { TaskRun } from '../../task.ts';
import { cannotBeAdded, openingsOf, refuseCostless } from './capacity.ts';
import { solverWith } from './settings.ts';

interface Asked {
  /** Paths; null for the region's own policy, and for a twin of each team and group. */
  readonly region: string;
  readonly policy: string | null;
  readonly candidates: string | null;
  /** 0-1; null for everybody who can be placed. */
  readonly share: number | null;
  readonly mostSeats: number;
  readonly settings: MatchSettings;
}

export async function capacityGiven(asked: Asked, run: TaskRun): Promise<Capacity | Failure> {
  const opened = await openRegion(asked.region);
  if (opened.status === 'failed') return opened;
  const policy = await policyFor(opened.region, asked.policy);
  if ('status' in policy) return policy;
  const named = asked.candidates === null ? null : await openCandidates(asked.candidates);
  if (named !== null && 'status' in named) return named;
  const costless = refuseCostless(policy);
  if (costless) return costless;
  run.onStage?.({ stage: 'read', notes: opened.notes });
  const { share, mostSeats, settings } = asked;
  const question = { region: opened.region, policy, share, mostSeats, named, seed: settings.seed };
  const outcome = await cheapestCapacity(question, solverWith(settings, run), (finished) =>
    run.onStage?.({ stage: 'part', finished, of: null }),
  );
  return outcome.status === 'answered' ? outcome.capacity : cannotBeAdded(outcome);
}

async function openCandidates(path: string): Promise<readonly OpeningEdit[] | Failure> {
  const opened = await openScenario(path);
  if (opened.status === 'failed') return opened;
  return openingsOf(opened.scenario);
}
