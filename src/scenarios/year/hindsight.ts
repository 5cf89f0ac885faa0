/**
 * The year with everything known beforehand: who comes, and how long each stays. No policy can have more than the bound,
 * which is what its shares are of.
 *
 * 1. Everybody's options from every week on are one problem over the seats of each place and period (seat-weeks.ts). The
 *    prices that balance it prove the bound (solver/bound.ts). Periods of four weeks let the weeks within them stand
 *    in for each other: some 0.2 % above the bound of single weeks, never below it, at a fraction of the work.
 * 2. A plan is lived through at those prices, with the stays known: it is a year that could have been, and shows how many
 *    can be placed. What is best lies between plan and bound.
 */
import { priceOut } from '../../../solver/bound.ts';
import type { Year } from './drawn-year.ts';
import { heldBack } from './held-back.ts';
import type { Kinds } from './kinds.ts';
import { solveBatch } from './policies/batch.ts';
import { periodOf, seatWeeks } from './seat-weeks.ts';
import { live, type Start, weeksWithin } from './weeks.ts';

export interface Hindsight {
  /** No year of starts is worth more, in points x weeks. */
  readonly bound: number;
  readonly plan: readonly Start[];
}

const PERIOD_WEEKS = 4;

export async function hindsight(kinds: Kinds, year: Year, weeks: number): Promise<Hindsight> {
  const { people } = year;
  const periods = { from: 0, weeks: PERIOD_WEEKS, end: weeks };
  const count = Math.ceil(weeks / PERIOD_WEEKS);
  const guests = people.map(({ kind, from, until, stay }) => ({
    kind,
    stay,
    starts: Array.from({ length: Math.max(0, Math.min(until, weeks - 1) - from + 1) }, (_, k) => from + k),
  }));
  const { problem, row } = seatWeeks(kinds, guests, freeSeats(kinds, year, weeks), periods);
  const { prices, bound } = priceOut(problem);
  const price = (place: number, week: number): number => {
    const at = row[place * count + periodOf(periods, week)];
    return at < 0 ? 0 : prices[at];
  };
  /** Per place and week, what a seat is worth in all weeks before. */
  const before = new Float64Array(kinds.seats.length * (weeks + 1));
  for (let place = 0; place < kinds.seats.length; place++) {
    for (let week = 0; week < weeks; week++) {
      const at = place * (weeks + 1) + week;
      before[at + 1] = before[at] + price(place, week);
    }
  }
  const ahead = {
    weeks: (person: number, start: number) => weeksWithin(people[person], start, weeks),
    cost: (person: number, place: number, start: number) => {
      const at = place * (weeks + 1) + start;
      return before[at + weeksWithin(people[person], start, weeks)] - before[at];
    },
    price,
  };
  const plan = await live(kinds, year, weeks, async (now) =>
    solveBatch(kinds, people, now, heldBack(kinds, people, ahead, now.week, weeks)),
  );
  return { bound, plan };
}

/** Seats that those of earlier years leave free, at place * weeks + week. */
function freeSeats(kinds: Kinds, { seated }: Year, weeks: number): Int32Array {
  const free = new Int32Array(kinds.seats.length * weeks);
  for (let at = 0; at < free.length; at++) free[at] = kinds.seats[Math.floor(at / weeks)];
  for (const { team, group, gone } of seated) {
    for (const place of [team, group]) {
      for (let week = 0; week < Math.min(weeks, gone); week++) free[place * weeks + week]--;
    }
  }
  return free;
}
