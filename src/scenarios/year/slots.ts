/**
 * The rest of the year, cut into slots: single weeks at first, then longer. A stay may begin with each slot, and a seat
 * has one price a week within a slot.
 */
import type { Stays } from './stay.ts';

export interface Slots {
  readonly count: number;
  /** The first week of each slot, and after the last the week in which the year is over. */
  readonly first: readonly number[];
  /** The slot of each week of the year; of weeks that are over, the first. */
  readonly of: Int32Array;
  /** Weeks in slot j that a stay from slot s on is expected to have, at s * count + j. */
  readonly use: Float64Array;
  /** Per slot: weeks within the year that a stay from there on is expected to have. */
  readonly weeks: Float64Array;
}

/** So many slots of one week, then twice as many of two; the others have four. */
const SINGLE = 4;

export function slotsFrom(week: number, end: number, stays: Stays): Slots {
  const first: number[] = [];
  for (let at = week; at < end; ) {
    first.push(at);
    const ahead = at - week;
    at += ahead < SINGLE ? 1 : ahead < 5 * SINGLE ? 2 : 4;
  }
  const count = first.length;
  first.push(end);
  const of = new Int32Array(end);
  const use = new Float64Array(count * count);
  const weeks = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    of.fill(j, first[j], first[j + 1]);
    for (let s = 0; s <= j; s++) {
      let sum = 0;
      for (let at = first[j]; at < first[j + 1]; at++) sum += stays.left(at - first[s]);
      use[s * count + j] = sum;
      weeks[s] += sum;
    }
  }
  return { count, first, of, use, weeks };
}
