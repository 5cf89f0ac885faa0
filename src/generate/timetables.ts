/**
 * Synthetic timetables: when teams work, when SFI groups meet, when a participant cannot come. Working days are made of two
 * half-days, so that one half can go to SFI. SFI groups meet 15 hours a week or a little more.
 */
import type { TableRow } from '../domain/region.ts';

type Session = TableRow<'sessions'>;
type Span = readonly [start: string, end: string];
type Weekday = Session['weekday'];

const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const fourDays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu'];

interface Timetable {
  readonly days: readonly Weekday[];
  readonly spans: readonly Span[];
}

/** When a team works. */
export const teamTimetables = {
  preschool: {
    days: workdays,
    spans: [
      ['08:00', '12:00'],
      ['12:30', '16:00'],
    ],
  },
  preschool_early: {
    days: workdays,
    spans: [
      ['07:00', '11:00'],
      ['11:30', '15:00'],
    ],
  },
  preschool_late: {
    days: workdays,
    spans: [
      ['09:00', '12:30'],
      ['13:00', '17:00'],
    ],
  },
  school: {
    days: workdays,
    spans: [
      ['08:00', '12:00'],
      ['12:30', '15:00'],
    ],
  },
  school_late: {
    days: workdays,
    spans: [
      ['09:00', '12:30'],
      ['13:00', '16:30'],
    ],
  },
  kitchen: {
    days: workdays,
    spans: [
      ['07:00', '10:30'],
      ['11:00', '14:30'],
    ],
  },
  leisure: { days: workdays, spans: [['12:30', '17:00']] },
} as const satisfies Record<string, Timetable>;
export type TeamTimetable = keyof typeof teamTimetables;

/** When an SFI group meets. */
export const sfiTimetables = {
  morning: { days: fourDays, spans: [['08:15', '12:00']] },
  midmorning: { days: workdays, spans: [['09:00', '12:00']] },
  afternoon: { days: workdays, spans: [['13:00', '16:00']] },
  long_afternoon: { days: fourDays, spans: [['12:30', '16:15']] },
  evening: { days: fourDays, spans: [['17:00', '20:45']] },
} as const satisfies Record<string, Timetable>;
export type SfiTimetable = keyof typeof sfiTimetables;

/** When a participant cannot come, by reason. The reason itself is not in the data: hosts see the least they need. */
export const hindrances = {
  leave_children: { days: workdays, spans: [['07:00', '08:30']] },
  fetch_children: { days: workdays, spans: [['15:30', '17:30']] },
  evenings: { days: fourDays, spans: [['16:30', '21:00']] },
  health_centre: { days: ['tue'], spans: [['13:00', '15:00']] },
  day_off: { days: ['fri'], spans: [['08:00', '17:00']] },
  evening_job: { days: ['mon', 'wed', 'fri'], spans: [['17:30', '22:00']] },
} as const satisfies Record<string, Timetable>;
export type Hindrance = keyof typeof hindrances;
export const hindranceNames: readonly Hindrance[] = [
  'leave_children',
  'fetch_children',
  'evenings',
  'health_centre',
  'day_off',
  'evening_job',
];

/** The rows of sessions.csv of one team, SFI group or participant; of several timetables, those that overlap or touch become one. */
export function sessionsOf(
  owner: Session['owner'],
  id: string,
  ...timetables: readonly Timetable[]
): Session[] {
  return workdays.flatMap((weekday) => {
    const spans = timetables.filter(({ days }) => days.includes(weekday)).flatMap((table) => table.spans);
    return joined(spans).map(([start, end]) => ({ owner, id, weekday, start, end }));
  });
}

function joined(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const whole: Span[] = [];
  for (const [start, end] of sorted) {
    const last = whole.at(-1);
    if (last === undefined || start > last[1]) whole.push([start, end]);
    else if (end > last[1]) whole.splice(-1, 1, [last[0], end]);
  }
  return whole;
}
