/**
 * team_seats: a team, or all teams of a district together, get more or fewer seats. In a district the seats go round the teams in the
 * order of their ids, one each at a time. `supervised` brings the supervisors that the seats need; else theirs still bound them.
 */
import { z } from 'zod';
import type { TableRow } from '../../domain/region.ts';
import * as cell from '../../domain/tables/cells.ts';
import { type Edited, edited, notThere, refuse, type State } from './edit.ts';

export const teamSeatsSchema = z
  .strictObject({
    kind: z.literal('team_seats'),
    /** One of the two. */
    team: cell.key.optional(),
    district: cell.name.optional(),
    by: z.int().min(-10_000).max(10_000),
    supervised: z.boolean().optional(),
  })
  .refine(({ team, district }) => (team === undefined) !== (district === undefined));

type Team = TableRow<'teams'>;

export function teamSeats(state: State, edit: z.infer<typeof teamSeatsSchema>): Edited {
  const { region } = state;
  const chosen = teamsOf(state, edit);
  if ('status' in chosen) return chosen;
  const seats = spread(chosen, edit.by);
  if (seats === null) {
    return refuse('by', String(edit.by), {
      sv: 'så många platser finns inte att ta bort',
      en: 'there are not so many seats to take away',
    });
  }
  return edited(state, {
    teams: region.teams.map((team) => {
      const given = seats.get(team.id);
      if (given === undefined || given === team.seats) return team;
      const resized = { ...team, seats: given };
      return edit.supervised ? withSupervisors(resized) : resized;
    }),
  });
}

function teamsOf(
  { region }: State,
  edit: z.infer<typeof teamSeatsSchema>,
): readonly Team[] | Exclude<Edited, State> {
  if (edit.team !== undefined) {
    const team = region.teams.find(({ id }) => id === edit.team);
    return team ? [team] : notThere('team', { kind: 'team', id: edit.team });
  }
  const { district = '' } = edit;
  const units = new Set(region.units.filter((unit) => unit.district === district).map(({ id }) => id));
  const teams = region.teams.filter(({ unit }) => units.has(unit));
  if (teams.length > 0) return teams.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return refuse('district', district, {
    sv: 'stadsdelen finns inte eller har inga arbetslag',
    en: 'the district does not exist or has no teams',
  });
}

/** Seats per team after the change; null where there are too few to take. No seat is taken below those held in reserve. */
function spread(teams: readonly Team[], by: number): ReadonlyMap<string, number> | null {
  const seats = new Map(teams.map(({ id, seats }) => [id, seats]));
  const least = ({ reserved_seats }: Team): number => reserved_seats ?? 0;
  const step = Math.sign(by);
  let left = Math.abs(by);
  while (left > 0) {
    const before = left;
    for (const team of teams) {
      const now = seats.get(team.id) ?? 0;
      if (left === 0 || (step < 0 && now <= least(team))) continue;
      seats.set(team.id, now + step);
      left--;
    }
    if (left === before) return null;
  }
  return seats;
}

/** As many supervisors as the seats need; never fewer than there are. */
function withSupervisors(team: Team): Team {
  const { per_supervisor, supervisors, seats } = team;
  if (per_supervisor === undefined || per_supervisor === 0) return team;
  return { ...team, supervisors: Math.max(supervisors, Math.ceil(seats / per_supervisor)) };
}
