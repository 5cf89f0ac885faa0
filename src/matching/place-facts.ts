import { dayNumber } from '../domain/dates.ts';
import type { Region, TableRow } from '../domain/region.ts';
import { type Places, placesOf, type TravelTable } from '../domain/travel.ts';
import { minutesOf, type Week, weekdayBits, weekOf } from '../domain/week.ts';
import {
  bitsOf,
  COURSES,
  distinctNumbers,
  type Names,
  numberOf,
  ROLES,
  rowsPer,
  SCHOOL_FORMS,
  SWEDISH,
} from './participant-facts.ts';

/** What the matching needs to know of units, teams and SFI groups, one entry a row of their file, every name a number. */

export interface UnitFacts {
  readonly place: Places;
  /** Index into SCHOOL_FORMS. */
  readonly form: Int32Array;
  readonly principal: Int32Array;
  readonly district: Int32Array;
}

export interface TeamFacts {
  readonly unit: Int32Array;
  /** Seats that a batch may fill: seats less those held in reserve, never below 0. */
  readonly openSeats: Int32Array;
  readonly minMinutes: Int32Array;
  readonly startsOn: Int32Array;
  /** Bits of ROLES; an empty list in the file means any, so all bits. */
  readonly roles: Int32Array;
  readonly competences: readonly (readonly number[])[];
  readonly week: readonly Week[];
  readonly weekdays: Uint8Array;
  /** What the pupils speak, with numbers of pupils (`<5` counts as 2). A language with neither pupils nor adults wanted is left out, and so is Swedish. */
  readonly languages: readonly (readonly TeamLanguage[])[];
  readonly backgrounds: readonly (readonly TeamBackground[])[];
}

interface TeamLanguage {
  readonly language: number;
  readonly pupils: number;
  readonly pupilsLastYear: number;
}

interface TeamBackground {
  readonly country: number;
  readonly pupils: number;
}

export interface GroupFacts {
  readonly place: Places;
  readonly path: Int32Array;
  /** 0-3 for A-D. */
  readonly course: Int32Array;
  readonly openSeats: Int32Array;
  readonly startsOn: Int32Array;
  readonly week: readonly Week[];
  readonly weekdays: Uint8Array;
  readonly minutes: Int32Array;
}

/** What `<5` pupils count as: the middle of 1 to 4, rounded down. */
const HIDDEN_PUPILS = 2;

export function unitFacts(region: Region, names: Names, travel: TravelTable): UnitFacts {
  return {
    place: placesOf(
      travel,
      region.units.map(({ lat, lon, id }) => ({ lat, lon, name: id })),
    ),
    form: Int32Array.from(region.units, (row) => SCHOOL_FORMS.indexOf(row.form)),
    principal: Int32Array.from(region.units, (row) => numberOf(names.principal, row.principal)),
    district: Int32Array.from(region.units, (row) => numberOf(names.district, row.district)),
  };
}

export function teamFacts(region: Region, names: Names): TeamFacts {
  const rows = region.teams;
  const ints = (value: (row: TableRow<'teams'>) => number) => Int32Array.from(rows, value);
  const ofTeam = (row: { readonly team: string }) => numberOf(names.team, row.team);
  const week = weeks(region, 'team', names.team);
  const spoken = region.team_languages.filter(
    (row) => row.language !== SWEDISH && (row.pupils !== 0 || row.adults_wanted > 0),
  );
  return {
    unit: ints((row) => numberOf(names.unit, row.unit)),
    openSeats: ints((row) => Math.max(0, row.seats - (row.reserved_seats ?? 0))),
    minMinutes: ints((row) => Math.ceil(row.min_hours * 60)),
    startsOn: ints((row) => dayNumber(row.starts_on)),
    roles: ints((row) => bitsOf(ROLES, row.roles.length > 0 ? row.roles : ROLES)),
    competences: rows.map((row) => distinctNumbers(names.competence, row.competences)),
    week,
    weekdays: Uint8Array.from(week, weekdayBits),
    languages: rowsPer(rows.length, spoken, ofTeam).map((list) =>
      list.map((row) => ({
        language: numberOf(names.language, row.language),
        pupils: countOf(row.pupils),
        pupilsLastYear: countOf(row.pupils_last_year),
      })),
    ),
    backgrounds: rowsPer(rows.length, region.team_backgrounds, ofTeam).map((list) =>
      list.map((row) => ({ country: numberOf(names.country, row.country), pupils: countOf(row.pupils) })),
    ),
  };
}

export function groupFacts(region: Region, names: Names, travel: TravelTable): GroupFacts {
  const rows = region.sfi_groups;
  const week = weeks(region, 'sfi', names.sfi);
  return {
    place: placesOf(
      travel,
      rows.map(({ lat, lon, id }) => ({ lat, lon, name: id })),
    ),
    path: Int32Array.from(rows, (row) => row.path),
    course: Int32Array.from(rows, (row) => COURSES.indexOf(row.course)),
    openSeats: Int32Array.from(rows, (row) => Math.max(0, row.seats - (row.reserved_seats ?? 0))),
    startsOn: Int32Array.from(rows, (row) => dayNumber(row.starts_on)),
    week,
    weekdays: Uint8Array.from(week, weekdayBits),
    minutes: Int32Array.from(week, minutesOf),
  };
}

function weeks(region: Region, owner: 'team' | 'sfi', names: ReadonlyMap<string, number>): readonly Week[] {
  const rows = region.sessions.filter((row) => row.owner === owner);
  return rowsPer(names.size, rows, (row) => numberOf(names, row.id)).map(weekOf);
}

/** The number of pupils that a cell stands for. */
function countOf(pupils: number | '<5'): number {
  return pupils === '<5' ? HIDDEN_PUPILS : pupils;
}
