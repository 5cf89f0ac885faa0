import type { EngineName } from '../../solver/engines/index.ts';
import type { Problem } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import { arrivalOrder } from './baseline.ts';
import { buildMatching } from './matching.ts';
import type { PreviousPair } from './previous.ts';
import { propose } from './proposal.ts';
import type { Proposal } from './proposal-format.ts';

export interface MatchSettings {
  readonly engine: EngineName | 'auto';
  /** The largest gap to stop at: (bound - objective) / max(1, |objective|). */
  readonly gap: number;
  readonly seed: number;
  readonly timeLimitMs: number;
}

/** Who solves: a pool of threads, or solver/solve.ts itself. Clock, signal and progress are its own affair. */
export type SolveProblem = (
  problem: Problem,
  settings: MatchSettings & { readonly order: Int32Array; readonly warmStart?: Int32Array },
) => Promise<Solution>;

/**
 * The main job: from a checked region and a policy to a proposal, a conflict or an unknown. The baseline is solved first, so that every
 * proposal is shown against what would have been done by hand; where that is what is asked for, it is the answer too, whatever the time
 * limit. `previous` is what was proposed before, which to keep gives points.
 */
export async function match(
  region: Region,
  policy: Policy,
  settings: MatchSettings,
  solveProblem: SolveProblem,
  previous: readonly PreviousPair[] = [],
): Promise<Proposal> {
  const matching = buildMatching(region, policy, previous);
  const order = arrivalOrder(region);
  const byHand = await solveProblem(matching.problem, {
    ...settings,
    engine: 'greedy',
    timeLimitMs: Number.POSITIVE_INFINITY,
    order,
  });
  const solution =
    settings.engine === 'greedy' ? byHand : await solveProblem(matching.problem, { ...settings, order });
  return propose(matching, solution, 'chosen' in byHand ? byHand : null);
}
