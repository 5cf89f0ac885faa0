/**
 * Work teams (arbetslag) at real places. The place, its form and its number of children are real; teams, seats, roles and
 * timetables are synthetic. A team's pupils come from pupils.ts.
 */
import type { TableRow } from '../../src/domain/region.ts';
import { districtLanguages } from './languages.ts';
import { areas, type Place } from './places.ts';
import { pupilsOf } from './pupils.ts';
import { random } from './random.ts';
import { sessionsOf, type TeamTimetable, teamTimetables } from './timetables.ts';

export interface TeamPlan {
  readonly id: string;
  readonly place: Place;
  readonly name: string;
  readonly time: TeamTimetable;
  /** The children whom this team works with. */
  readonly children: number;
  readonly seats: number;
  readonly reserved?: number;
  readonly perSupervisor: number;
  /** Fewer than the seats need, where a supervisor is missing. */
  readonly supervisors?: number;
  readonly minHours: number;
  readonly startsOn: string;
  readonly roles: TableRow<'teams'>['roles'];
  readonly competences: readonly string[];
  readonly womenShareMin?: number;
  readonly menShareMin?: number;
}

export interface TeamTables {
  readonly units: readonly TableRow<'units'>[];
  readonly teams: readonly TableRow<'teams'>[];
  readonly team_languages: readonly TableRow<'team_languages'>[];
  readonly team_backgrounds: readonly TableRow<'team_backgrounds'>[];
  readonly sessions: readonly TableRow<'sessions'>[];
}

export interface TeamsSetting {
  readonly seed: number;
  readonly year: '2004' | 'now';
  /** As many languages a team as are kept even where one pupil speaks them, and the most that are kept. */
  readonly languagesKept: readonly [least: number, most: number];
  readonly principalOf: (place: Place) => string;
}

/** The tables that speak of units and teams, in the order of the places and plans given. */
export function teamTables(
  places: readonly Place[],
  plans: readonly TeamPlan[],
  setting: TeamsSetting,
): TeamTables {
  const pupils = plans.map((plan) => teamPupils(plan, setting));
  return {
    units: places.map((place) => ({
      id: place.id,
      name: place.name,
      form: place.form,
      principal: setting.principalOf(place),
      district: place.district,
      lat: place.lat,
      lon: place.lon,
    })),
    teams: plans.map(teamRow),
    team_languages: pupils.flatMap(({ languages }) => languages),
    team_backgrounds: pupils.flatMap(({ backgrounds }) => backgrounds),
    sessions: plans.flatMap(({ id, time }) => sessionsOf('team', id, teamTimetables[time])),
  };
}

function teamRow(plan: TeamPlan): TableRow<'teams'> {
  return {
    id: plan.id,
    unit: plan.place.id,
    name: plan.name,
    seats: plan.seats,
    ...(plan.reserved === undefined ? {} : { reserved_seats: plan.reserved }),
    supervisors: plan.supervisors ?? Math.ceil(plan.seats / plan.perSupervisor),
    per_supervisor: plan.perSupervisor,
    min_hours: plan.minHours,
    starts_on: plan.startsOn,
    roles: plan.roles,
    competences: [...plan.competences],
    ...(plan.womenShareMin === undefined ? {} : { women_share_min: plan.womenShareMin }),
    ...(plan.menShareMin === undefined ? {} : { men_share_min: plan.menShareMin }),
  };
}

function teamPupils(
  plan: TeamPlan,
  { seed, year, languagesKept }: TeamsSetting,
): ReturnType<typeof pupilsOf> {
  const area = areas.find(({ name }) => name === plan.place.area);
  return pupilsOf(
    {
      team: plan.id,
      children: plan.children,
      foreignBornShare: area?.foreignBornShare ?? 0,
      languages: districtLanguages(plan.place.district, year),
      kept: languagesKept,
      hidesFew: random(seed, 'hides few', plan.place.id).chance(0.4),
    },
    random(seed, 'pupils', plan.id),
  );
}
