/** A synthetic work team (arbetslag): when it works, whom it wants and how many it can guide. */
import type { TableRow } from '../domain/region.ts';
import type { Random } from './random.ts';
import type { TeamTimetable } from './timetables.ts';

type Roles = TableRow<'teams'>['roles'];

export interface TeamDetails {
  readonly id: string;
  readonly name: string;
  readonly time: TeamTimetable;
  readonly seats: number;
  readonly reserved?: number;
  readonly perSupervisor: number;
  /** Fewer than the seats need, where a supervisor is missing. */
  readonly supervisors?: number;
  readonly minHours: number;
  readonly startsOn: string;
  readonly roles: Roles;
  readonly competences: readonly string[];
  readonly womenShareMin?: number;
  readonly menShareMin?: number;
}

export const preschoolCompetences = [
  'childcare',
  'storytelling',
  'music',
  'crafts',
  'cooking',
  'gardening',
  'nursing',
];
export const schoolCompetences = [
  'teaching',
  'mathematics',
  'it',
  'sports',
  'carpentry',
  'sewing',
  'crafts',
  'cooking',
];

/** Draws what is not given: a team of a preschool or school, the `number`-th there, with so many seats. */
export function drawTeam(
  given: {
    readonly id: string;
    readonly form: 'preschool' | 'compulsory';
    readonly number: number;
    readonly seats: number;
    /** When most teams start, and when the others do. */
    readonly starts: readonly [most: string, others: string];
  },
  chance: Random,
): TeamDetails {
  const { id, number, seats, starts } = given;
  const preschool = given.form === 'preschool';
  const time = drawTime(preschool, number, chance);
  const short = seats >= 4 && chance.chance(0.06);
  const perSupervisor = chance.pick([1, 2, 2, 3]);
  return {
    id,
    name: `Arbetslag ${number}`,
    time,
    seats,
    ...(seats >= 4 && chance.chance(0.12) ? { reserved: 1 } : {}),
    perSupervisor,
    ...(short ? { supervisors: Math.ceil(seats / perSupervisor) - 1 } : {}),
    minHours: chance.pick([15, 15, 16, 18, 20]),
    startsOn: chance.chance(0.15) ? starts[1] : starts[0],
    roles: rolesAt(time, chance.sample(otherRoles(preschool), chance.whole(0, 2))),
    competences: chance.sample(preschool ? preschoolCompetences : schoolCompetences, chance.whole(1, 3)),
    ...(seats >= 4 && chance.chance(0.3) ? { menShareMin: 0.25 } : {}),
    ...(seats >= 4 && chance.chance(0.3) ? { womenShareMin: 0.4 } : {}),
  };
}

/** The row of teams.csv. */
export function teamRow(team: TeamDetails, unit: string): TableRow<'teams'> {
  return {
    id: team.id,
    unit,
    name: team.name,
    seats: team.seats,
    ...(team.reserved === undefined ? {} : { reserved_seats: team.reserved }),
    supervisors: team.supervisors ?? Math.ceil(team.seats / team.perSupervisor),
    per_supervisor: team.perSupervisor,
    min_hours: team.minHours,
    starts_on: team.startsOn,
    roles: team.roles,
    competences: [...team.competences],
    ...(team.womenShareMin === undefined ? {} : { women_share_min: team.womenShareMin }),
    ...(team.menShareMin === undefined ? {} : { men_share_min: team.menShareMin }),
  };
}

function drawTime(preschool: boolean, number: number, chance: Random): TeamTimetable {
  return chance.weighted<readonly [TeamTimetable, number]>(
    preschool
      ? [
          ['preschool', 5],
          ['preschool_early', 3],
          ['preschool_late', 2],
        ]
      : [
          ['school', 5],
          ['school_late', 3],
          ['leisure', number > 1 ? 3 : 0],
          ['kitchen', number > 1 ? 1 : 0],
        ],
    ([, weight]) => weight,
  )[0];
}

function otherRoles(preschool: boolean): Roles {
  return preschool ? ['kitchen', 'caretaker'] : ['library', 'caretaker', 'reception', 'kitchen'];
}

function rolesAt(time: TeamTimetable, others: Roles): Roles {
  if (time === 'leisure') return [...new Set<Roles[number]>(['leisure_leader', ...others])];
  if (time === 'kitchen') return ['kitchen'];
  return [time.startsWith('preschool') ? 'childminder' : 'teaching_assistant', ...others];
}
