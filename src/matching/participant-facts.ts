import { dayNumber } from '../domain/dates.ts';
import { homeOf } from '../domain/home.ts';
import type { Policy } from '../domain/policy.ts';
import type { Region, TableRow } from '../domain/region.ts';
import * as cell from '../domain/tables/cells.ts';
import { type Places, placesOf, type TravelTable } from '../domain/travel.ts';
import { type Week, weekOf } from '../domain/week.ts';

/** What the matching needs to know of the participants, one entry a row of participants.csv, every name a number. */
export interface ParticipantFacts {
  /** Languages other than Swedish (index into RegionIndex.languages) and, beside each, the level (index into LEVELS). */
  readonly languages: readonly (readonly number[])[];
  readonly levels: readonly (readonly number[])[];
  readonly home: Places;
  readonly maxCommute: Int32Array;
  /** The least minutes a week at the team that the participant accepts. */
  readonly minTeamMinutes: Int32Array;
  /** Minutes a week for the team and SFI together: max_week_hours less civic orientation. Below 0 where that alone is too much. */
  readonly weekMinutes: Int32Array;
  /** Day numbers (domain/dates.ts). */
  readonly availableFrom: Int32Array;
  readonly permitDay: Int32Array;
  /** Bits of SCHOOL_FORMS and ROLES; an empty list in the file means any, so all bits. */
  readonly forms: Int32Array;
  readonly roles: Int32Array;
  readonly competences: readonly (readonly number[])[];
  readonly sfiPath: Int32Array;
  /** 0-3 for A-D. */
  readonly sfiCourse: Int32Array;
  /** The SFI group that the participant is in, or -1. */
  readonly ownGroup: Int32Array;
  /** The country, only where the participant consents and the policy has a legal basis; else -1. Nothing else reads background. */
  readonly background: Int32Array;
  readonly avoidUnits: readonly (readonly number[])[];
  readonly preferUnits: readonly (readonly number[])[];
  readonly childUnits: readonly (readonly number[])[];
  readonly protected: Uint8Array;
  readonly hindrances: readonly Week[];
  readonly extracts: readonly (readonly Extract[])[];
  readonly turnedDown: readonly (readonly TurnedDown[])[];
}

/** A criminal-record extract that was shown: to which principal (index), and the days it was issued and shown. */
interface Extract {
  readonly principal: number;
  readonly issued: number;
  readonly shown: number;
}

/** A pairing that was turned down; -1 stands for every team, or every SFI group. */
interface TurnedDown {
  readonly team: number;
  readonly sfi: number;
}

/** The year teaches Swedish; knowing some of it is not the shared language that a team asks for. */
export const SWEDISH = 'swe';

const LEVELS = cell.level.options;
export const SCHOOL_FORMS = cell.schoolForm.options;
export const ROLES = cell.role.options;
export const COURSES = cell.sfiCourse.options;

/** The numbers that names have in this region. */
export interface Names {
  readonly participant: ReadonlyMap<string, number>;
  readonly team: ReadonlyMap<string, number>;
  readonly unit: ReadonlyMap<string, number>;
  readonly sfi: ReadonlyMap<string, number>;
  readonly language: ReadonlyMap<string, number>;
  readonly country: ReadonlyMap<string, number>;
  readonly competence: ReadonlyMap<string, number>;
  readonly principal: ReadonlyMap<string, number>;
  readonly district: ReadonlyMap<string, number>;
}

/** The number of a name. A name that is missing is a bug: check-region refuses dangling references. */
export function numberOf(names: ReadonlyMap<string, number>, name: string): number {
  const number = names.get(name);
  if (number === undefined) throw new Error('A row refers to a key that the region does not have.');
  return number;
}

/** The numbers of a list of names, each once. */
export function distinctNumbers(
  names: ReadonlyMap<string, number>,
  list: readonly string[],
): readonly number[] {
  return [...new Set(list)].map((name) => numberOf(names, name));
}

