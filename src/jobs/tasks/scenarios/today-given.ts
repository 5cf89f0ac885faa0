/** todayFiles: reads a region named by path and solves it as it is: what many parts, in other threads, then start from. */
import type { Policy } from '../../../domain/policy.ts';
import type { Region } from '../../../domain/region.ts';
import type { Failure } from '../../../errors.ts';
import { type Digest, digestOf } from '../../../matching/digest.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import type { Carried } from '../../../scenarios/solving/carried.ts';
import { placeKinds } from '../../../scenarios/worth/place-kinds.ts';
import { type Place, placesOf } from '../../../scenarios/worth/places.ts';
import { openRegion } from '../../given/open-input.ts';
import { policyFor } from '../../given/open-policy.ts';
import type { TaskRun } from '../../task.ts';
import { solveToday, solveWithoutEquity, type Value } from './today.ts';

interface Asked {
  /** Paths; null for the region's own policy. */
  readonly region: string;
  readonly policy: string | null;
  readonly settings: MatchSettings;
  /** Whether to solve also without any demand on equity. */
  readonly alsoWithoutEquity: boolean;
}

export interface Today extends Value {
  readonly status: 'solved';
  readonly region: Region;
  readonly policy: Policy;
  readonly digest: Digest;
  readonly carried: Carried;
  readonly withoutEquity: Value | null;
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
  const { settings } = asked;
  const today = await solveToday(region, policy, settings, run);
  if (today.status === 'failed') return today;
  const { choices, ...solved } = today;
  return {
    ...solved,
    region,
    policy,
    digest: digestOf(region, policy),
    withoutEquity: asked.alsoWithoutEquity
      ? await solveWithoutEquity(region, policy, settings, today.carried, run)
      : null,
    places: placesOf(choices, placeKinds),
  };
}
