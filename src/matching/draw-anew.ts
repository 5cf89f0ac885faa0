/**
 * The lottery of a proposal drawn anew: where the same question places people with other seeds. How often somebody comes to a place is how
 * likely the lottery was to put them there.
 */
import { canonicalise } from '../../solver/canonical.ts';
import { UNPLACED } from '../../solver/problem.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region } from '../domain/region.ts';
import { arrivalOrder } from './baseline.ts';
import type { MatchSettings, SolveCanonical } from './match.ts';
import { findChoices, problemOf } from './matching.ts';
import type { PreviousPair } from './previous.ts';

/** The team of each participant who got a place, by their ids. */
export type Drawing = ReadonlyMap<string, string>;

export interface Drawn {
  readonly region: Region;
  readonly policy: Policy;
  readonly previous: readonly PreviousPair[];
  readonly settings: Omit<MatchSettings, 'seed'>;
}

/**
 * One drawing a seed, as they come; a seed with which nobody is placed gives an empty one. Cost: a solve each; what can be chosen is found
 * once.
 */
export async function* drawAnew(
  { region, policy, previous, settings }: Drawn,
  seeds: readonly number[],
  solve: SolveCanonical,
): AsyncGenerator<Drawing> {
  const choices = findChoices(region, policy, previous);
  const problem = problemOf(choices);
  const order = arrivalOrder(region);
  const { participant, team } = choices.options;
  for (const seed of seeds) {
    const solution = await solve(canonicalise(problem, seed), { ...settings, seed, order });
    const chosen = 'chosen' in solution ? Array.from(solution.chosen).filter((k) => k !== UNPLACED) : [];
    yield new Map(
      chosen.map((k) => [region.participants[participant[k]].id, region.teams[team[k]].id] as const),
    );
  }
}
