/**
 * Who could start where and when, as one problem: an option is somebody's option of the region from a week on, and uses
 * a seat of its team and of its SFI group for the weeks of the stay. Rows are seat-weeks of a place in a period; periods
 * of one week are exact, longer ones let weeks within a period stand in for each other, which can only raise the best
 * (every row is then a sum of exact rows), so that a bound is a bound all the same.
 *
 * Worth is points x weeks within the year.
 */
import { createProblemBuilder } from '../../../solver/builder.ts';
import type { Problem } from '../../../solver/problem.ts';
import type { Kinds } from './kinds.ts';

interface Guest {
  readonly kind: number;
  /** The weeks in which a start is thought of, rising. */
  readonly starts: readonly number[];
  readonly stay: number;
}

interface SeatWeeks {
  readonly problem: Problem;
  /** Place x period -> constraint, or -1 where nobody asks for it. */
  readonly row: Int32Array;
}

/** Periods of some weeks, from one week on to the end of the year. */
interface Periods {
  readonly from: number;
  readonly weeks: number;
  readonly end: number;
}

export function periodOf({ from, weeks }: Periods, week: number): number {
  return Math.floor((week - from) / weeks);
}

/** `free`: seats free in each place in each week, at place * end + week. */
export function seatWeeks(
  kinds: Kinds,
  guests: readonly Guest[],
  free: Int32Array,
  periods: Periods,
): SeatWeeks {
  const { from, weeks, end } = periods;
  const count = Math.ceil((end - from) / weeks);
  const row = new Int32Array(kinds.seats.length * count).fill(-1);
  const builder = createProblemBuilder();
  const rowAt = (place: number, period: number): number => {
    const at = place * count + period;
    if (row[at] < 0) {
      let limit = 0;
      const last = Math.min(end, from + (period + 1) * weeks);
      for (let week = from + period * weeks; week < last; week++) limit += free[place * end + week];
      row[at] = builder.constraint(`${place} ${period}`, limit);
    }
    return row[at];
  };
  const useSeat = (place: number, start: number, gone: number): void => {
    for (let week = start; week < gone; ) {
      const period = periodOf(periods, week);
      const next = Math.min(gone, from + (period + 1) * weeks);
      builder.use(rowAt(place, period), next - week);
      week = next;
    }
  };
  guests.forEach(({ kind, starts, stay }, g) => {
    const who = builder.participant(String(g));
    for (const start of starts) {
      const gone = Math.min(end, start + stay);
      for (let o = kinds.start[kind]; o < kinds.start[kind + 1]; o++) {
        builder.option(who, kinds.points[o] * (gone - start));
        useSeat(kinds.team[o], start, gone);
        useSeat(kinds.group[o], start, gone);
      }
    }
  });
  return { problem: builder.build(), row };
}
