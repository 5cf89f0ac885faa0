/** The tables that speak of units and teams: real places with their real children and staff, synthetic teams. */
import type { TableRow } from '../../domain/region.ts';
import { pupilsOf } from '../pupils.ts';
import { random } from '../random.ts';
import { drawTeam, type TeamDetails, teamRow } from '../team.ts';
import { sessionsOf, teamTimetables } from '../timetables.ts';
import { foreignBornShare } from './mix.ts';
import type { Municipality } from './municipalities.ts';
import type { Preschool, TeamSeats } from './preschools.ts';

export interface NationalTeams {
  readonly units: readonly TableRow<'units'>[];
  readonly teams: readonly TableRow<'teams'>[];
  readonly team_languages: readonly TableRow<'team_languages'>[];
  readonly sessions: readonly TableRow<'sessions'>[];
}

/** Of a team's staff at most every third guides newcomers. */
const STAFF_PER_SUPERVISOR = 3;
/** As many languages a team as are kept even where one pupil speaks them, and the most that are kept. */
const LANGUAGES_KEPT = [4, 5] as const;

/** The teams of the municipalities, in the order of `slots`. */
export function nationalTeams(
  municipalities: readonly Municipality[],
  slots: readonly TeamSeats[],
  plan: { readonly seed: number; readonly starts: readonly [most: string, others: string] },
): NationalTeams {
  const mixes = new Map(municipalities.map(({ area, mix }) => [area, mix]));
  const teams = slots.map(({ place, number, seats }) => {
    const id = `${place.id}-${number}`;
    const given = { id, form: 'preschool', number, seats, starts: plan.starts } as const;
    return { place, team: withinStaff(drawTeam(given, random(plan.seed, 'team', id)), place) };
  });
  return {
    units: [...new Set(slots.map(({ place }) => place))].map(unitRow),
    teams: teams.map(({ team, place }) => teamRow(team, place.id)),
    team_languages: teams.flatMap(({ team, place }) => {
      const pupils = {
        team: team.id,
        children: Math.round(place.children / place.teams),
        foreignBornShare: foreignBornShare(place, plan.seed),
        languages: mixes.get(place.area)?.languages ?? [],
        kept: LANGUAGES_KEPT,
        hidesFew: random(plan.seed, 'hides few', place.id).chance(0.4),
      };
      return pupilsOf(pupils, random(plan.seed, 'pupils', team.id)).languages;
    }),
    sessions: teams.flatMap(({ team }) => sessionsOf('team', team.id, teamTimetables[team.time])),
  };
}

function unitRow({ id, name, principal, area, lat, lon }: Preschool): TableRow<'units'> {
  return { id, name, form: 'preschool', principal, district: area, lat, lon };
}

/** The team with no more supervisors than its staff can spare, and always one. */
function withinStaff(team: TeamDetails, { staff, teams }: Preschool): TeamDetails {
  const wanted = team.supervisors ?? Math.ceil(team.seats / team.perSupervisor);
  const spared = Math.max(1, Math.floor(staff / teams / STAFF_PER_SUPERVISOR));
  return { ...team, supervisors: Math.min(wanted, spared) };
}
