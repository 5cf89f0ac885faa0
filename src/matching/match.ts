import { type Canonical, canonicalise } from '../../solver/canonical.ts';
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
  settings: MatchSettings & {
    readonly order: Int32Array;
    readonly warmStart?: Int32Array;
    readonly canonical?: Canonical;
  },
) => Promise<Solution>;

/**
 * The main job: from a checked region and a policy to a proposal, a conflict or an unknown. What would have been done by hand, which is
 * there at once, may take whatever time it needs where it is what is asked for. `previous` is what was proposed before, which to keep gives
 * points.
 */
export async function match(
  region: Region,
  policy: Policy,
  settings: MatchSettings,
  solveProblem: SolveProblem,
  previous: readonly PreviousPair[] = [],
): Promise<Proposal> {
  const matching = buildMatching(region, policy, previous);
  const canonical = canonicalise(matching.problem, settings.seed);
  const solution = await solveProblem(matching.problem, {
    ...settings,
    ...(settings.engine === 'greedy' && { timeLimitMs: Number.POSITIVE_INFINITY }),
    order: arrivalOrder(region),
    canonical,
  });
  return propose(matching, solution, canonical);
}
