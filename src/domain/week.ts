import type { TableRow } from './region.ts';

/**
 * Times of a week, in whole minutes from Monday 00:00, and the weekly plan that a team and an SFI group leave together.
 *
 * The plan of (participant, team, SFI group), exactly:
 * 1. Every session of the SFI group is attended in full. A hindrance that overlaps one rules the group out.
 * 2. From the team's sessions are taken the SFI sessions, the minutes before each that the way from the team to the SFI
 *    group takes, and the minutes after each that the way back takes. What is left is `left`.
 *    Where the two never meet on the same weekday there is no way between them, and nothing is taken.
 * 3. The participant's hindrances are taken out. They include whatever way to or from them the person needs.
 * 4. The way from home is made before the day's first session and the way home after its last, in nobody's session, so it takes no
 *    minutes; it is bounded by max_commute_min.
 * 5. If what is left is more than the week has room for (max_week_hours less civic orientation less the SFI minutes), the
 *    person works that much and no more: a long team week excludes nobody.
 *
 * All is done in whole minutes, the unit of sessions and of travel (which is rounded up), so nothing is rounded here and a plan never
 * shows more time than there is. The week ends on Sunday at midnight; a way that would pass it is cut there.
 */

/** Disjoint intervals in ascending order: start, end, start, end, ... in minutes from Monday 00:00. */
export type Week = Int32Array;

const MINUTES_PER_DAY = 24 * 60;
const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

type SessionTimes = Pick<TableRow<'sessions'>, 'weekday' | 'start' | 'end'>;

/** The sessions of one owner as a week; overlapping and touching ones are joined. Throws where one ends before it starts (check-region refuses such rows). */
export function weekOf(sessions: readonly SessionTimes[]): Week {
  const intervals = sessions.map(({ weekday, start, end }) => {
    const day = WEEKDAYS.indexOf(weekday) * MINUTES_PER_DAY;
    if (end <= start) throw new Error(`A session on ${weekday} ends (${end}) before it starts (${start}).`);
    return [day + minuteOfDay(start), day + minuteOfDay(end)] as const;
  });
  return joined(intervals);
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function joined(intervals: readonly (readonly [number, number])[]): Week {
  const sorted = [...intervals].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: number[] = [];
  for (const [start, end] of sorted) {
    const last = out.length - 1;
    if (last > 0 && start <= out[last]) out[last] = Math.max(out[last], end);
    else out.push(start, end);
  }
  return Int32Array.from(out);
}

/** How many minutes a week holds. */
export function minutesOf(week: Week): number {
  let minutes = 0;
  for (let i = 0; i < week.length; i += 2) minutes += week[i + 1] - week[i];
  return minutes;
}

/** How many minutes two weeks have in common. Linear in their intervals. */
export function overlapMinutes(a: Week, b: Week): number {
  let minutes = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i], b[j]);
    const end = Math.min(a[i + 1], b[j + 1]);
    if (end > start) minutes += end - start;
    if (a[i + 1] < b[j + 1]) i += 2;
    else j += 2;
  }
  return minutes;
}

/** The weekdays on which a week has time, as bits: 1 for Monday, 2 for Tuesday, 4 for Wednesday ... */
export function weekdayBits(week: Week): number {
  let bits = 0;
  for (let i = 0; i < week.length; i += 2) {
    const last = Math.floor((week[i + 1] - 1) / MINUTES_PER_DAY);
    for (let day = Math.floor(week[i] / MINUTES_PER_DAY); day <= last; day++) bits |= 1 << day;
  }
  return bits;
}

/** Step 2 of the plan: the team's time less SFI and the ways between, `toSfi` minutes before and `fromSfi` minutes after. */
export function leftBySfi(team: Week, sfi: Week, toSfi: number, fromSfi: number): Week {
  const left: number[] = [];
  let next = 0;
  for (let i = 0; i < team.length; i += 2) {
    let start = team[i];
    const end = team[i + 1];
    while (next < sfi.length && sfi[next + 1] + fromSfi <= start) next += 2;
    for (let j = next; j < sfi.length && sfi[j] - toSfi < end; j += 2) {
      if (sfi[j] - toSfi > start) left.push(start, sfi[j] - toSfi);
      start = Math.max(start, Math.min(sfi[j + 1] + fromSfi, MINUTES_PER_WEEK));
    }
    if (start < end) left.push(start, end);
  }
  return Int32Array.from(left);
}

/** Steps 3 and 5: minutes a week at the team, at most `room`, when the hindrances are taken out of what SFI leaves (`leftMinutes` in all). Never below 0. */
export function minutesAtTeam(left: Week, leftMinutes: number, hindrances: Week, room: number): number {
  const free = hindrances.length === 0 ? leftMinutes : leftMinutes - overlapMinutes(left, hindrances);
  return Math.max(0, Math.min(free, room));
}
