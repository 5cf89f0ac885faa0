import type { Region, TableRow } from '../../src/domain/region.ts';

/**
 * A tiny region for tests, made by hand: everything lies in one place (so every way takes the fixed 8 minutes), every participant fits every
 * team and SFI group, and each row can be overridden.
 */

export function participant(
  id: string,
  over: Partial<TableRow<'participants'>> = {},
): TableRow<'participants'> {
  return {
    id,
    gender: 'woman',
    permit_date: '2025-01-01',
    arrived_on: '2024-06-01',
    available_from: '2026-01-01',
    area: 'Farsta',
    lat: 59.24,
    lon: 18.09,
    sfi_path: 2,
    sfi_course: 'C',
    school_forms: [],
    roles: [],
    competences: [],
    max_commute_min: 45,
    min_team_hours: 10,
    max_week_hours: 40,
    avoid_units: [],
    prefer_units: [],
    child_units: [],
    ...over,
  };
}

export function unit(id: string, over: Partial<TableRow<'units'>> = {}): TableRow<'units'> {
  return {
    id,
    name: `School ${id}`,
    form: 'compulsory',
    principal: 'Farsta',
    district: 'Farsta',
    lat: 59.24,
    lon: 18.09,
    ...over,
  };
}

export function team(id: string, over: Partial<TableRow<'teams'>> = {}): TableRow<'teams'> {
  return {
    id,
    unit: 'u1',
    name: `Team ${id}`,
    seats: 1,
    supervisors: 1,
    min_hours: 10,
    starts_on: '2026-01-12',
    roles: [],
    competences: [],
    ...over,
  };
}

export function sfiGroup(id: string, over: Partial<TableRow<'sfi_groups'>> = {}): TableRow<'sfi_groups'> {
  return {
    id,
    provider: 'Farsta SFI',
    path: 2,
    course: 'C',
    seats: 5,
    lat: 59.24,
    lon: 18.09,
    starts_on: '2026-01-12',
    ...over,
  };
}

export function speaks(
  participant: string,
  language = 'som',
  level: TableRow<'participant_languages'>['level'] = 'native',
): TableRow<'participant_languages'> {
  return { participant, language, level };
}

export function teamLanguage(
  team: string,
  language = 'som',
  over: Partial<TableRow<'team_languages'>> = {},
): TableRow<'team_languages'> {
  return {
    team,
    language,
    pupils: 10,
    pupils_last_year: 5,
    adults_present: 0,
    adults_wanted: 0,
    ...over,
  };
}

/** Sessions on the weekdays named (`mon tue`), all at the same time. */
export function sessions(
  owner: TableRow<'sessions'>['owner'],
  id: string,
  weekdays: string,
  start: string,
  end: string,
): TableRow<'sessions'>[] {
  const all = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  return all
    .filter((weekday) => weekdays.split(' ').includes(weekday))
    .map((weekday) => ({ owner, id, weekday, start, end }));
}

/** Shown to the principal of the default unit, in good time. */
export function extract(participant: string, over: Partial<TableRow<'extracts'>> = {}): TableRow<'extracts'> {
  return { participant, principal: 'Farsta', issued_on: '2025-12-01', shown_on: '2025-12-10', ...over };
}

/**
 * One participant `p1` who speaks Somali, one team `t1` (unit `u1`, Monday to Friday 8-14, pupils who speak Somali), one SFI group `s1`
 * (Monday to Friday 15-18), an extract shown; any table can be replaced.
 */
export function smallRegion(over: Partial<Region> = {}): Region {
  return {
    format: 'resursutbyte/region@1',
    name: 'A small region',
    period: { from: '2026-01-01', to: '2026-12-31' },
    participants: [participant('p1')],
    participant_languages: [speaks('p1')],
    units: [unit('u1')],
    teams: [team('t1')],
    team_languages: [teamLanguage('t1')],
    sfi_groups: [sfiGroup('s1')],
    sessions: [
      ...sessions('team', 't1', 'mon tue wed thu fri', '08:00', '14:00'),
      ...sessions('sfi', 's1', 'mon tue wed thu fri', '15:00', '18:00'),
    ],
    areas: [],
    extracts: [extract('p1')],
    team_backgrounds: [],
    travel: [],
    decisions: [],
    ...over,
  };
}
