/**
 * outcomes.csv of farsta-2004: made-up records of made-up people, whose sums are the published ones (published-2005.ts). Some reports come
 * late, some are missing, some say unknown and some are corrected by a later one, as in life.
 */
import { dayNumber } from '../../src/domain/dates.ts';
import type { Region } from '../../src/domain/region.ts';
import { type eventColumns, type OutcomeRow, outcomeRow } from '../../src/domain/tables/followup.ts';
import type { ParticipantRow } from '../../src/domain/tables/participants.ts';
import { random } from '../../src/generate/random.ts';
import { type ProjectYear, projectYears } from './published-2005.ts';

/** Of the seeds from 2005 to 2020 the one with which the fewest figures of groups are too small to be shown. */
const SEED = 2014;
const SURVEY = dayNumber('2005-10-03');
const OPEN_UNTIL = dayNumber('2005-10-02');
/** As many of each kind of correction, among those who completed. */
const CORRECTED = 2;

type Ending = 'completed' | 'left_early' | 'open';
type State = 'work' | 'education' | 'other';

interface Course {
  readonly person: ParticipantRow;
  readonly ending: Ending;
  /** In autumn 2005, of those who completed. */
  readonly state: State | null;
  /** The place among the completers of all years, -1 for others. */
  readonly completer: number;
  /** Days since 1970. */
  readonly enrolled: number;
  readonly started: number;
  readonly ended: number;
}

/** All records, by participant and then by the day of the report. */
export function outcomes2004(region: Region): readonly OutcomeRow[] {
  return courses(region.participants)
    .flatMap((course) => recordsOf(course, region))
    .toSorted(
      (a, b) =>
        compare(a.participant, b.participant) ||
        compare(a.recorded_on, b.recorded_on) ||
        compare(a.event, b.event),
    );
}

/** Who enrolled in which year, by the day of the permit; how it went is drawn within the year. */
function courses(participants: readonly ParticipantRow[]): readonly Course[] {
  const waiting = participants.toSorted(
    (a, b) => compare(a.permit_date, b.permit_date) || compare(a.id, b.id),
  );
  let completer = 0;
  return projectYears.flatMap((year) => {
    const size = year.completed + year.leftEarly + year.open;
    const people = waiting.splice(0, size);
    const { endings, states } = fates(year);
    return people.map((person, place): Course => {
      const ending = endings[place];
      const state = ending === 'completed' ? (states.pop() ?? 'other') : null;
      const draw = random(SEED, 'course', person.id);
      const evenly =
        dayNumber(year.from) + Math.floor(((dayNumber(year.to) - dayNumber(year.from)) * place) / size);
      const enrolled = Math.max(evenly, dayNumber(person.permit_date) + draw.whole(14, 40));
      const started = enrolled + draw.whole(14, 90);
      const stayed = ending === 'completed' ? 7 * draw.whole(48, 50) : 7 * draw.whole(6, 34);
      const ended = Math.min(ending === 'open' ? OPEN_UNTIL : started + stayed, OPEN_UNTIL);
      const number = ending === 'completed' ? completer++ : -1;
      return { person, ending, state, completer: number, enrolled, started, ended };
    });
  });
}

/** The endings of a year's people in the order in which they enrolled, those still there last; and the completers' states in any order. */
function fates(year: ProjectYear): { readonly endings: readonly Ending[]; readonly states: State[] } {
  const over = shuffled(
    [...times(year.completed, 'completed' as const), ...times(year.leftEarly, 'left_early' as const)],
    year.id,
  );
  const others = year.completed - year.inWork - year.inEducation;
  const states = [
    ...times(year.inWork, 'work' as const),
    ...times(year.inEducation, 'education' as const),
    ...times(others, 'other' as const),
  ];
  return {
    endings: [...over, ...times(year.open, 'open' as const)],
    states: shuffled(states, `${year.id} states`),
  };
}

function recordsOf(course: Course, region: Region): readonly OutcomeRow[] {
  const { person, ending, completer, enrolled, started, ended } = course;
  const draw = random(SEED, 'records', person.id);
  const late = (day: number): string => isoDay(day + draw.whole(0, draw.chance(0.15) ? 60 : 12));
  const rows: OutcomeRow[] = [
    record(person, 'enrolled', { on: isoDay(enrolled) }, 'social-services', late(enrolled)),
    record(
      person,
      'started',
      { on: isoDay(started), team: teamOf(person, region) },
      'county-labour-board',
      late(started),
    ),
    ...attendance(course),
    ...sfiPassed(course),
    ...statuses(course),
  ];
  if (ending === 'completed') {
    rows.push(
      record(person, 'completed', { on: isoDay(ended) }, 'supervisor', isoDay(ended + draw.whole(5, 40))),
    );
    if (completer < CORRECTED)
      rows.push(
        record(
          person,
          'left_early',
          { on: isoDay(ended - 14), reason: 'other' },
          'supervisor',
          isoDay(ended + 2),
        ),
      );
  }
  if (ending === 'left_early') {
    const reason = draw.pick([
      'moved_away',
      'illness',
      'parental_leave',
      'stopped',
      'did_not_fit',
      'times',
    ] as const);
    rows.push(record(person, 'left_early', { on: isoDay(ended), reason }, 'supervisor', late(ended)));
  }
  return rows;
}

