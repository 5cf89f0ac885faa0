/** What a row says is possible: dates in order, hours and seats within bounds, courses that exist, homes that are known. */
import type { RegionTables } from '../region.ts';
import type { ParticipantRow } from '../tables/participants.ts';
import type { TeamRow } from '../tables/teams.ts';
import type { Text } from '../text.ts';
import type { RegionSource, Report } from './report.ts';

/** The establishment programme is 40 hours a week. */
const mostWeekHours = 40;
/** The courses of each SFI study path. */
const coursesOf = { 1: ['A', 'B', 'C', 'D'], 2: ['B', 'C', 'D'], 3: ['C', 'D'] } as const;

/** Reports rows whose values contradict each other or what is possible at all. */
export function checkPlausible(tables: RegionTables, source: RegionSource, report: Report): void {
  const centres = new Set(tables.areas.map((area) => area.name));
  const allCentres = source.tables.areas.complete;
  tables.participants.forEach((row, index) => {
    const error = (column: keyof ParticipantRow, value: unknown, message: Text) =>
      report.error('participants', index, column, value, () => message);
    checkParticipant(row, error);
    const known = centres.has(row.area) || source.tables.areas.refusedKeys.has(row.area) || !allCentres;
    if (row.lat === undefined && row.lon === undefined && !known) error('area', row.area, noHome);
  });
  tables.teams.forEach((row, index) => {
    checkTeam(row, (column, value, message) => report.error('teams', index, column, value, () => message));
  });
  tables.sfi_groups.forEach((row, index) => {
    if ((row.reserved_seats ?? 0) > row.seats)
      report.error('sfi_groups', index, 'reserved_seats', row.reserved_seats, () => tooManyReserved);
    const message = wrongCourse(row.path, row.course);
    if (message) report.error('sfi_groups', index, 'course', row.course, () => message);
  });
  tables.extracts.forEach((row, index) => {
    if (row.shown_on < row.issued_on)
      report.error('extracts', index, 'shown_on', row.shown_on, () => ({
        sv: 'utdraget visades innan det utfärdades; rätta shown_on eller issued_on',
        en: 'the extract was shown before it was issued; correct shown_on or issued_on',
      }));
  });
}

/**
 * A permit may come before the arrival (quota refugees, family members) and after it, so that either order is
 * possible; but nobody can start before they have both come and got the permit.
 */
function checkParticipant(
  row: ParticipantRow,
  error: (column: keyof ParticipantRow, value: unknown, message: Text) => void,
): void {
  if (row.available_from < row.arrived_on)
    error('available_from', row.available_from, {
      sv: 'ligger före arrived_on; personen kan inte börja före ankomsten',
      en: 'is before arrived_on; the person cannot start before arriving',
    });
  if (row.available_from < row.permit_date)
    error('available_from', row.available_from, {
      sv: 'ligger före permit_date; personen kan inte börja före uppehållstillståndet',
      en: 'is before permit_date; the person cannot start before the residence permit',
    });
  if (row.max_week_hours > mostWeekHours)
    error('max_week_hours', row.max_week_hours, {
      sv: `förväntat högst ${mostWeekHours} timmar, etableringsprogrammets vecka`,
      en: `expected at most ${mostWeekHours} hours, the week of the establishment programme`,
    });
  if (row.min_team_hours > row.max_week_hours)
    error('min_team_hours', row.min_team_hours, {
      sv: 'är fler än max_week_hours',
      en: 'is more than max_week_hours',
    });
  const course = wrongCourse(row.sfi_path, row.sfi_course);
  if (course) error('sfi_course', row.sfi_course, course);
  if ((row.lat === undefined) !== (row.lon === undefined))
    error(row.lat === undefined ? 'lat' : 'lon', null, {
      sv: 'lat och lon anges båda eller ingen av dem',
      en: 'give both lat and lon, or neither',
    });
}

function checkTeam(
  row: TeamRow,
  error: (column: keyof TeamRow, value: unknown, message: Text) => void,
): void {
  if ((row.reserved_seats ?? 0) > row.seats) error('reserved_seats', row.reserved_seats, tooManyReserved);
  if (row.min_hours > mostWeekHours)
    error('min_hours', row.min_hours, {
      sv: `förväntat högst ${mostWeekHours} timmar i veckan`,
      en: `expected at most ${mostWeekHours} hours a week`,
    });
  if ((row.women_share_min ?? 0) + (row.men_share_min ?? 0) > 1)
    error('men_share_min', row.men_share_min, {
      sv: 'women_share_min och men_share_min är tillsammans mer än 1',
      en: 'women_share_min and men_share_min are together more than 1',
    });
}

function wrongCourse(path: 1 | 2 | 3, course: 'A' | 'B' | 'C' | 'D'): Text | null {
  const courses: readonly string[] = coursesOf[path];
  if (courses.includes(course)) return null;
  const list = courses.join(', ');
  return {
    sv: `kursen finns inte i studieväg ${path}; förväntat ${list}`,
    en: `study path ${path} has no such course; expected ${list}`,
  };
}

const tooManyReserved: Text = {
  sv: 'är fler än seats; förväntat högst så många som platserna',
  en: 'is more than seats; expected at most that many',
};

const noHome: Text = {
  sv: 'koordinater saknas och området finns inte i areas; fyll i lat och lon eller lägg till området i areas',
  en: 'coordinates are missing and the area is not in areas; fill in lat and lon or add the area to areas',
};
