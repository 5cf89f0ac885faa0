/**
 * What one more place is worth. The prices of today's proof say it at once, roughly; solving again, from today's answer, confirms it:
 * with O the objectives and B the bounds of today (1) and of the changed problem (2),
 *
 *     O2 - B1 <= worth <= B2 - O1,    and 0 <= worth, since room harms nobody.
 *
 * A limit is raised in the problem as it stands. Where a team asks for a mix, which its number of seats is part of, or where there is no seat
 * at all, so that nobody has an option, the seat is added in the region and the problem is built again. A district's seat is one that may be put into any of its teams (solving/extra-choices.ts); the
 * mix of seats as they are then still holds. Cost: a warm solve a place.
 */
import { type Canonical, canonicalise, inverse } from '../../../solver/canonical.ts';
import type { Problem } from '../../../solver/problem.ts';
import type { Assigned } from '../../../solver/solution.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import { placesOfTeam } from '../../matching/constraints/places.ts';
import { type Choices, findChoices, problemOf } from '../../matching/matching.ts';
import { applyEdit, type Edit } from '../edits/index.ts';
import type { HowToSolve, Solve } from '../solving/answer.ts';
import { type Carried, type Start, startFrom } from '../solving/carried.ts';
import { withExtraChoices } from '../solving/extra-choices.ts';
import { type Place, priceOf } from './places.ts';
import type { PlaceWorth } from './worth-format.ts';

type Answered = Pick<Assigned, 'objective' | 'bound'>;

/** Today with its answer, and all that solving again needs; built once for many places. */
export interface Base {
  readonly choices: Choices;
  readonly problem: Problem;
  readonly canonical: Canonical;
  readonly carried: Carried;
  /** The same, in the indices of the problem. */
  readonly start: Start;
  readonly today: Answered;
  readonly seed: number;
}

export function baseOf(
  region: Region,
  policy: Policy,
  seed: number,
  { carried, today }: { readonly carried: Carried; readonly today: Answered },
): Base {
  const choices = findChoices(region, policy);
  const problem = problemOf(choices);
  const start = startFrom(carried, choices);
  return { choices, problem, canonical: canonicalise(problem, seed), carried, start, today, seed };
}

/** The worth of one place; null where the changed problem is not answered, because somebody stopped it. */
export async function worthOf(base: Base, place: Place, solve: Solve): Promise<PlaceWorth | null> {
  const { start, today } = base;
  const { kind, id, name } = place;
  const { canonical, how } = changed(base, place, { seed: base.seed, ...start });
  const after = await solve(canonical, how);
  if (!('chosen' in after)) return null;
  const least = Math.max(0, after.objective - today.bound);
  const most = Math.max(least, after.bound - today.objective);
  return {
    kind,
    id,
    name,
    price: Math.round(priceOf(place, start.warmPrices) * 100) / 100,
    confirmed: { least, most },
  };
}

interface Changed {
  readonly canonical: Canonical;
  readonly how: HowToSolve;
}

function changed(base: Base, place: Place, how: HowToSolve): Changed {
  const { choices, problem, canonical, seed } = base;
  if (place.ways.length !== 1) return withFreeSeat(problem, place, how);
  const edit = editFor(choices, place);
  if (edit !== null) {
    const { region, policy } = choices;
    const after = applyEdit({ status: 'edited', region, policy }, edit, new Map());
    if (after.status === 'refused') throw new Error(`one more place is refused: ${after.message.en}`);
    const again = findChoices(after.region, policy);
    const rebuilt = canonicalise(problemOf(again), seed);
    return { canonical: rebuilt, how: { seed, ...startFrom(base.carried, again) } };
  }
  const at = inverse(canonical.constraintOf);
  const limit = canonical.problem.limit.slice();
  for (const row of place.ways[0]) limit[at[row]]++;
  return { canonical: { ...canonical, problem: { ...canonical.problem, limit } }, how };
}

/** The edit that adds the place, where raising a limit does not say it all; else null. */
function editFor({ region, index }: Choices, { kind, id }: Place): Edit | null {
  const t = index.names.team.get(id);
  if (kind === 'team' && t !== undefined) {
    const { women_share_min = 0, men_share_min = 0 } = region.teams[t];
    const says = women_share_min === 0 && men_share_min === 0 && placesOfTeam(index, t) > 0;
    return says ? null : { kind: 'team_seats', team: id, by: 1, supervised: true };
  }
  const g = index.names.sfi.get(id);
  if (kind !== 'sfi_group' || g === undefined || index.groups.openSeats[g] > 0) return null;
  return { kind: 'sfi_seats', group: id, by: 1 };
}

function withFreeSeat(problem: Problem, { kind, id, ways }: Place, how: HowToSolve): Changed {
  const options = ways.map((rows) => ({ score: 0, uses: rows.map((row) => [row, -1] as const) }));
  const extended = withExtraChoices(problem, [{ id: `free:${kind}:${id}`, options }]);
  return {
    canonical: canonicalise(extended, how.seed),
    how: { ...how, ...(how.warmStart && { warmStart: Int32Array.from([...how.warmStart, -1]) }) },
  };
}
