/** Moving and stretching a time of the week, by days and half hours, and never out of the week's grid. */
import { clock, minutesOf, weekdays } from '../../parts/week-times.ts';
import type { Session } from './kinds.ts';

/** What the grid shows of a day, in minutes after midnight. */
export const DAY_START = 7 * 60;
export const DAY_END = 22 * 60;
const HALF = 30;

/** As long as before, so many days and half hours on. A time outside the grid comes no nearer to its edge than it was. */
export function moved(session: Session, days: number, halves: number): Session {
  const [start, end] = [minutesOf(session.start), minutesOf(session.end)];
  const day = within(weekdays.indexOf(session.weekday) + days, 0, weekdays.length - 1);
  const least = Math.min(start, DAY_START) - start;
  const most = Math.max(end, DAY_END) - end;
  const by = within(halves * HALF, least, most);
  return { weekday: weekdays[day], start: clock(start + by), end: clock(end + by) };
}

/** The same start and an end so many half hours later; half an hour at least. */
export function stretched(session: Session, halves: number): Session {
  const [start, end] = [minutesOf(session.start), minutesOf(session.end)];
  const later = within(end + halves * HALF, start + HALF, Math.max(end, DAY_END));
  return { ...session, end: clock(later) };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
