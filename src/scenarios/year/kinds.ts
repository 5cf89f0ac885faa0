/**
 * The region as a simulation sees it: every participant of today's pool is a kind, whoever comes is drawn from the kinds
 * (with a pseudonym that is a number), and has that kind's options: a team and an SFI group, with the points that the
 * region's policy gives. Places are numbered teams first, then SFI groups.
 *
 * Seats and supervisors bind. Equity, mix and adults wanted are about one batch and stay out, for every policy alike, and
 * so do decisions on persons.
 */
import type { Policy } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import { placesOfTeam } from '../../matching/constraints/places.ts';
import { findOptions } from '../../matching/options.ts';
import { byId } from '../../matching/order.ts';
import { indexRegion } from '../../matching/region-index.ts';

export interface Kinds {
  /** How many kinds there are. */
  readonly count: number;
  /** Kind k has the options start[k] <= o < start[k + 1], the most points first. */
  readonly start: Int32Array;
  readonly team: Int32Array;
  readonly group: Int32Array;
  readonly points: Int32Array;
  /** Per place. */
  readonly seats: Int32Array;
  readonly teams: number;
}

export function kindsOf(region: Region, policy: Policy): Kinds {
  const index = indexRegion(inOrderOfIds(region), policy);
  const options = findOptions(index);
  const teams = region.teams.length;
  const order = Int32Array.from(options.points.keys()).sort(
    (a, b) =>
      options.participant[a] - options.participant[b] || options.points[b] - options.points[a] || a - b,
  );
  return {
    count: region.participants.length,
    start: options.start,
    team: order.map((o) => options.team[o]),
    group: order.map((o) => teams + options.sfi[o]),
    points: order.map((o) => options.points[o]),
    seats: Int32Array.from([
      ...index.region.teams.map((_, team) => placesOfTeam(index, team)),
      ...index.groups.openSeats,
    ]),
    teams,
  };
}

/** Kinds, options and ties then do not hang on the order of rows in the files. */
function inOrderOfIds(region: Region): Region {
  const sorted = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
    byId(rows).map((k) => rows[k]);
  return {
    ...region,
    participants: sorted(region.participants),
    teams: sorted(region.teams),
    sfi_groups: sorted(region.sfi_groups),
    decisions: [],
  };
}
