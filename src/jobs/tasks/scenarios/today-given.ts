/** todayFiles: reads a region named by path and solves it as it is: what many parts, in other threads, then start from. */
import type { Policy } from '../../../domain/policy.ts';
import type { Region } from '../../../domain/region.ts';
import type { Failure } from '../../../errors.ts';
import { type Digest, digestOf } from '../../../matching/digest.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import { proposalFailure } from '../../../proposal-failure.ts';
import { answer } from '../../../scenarios/solving/answer.ts';
import { type Carried, carriedFrom } from '../../../scenarios/solving/carried.ts';
import { type Place, placeKinds, placesOf } from '../../../scenarios/worth/places.ts';
import { openRegion } from '../../given/open-input.ts';
import { policyFor } from '../../given/open-policy.ts';
import type { TaskRun } from '../../task.ts';
import { solverWith } from './settings.ts';

interface Asked {
  /** Paths; null for the region's own policy. */
  readonly region: string;
  readonly policy: string | null;
  readonly settings: MatchSettings;
  /** Whether to solve also without any demand on equity. */
  readonly alsoWithoutEquity: boolean;
}

interface Worth {
  readonly objective: number;
  readonly bound: number;
}

export interface Today extends Worth {
  readonly status: 'solved';
  readonly region: Region;
  readonly policy: Policy;
  readonly digest: Digest;
  readonly carried: Carried;
  readonly withoutEquity: Worth | null;
  /** Every place whose worth can be asked. */
  readonly places: readonly Place[];
}

export async function todayGiven(asked: Asked, run: TaskRun): Promise<Today | Failure> {
  const opened = await openRegion(asked.region);
  if (opened.status === 'failed') return opened;
  const { region } = opened;
  const policy = await policyFor(region, asked.policy);
  if ('status' in policy) return policy;
  run.onStage?.({ stage: 'read', notes: opened.notes });
  const { seed } = asked.settings;
  const solve = solverWith(asked.settings, run);
  const { choices, solution, proposal } = await answer(region, policy, seed, solve);
  const failed = proposalFailure(proposal, run.signal.aborted);
  if (failed) return failed;
  if (!('chosen' in solution)) throw new Error('a proposal that does not fail has an assignment');
  const carried = carriedFrom(choices, solution);
  const { objective, bound } = solution;
  const free = { ...policy, equity: { ...policy.equity, placement_tolerance: null, points_tolerance: null } };
  const without = asked.alsoWithoutEquity
    ? (await answer(region, free, seed, solve, carried)).solution
    : null;
  return {
    status: 'solved',
    region,
    policy,
    digest: digestOf(region, policy),
    objective,
    bound,
    carried,
    withoutEquity:
      without && 'chosen' in without ? { objective: without.objective, bound: without.bound } : null,
    places: placesOf(choices, placeKinds),
  };
}
