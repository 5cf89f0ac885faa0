/**
 * Work teams (arbetslag) at real places. The place, its form and its number of children are real; teams, seats, roles and
 * timetables are synthetic. A team's pupils come from pupils.ts.
 */
import type { TableRow } from '../../src/domain/region.ts';
import { pupilsOf } from '../../src/generate/pupils.ts';
import { random } from '../../src/generate/random.ts';
import { type TeamDetails, teamRow } from '../../src/generate/team.ts';
import { sessionsOf, teamTimetables } from '../../src/generate/timetables.ts';
import { districtLanguages } from './languages.ts';
import { areas, type Place } from './places.ts';

export interface TeamPlan extends TeamDetails {
  readonly place: Place;
  /** The children whom this team works with. */
  readonly children: number;
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
    teams: plans.map((plan) => teamRow(plan, plan.place.id)),
    team_languages: pupils.flatMap(({ languages }) => languages),
    team_backgrounds: pupils.flatMap(({ backgrounds }) => backgrounds),
    sessions: plans.flatMap(({ id, time }) => sessionsOf('team', id, teamTimetables[time])),
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