/** The values of a list as bits, in the order of `all`. */
export function bitsOf<T>(all: readonly T[], values: readonly T[]): number {
  return values.reduce((bits, value) => bits | (1 << all.indexOf(value)), 0);
}

/** The rows of each owner, in the order of the table. */
export function rowsPer<R>(count: number, rows: readonly R[], ownerOf: (row: R) => number): readonly R[][] {
  const lists: R[][] = Array.from({ length: count }, () => []);
  for (const row of rows) lists[ownerOf(row)].push(row);
  return lists;
}

/** Reads the participants and everything that hangs on them. */
export function participantFacts(
  region: Region,
  policy: Policy,
  names: Names,
  table: TravelTable,
): ParticipantFacts {
  const rows = region.participants;
  const ints = (value: (row: TableRow<'participants'>) => number) => Int32Array.from(rows, value);
  const units = (list: (row: TableRow<'participants'>) => readonly string[]) =>
    rows.map((row) => list(row).map((unit) => numberOf(names.unit, unit)));
  const per = <R extends { readonly participant: string }>(table: readonly R[]) =>
    rowsPer(rows.length, table, (row) => numberOf(names.participant, row.participant));
  const home = homeOf(region);
  const languages = per(region.participant_languages.filter((row) => row.language !== SWEDISH));
  const sessions = rowsPer(
    rows.length,
    region.sessions.filter((row) => row.owner === 'participant'),
    (row) => numberOf(names.participant, row.id),
  );
  return {
    languages: languages.map((list) => list.map((row) => numberOf(names.language, row.language))),
    levels: languages.map((list) => list.map((row) => LEVELS.indexOf(row.level))),
    home: placesOf(
      table,
      rows.map((row) => ({ ...home(row), name: row.area })),
    ),
    maxCommute: ints((row) => row.max_commute_min),
    minTeamMinutes: ints((row) => Math.ceil(row.min_team_hours * 60)),
    weekMinutes: ints((row) => Math.floor((row.max_week_hours - policy.civic_orientation_hours) * 60)),
    availableFrom: ints((row) => dayNumber(row.available_from)),
    permitDay: ints((row) => dayNumber(row.permit_date)),
    forms: ints((row) => bitsOf(SCHOOL_FORMS, row.school_forms.length > 0 ? row.school_forms : SCHOOL_FORMS)),
    roles: ints((row) => bitsOf(ROLES, row.roles.length > 0 ? row.roles : ROLES)),
    competences: rows.map((row) => distinctNumbers(names.competence, row.competences)),
    sfiPath: ints((row) => row.sfi_path),
    sfiCourse: ints((row) => COURSES.indexOf(row.sfi_course)),
    ownGroup: ints((row) => (row.sfi_group === undefined ? -1 : numberOf(names.sfi, row.sfi_group))),
    background: ints((row) => usableBackground(row, policy, names)),
    avoidUnits: units((row) => row.avoid_units),
    preferUnits: units((row) => row.prefer_units),
    childUnits: units((row) => row.child_units),
    protected: Uint8Array.from(rows, (row) => (row.protected === true ? 1 : 0)),
    hindrances: sessions.map(weekOf),
    extracts: per(region.extracts).map((list) =>
      list.map((row) => ({
        // A principal without a unit in the region is nobody's here.
        principal: names.principal.get(row.principal) ?? -1,
        issued: dayNumber(row.issued_on),
        shown: dayNumber(row.shown_on),
      })),
    ),
    turnedDown: per(region.decisions.filter((row) => row.decision === 'turned_down')).map((list) =>
      list.map((row) => ({
        team: row.team === undefined ? -1 : numberOf(names.team, row.team),
        sfi: row.sfi_group === undefined ? -1 : numberOf(names.sfi, row.sfi_group),
      })),
    ),
  };
}

function usableBackground(row: TableRow<'participants'>, policy: Policy, names: Names): number {
  if (row.background === undefined || row.background_consent !== true) return -1;
  if (policy.legal_basis === undefined) return -1;
  return numberOf(names.country, row.background);
}
