import { dayNumber } from '../domain/dates.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region, TableRow } from '../domain/region.ts';
import { type Places, placesOf, type TravelTable, travelTable } from '../domain/travel.ts';
import { minutesOf, type Week, weekdayBits, weekOf } from '../domain/week.ts';
import { createPairPlans, type PairPlans } from './pair-plans.ts';
import {
  bitsOf,
  COURSES,
  distinctNumbers,
  type Names,
  numberOf,
  type ParticipantFacts,
  participantFacts,
  ROLES,
  rowsPer,
  SCHOOL_FORMS,
  SWEDISH,
} from './participant-facts.ts';
import { intelligibilityTable } from './shared-language.ts';

/**
 * A region as integers: names become numbers once, here, and rules, points and constraints read only numbers.
 *
 * Participants, teams, units and SFI groups are numbered as their rows stand in the region's arrays. Languages, countries, competences,
 * principals and districts are numbered in the order of their names' code units. Nobody may let a result hang on a row's number:
 * what has to be ordered is ordered by id.
 */
export interface RegionIndex {
  readonly region: Region;
  readonly policy: Policy;
  readonly names: Names;
  /** ISO 639-3 codes, countries, principals and districts by number. */
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  readonly principals: readonly string[];
  readonly districts: readonly string[];
  /** How well whoever speaks language a understands b, in percent, at a * languages + b (see shared-language.ts). */
  readonly intelligibility: Uint8Array;
  readonly participants: ParticipantFacts;
  readonly units: UnitFacts;
  readonly teams: TeamFacts;
  readonly groups: GroupFacts;
  readonly travel: TravelTable;
  /** What a team and an SFI group leave together (pair-plans.ts). */
  readonly pairs: PairPlans;
  /** First and last day of the period (domain/dates.ts). */
  readonly from: number;
  readonly to: number;
}

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

export interface TeamLanguage {
  readonly language: number;
  readonly pupils: number;
  readonly pupilsLastYear: number;
}

export interface TeamBackground {
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

/** Reads a checked region. Throws only where the region breaks what check-region guarantees (a dangling reference, a session that ends before it starts). */
export function indexRegion(region: Region, policy: Policy): RegionIndex {
  const lists = namedLists(region);
  const names: Names = {
    participant: numbers(region.participants.map((row) => row.id)),
    team: numbers(region.teams.map((row) => row.id)),
    unit: numbers(region.units.map((row) => row.id)),
    sfi: numbers(region.sfi_groups.map((row) => row.id)),
    language: numbers(lists.languages),
    country: numbers(lists.countries),
    competence: numbers(lists.competences),
    principal: numbers(lists.principals),
    district: numbers(lists.districts),
  };
  const travel = travelTable(region.travel);
  const units = unitFacts(region, names, travel);
  const teams = teamFacts(region, names);
  const groups = groupFacts(region, names, travel);
  return {
    region,
    policy,
    names,
    languages: lists.languages,
    countries: lists.countries,
    principals: lists.principals,
    districts: lists.districts,
    intelligibility: intelligibilityTable(lists.languages),
    participants: participantFacts(region, policy, names, travel),
    units,
    teams,
    groups,
    travel,
    pairs: createPairPlans({ travel, rule: policy.travel, units, teams, groups }),
    from: dayNumber(region.period.from),
    to: dayNumber(region.period.to),
  };
}

function namedLists(region: Region) {
  const { participants, teams, units } = region;
  const countries = participants.flatMap((row) => (row.background === undefined ? [] : [row.background]));
  return {
    languages: distinct([
      ...region.participant_languages.map((row) => row.language),
      ...region.team_languages.map((row) => row.language),
    ]),
    countries: distinct([...countries, ...region.team_backgrounds.map((row) => row.country)]),
    competences: distinct([
      ...participants.flatMap((row) => row.competences),
      ...teams.flatMap((row) => row.competences),
    ]),
    principals: distinct(units.map((row) => row.principal)),
    districts: distinct(units.map((row) => row.district)),
  };
}

/** Without repeats, in the order of code units, which is the same in every locale. */
function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function numbers(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, number) => [name, number]));
}

function unitFacts(region: Region, names: Names, travel: TravelTable): UnitFacts {
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

function teamFacts(region: Region, names: Names): TeamFacts {
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

function groupFacts(region: Region, names: Names, travel: TravelTable): GroupFacts {
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
export function countOf(pupils: number | '<5'): number {
  return pupils === '<5' ? HIDDEN_PUPILS : pupils;
}
