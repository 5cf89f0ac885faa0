import { type Canonical, canonicalise } from '../../solver/canonical.ts';
import type { EngineName } from '../../solver/engines/names.ts';
import type { Solution } from '../../solver/solution.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import { arrivalOrder } from './baseline.ts';
import { findChoices, problemOf } from './matching.ts';
import type { PreviousPair } from './previous.ts';
import { propose, proposeNothing } from './proposal.ts';
import type { Proposal } from './proposal-format.ts';

export interface MatchSettings {
  readonly engine: EngineName | 'auto';
  /** The largest gap to stop at: (bound - objective) / max(1, |objective|). */
  readonly gap: number;
  readonly seed: number;
  readonly timeLimitMs: number;
  /** Units of work, for the engine that counts it. */
  readonly workLimit?: number;
}

/** Who solves: solver/solve.ts. Clock, signal and progress are its own affair. */
export type SolveCanonical = (
  canonical: Canonical,
  settings: MatchSettings & { readonly order: Int32Array },
) => Promise<Solution>;

/**
 * The main job: from a checked region and a policy to a proposal, a conflict or an unknown. What would have been done by hand, which is
 * there at once, may take whatever time it needs where it is what is asked for. `previous` is what was proposed before, which to keep gives
 * points.
 *
 * Only the canonical form of the problem is kept while an engine works: in a country each form takes half a gigabyte.
 */
export async function match(
  region: Region,
  policy: Policy,
  settings: MatchSettings,
  solve: SolveCanonical,
  previous: readonly PreviousPair[] = [],
): Promise<Proposal> {
  const choices = findChoices(region, policy, previous);
  const canonical = canonicalise(problemOf(choices), settings.seed);
  const solution = await solve(canonical, {
    ...settings,
    ...(settings.engine === 'greedy' && { timeLimitMs: Number.POSITIVE_INFINITY }),
    order: arrivalOrder(region),
  });
  return 'chosen' in solution ? propose(choices, solution, canonical) : proposeNothing(choices, solution);
}