/** In blocks of at most half a year. Now and then the hours were not reported. */
function attendance({ person, started, ended }: Course): readonly OutcomeRow[] {
  const draw = random(SEED, 'attendance', person.id);
  const rows: OutcomeRow[] = [];
  for (let day = started; day + 7 <= ended; ) {
    const weeks = Math.min(26, Math.floor((ended - day) / 7));
    const hours = draw.chance(0.9)
      ? { work_hours: draw.whole(14, 24), swedish_hours: draw.whole(12, 19) }
      : {};
    const details = { on: isoDay(day), weeks, ...hours };
    rows.push(record(person, 'attended', details, 'supervisor', isoDay(day + 7 * weeks + draw.whole(1, 30))));
    day += 7 * weeks;
  }
  return rows;
}

function sfiPassed({ person, ending, started, ended }: Course): readonly OutcomeRow[] {
  const draw = random(SEED, 'sfi', person.id);
  if (!draw.chance(ending === 'completed' ? 0.8 : 0.2)) return [];
  const day = started + Math.floor((ended - started) * 0.8);
  const course = outcomeRow.shape.sfi_course.parse(`${person.sfi_path}${person.sfi_course}`);
  return [
    record(
      person,
      'sfi_passed',
      { on: isoDay(day), ...(course !== undefined && { sfi_course: course }) },
      'education-administration',
      isoDay(day + draw.whole(3, 45)),
    ),
  ];
}

/** Asked at 3, 6 and 12 months where somebody did, and of those who completed once more in autumn 2005. */
function statuses({ person, ending, state, completer, ended }: Course): readonly OutcomeRow[] {
  if (ending === 'open') return [];
  const draw = random(SEED, 'status', person.id);
  const rows: OutcomeRow[] = [];
  const asked = (on: number, found: State | null, months: 3 | 6 | 12 | null, reported: number): void => {
    const details = {
      on: isoDay(on),
      ...livelihood(found, draw.chance(0.6)),
      ...(months !== null && { months }),
    };
    rows.push(record(person, 'status', details, 'innotiimi', isoDay(reported)));
  };
  for (const months of [3, 6, 12] as const) {
    const day = ended + Math.round(30.4 * months);
    if (day + 40 >= SURVEY || !draw.chance(0.6)) continue;
    const found = state === null || draw.chance(0.3) ? null : draw.chance(0.8) ? state : 'other';
    asked(day, found, months, day + draw.whole(2, 40));
  }
  if (state === null) return rows;
  const day = SURVEY + draw.whole(0, 11);
  if (completer >= CORRECTED && completer < 2 * CORRECTED) asked(day, null, null, day + 3);
  asked(day, state, null, day + draw.whole(14, 40));
  return rows;
}

/** Education is taken to give a living in part; nothing is known of somebody who was not reached. */
function livelihood(
  found: State | null,
  inFull: boolean,
): Required<Pick<OutcomeRow, 'occupation' | 'self_support'>> {
  if (found === null) return { occupation: 'unknown', self_support: 'unknown' };
  if (found === 'work') return { occupation: 'work', self_support: inFull ? 'full' : 'part' };
  return found === 'education'
    ? { occupation: 'education', self_support: 'part' }
    : { occupation: 'other', self_support: 'none' };
}

/** A team that wants a language which the person speaks, where there is one. */
function teamOf({ id }: ParticipantRow, region: Region): string {
  const draw = random(SEED, 'team', id);
  const spoken = new Set(
    region.participant_languages.filter((row) => row.participant === id).map(({ language }) => language),
  );
  const wanting = region.team_languages.filter((row) => row.adults_wanted > 0 && spoken.has(row.language));
  return wanting.length > 0 ? draw.pick(wanting).team : draw.pick(region.teams).id;
}

type Details = Omit<OutcomeRow, 'participant' | 'event' | 'recorded_by' | 'recorded_on'>;

function record(
  { id }: ParticipantRow,
  event: keyof typeof eventColumns,
  details: Details,
  recordedBy: string,
  recordedOn: string,
): OutcomeRow {
  return { participant: id, event, ...details, recorded_by: recordedBy, recorded_on: recordedOn };
}

function shuffled<T>(items: readonly T[], label: string): T[] {
  const draw = random(SEED, 'shuffle', label);
  return items
    .map((item, place) => ({ item, place, key: draw.fraction() }))
    .sort((a, b) => a.key - b.key || a.place - b.place)
    .map(({ item }) => item);
}

function times<T>(number: number, item: T): T[] {
  return Array.from({ length: number }, () => item);
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
