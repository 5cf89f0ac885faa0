/**
 * What could be opened: seats and supervisors of the teams there are, seats of SFI groups, and whole teams and groups, which are the ones
 * named as edits or else a twin of each there is. Only what has a cost in the policy is a candidate.
 */
import type { Policy } from '../../domain/policy.ts';
import type { Region } from '../../domain/region.ts';
import type { Edit } from '../edits/index.ts';

export type OpeningEdit = Extract<Edit, { kind: 'open_team' | 'add_sfi_group' }>;

export interface Room {
  /** The most seats that may be added to one team or SFI group. */
  readonly mostSeats: number;
  /** Whole teams and groups that may open. */
  readonly whole: readonly OpeningEdit[];
}

const TWIN = '-twin';

/** `named` are the teams and groups that somebody has in mind; null for a twin of each. */
export function roomFor(
  region: Region,
  { costs = {} }: Policy,
  mostSeats: number,
  named: readonly OpeningEdit[] | null,
): Room {
  const twins: readonly OpeningEdit[] = [
    ...region.teams.map(({ id }) => ({ kind: 'open_team' as const, id: `${id}${TWIN}`, like: id })),
    ...region.sfi_groups.map(({ id }) => ({ kind: 'add_sfi_group' as const, id: `${id}${TWIN}`, like: id })),
  ];
  const costOf = { open_team: costs.team, add_sfi_group: costs.sfi_group };
  return { mostSeats, whole: (named ?? twins).filter(({ kind }) => costOf[kind] !== undefined) };
}

/** The region as it would be with all the room there could be: whoever has an option here may get one by some opening. */
export function withAllSeats(region: Region, { costs = {} }: Policy, mostSeats: number): Region {
  const more = (cost: number | undefined): number => (cost === undefined ? 0 : mostSeats);
  return {
    ...region,
    teams: region.teams.map((team) => {
      const seats = team.seats + more(costs.team_seat);
      const { per_supervisor: per } = team;
      if (per === undefined || per === 0 || costs.supervisor === undefined) return { ...team, seats };
      return { ...team, seats, supervisors: Math.max(team.supervisors, Math.ceil(seats / per)) };
    }),
    sfi_groups: region.sfi_groups.map((group) => ({ ...group, seats: group.seats + more(costs.sfi_seat) })),
  };
}
