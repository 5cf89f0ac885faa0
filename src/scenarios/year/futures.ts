/**
 * What a seat is worth in the weeks to come: the mean, over sampled futures, of the prices at which a future's wants and
 * seats balance (Talluri and van Ryzin, "A randomized linear programming method for computing network bid prices",
 * 1999). Only the dual is solved: nobody is placed in a future.
 *
 * 1. A future is drawn once: who comes, and when. How long people stay is taken as expected, for those who are there
 *    too: to draw it as well would only add noise to the mean.
 * 2. Prices speak of the weeks after this one, for a seat that is not given away now is worth what it can still be used
 *    for. Wants are those of the people who wait now and of those still to come, and what is free is what those who are
 *    there now are expected to leave.
 * 3. A future's prices start from its own of the last time, so that they need few passes.
 */
import { balance, type Stage } from './balance.ts';
import type { Chance } from './chance.ts';
import { arrivals, type Person } from './drawn-year.ts';
import type { Kinds } from './kinds.ts';
import { demandOf, type Want } from './market.ts';
import type { YearSetting } from './setting.ts';
import { type Slots, slotsFrom } from './slots.ts';
import type { Stays } from './stay.ts';
import type { Now } from './weeks.ts';

/** What a policy may know of the year beside what it sees each week. */
export interface Outlook {
  readonly kinds: Kinds;
  readonly setting: YearSetting;
  readonly stays: Stays;
  readonly people: readonly Person[];
  /** Per week: how many are expected to come. */
  readonly expected: Float64Array;
}

/** Points per seat and week, at place * weeks + week; 0 up to this week. */
export type SeatPrices = (now: Now) => Float64Array;

/** The temperature, as a share of the points x weeks that a placement has at most. */
const COLDEST = 0.004;
const FIRST: readonly (readonly [hotter: number, passes: number])[] = [
  [16, 40],
  [8, 40],
  [4, 40],
  [2, 60],
  [1, 120],
];
const AGAIN = 40;

/** A maker of prices over so many futures as there are `chances`; it is asked week after week. */
export function seatPrices(outlook: Outlook, chances: readonly Chance[]): SeatPrices {
  const { kinds, setting, stays, expected } = outlook;
  const { weeks } = setting;
  const futures = chances.map((chance) => ({
    coming: arrivals(setting, kinds, stays, expected, 0, chance),
    prices: new Float64Array(kinds.seats.length * weeks),
  }));
  const most = kinds.points.reduce((a, b) => Math.max(a, b), 0) * Math.min(weeks, stays.programme);
  const tau = COLDEST * most;
  let isFirst = true;
  return (now) => {
    const next = now.week + 1;
    const mean = new Float64Array(kinds.seats.length * weeks);
    if (next >= weeks) return mean;
    const slots = slotsFrom(next, weeks, stays);
    const free = freeAhead(outlook, now, slots);
    const stages: readonly Stage[] = isFirst
      ? FIRST.map(([hotter, passes]) => ({ tau: hotter * tau, passes }))
      : [{ tau, passes: AGAIN }];
    isFirst = false;
    for (const { coming, prices } of futures) {
      const price = slotMeans(prices, slots, weeks);
      const longest = slots.weeks.reduce((a, b) => Math.max(a, b), 0);
      balance(demandOf(kinds, slots, wantsOf(outlook, now, slots, coming)), free, longest, price, stages);
      prices.forEach((_, i) => {
        const week = i % weeks;
        prices[i] = week < next ? 0 : price[Math.floor(i / weeks) * slots.count + slots.of[week]];
        mean[i] += prices[i] / futures.length;
      });
    }
    return mean;
  };
}

function wantsOf(
  { people, setting }: Outlook,
  { week, waiting }: Now,
  { of }: Slots,
  coming: readonly Person[],
): Want[] {
  const slotOf = (at: number): number => of[Math.min(at, setting.weeks - 1)];
  const ahead = coming.filter(({ from }) => from > week);
  const stillWaiting = waiting.map((p) => people[p]).filter(({ until }) => until > week);
  return [...stillWaiting, ...ahead].map(({ kind, from, until }) => ({
    kind,
    from: slotOf(Math.max(from, week + 1)),
    until: slotOf(until),
  }));
}

/** Seat-weeks that are free, or are expected to be, at place * slots + slot. */
function freeAhead({ kinds, stays }: Outlook, { week, there }: Now, { count, first }: Slots): Float64Array {
  const free = new Float64Array(kinds.seats.length * count);
  for (let at = 0; at < free.length; at++) {
    const slot = at % count;
    free[at] = kinds.seats[Math.floor(at / count)] * (first[slot + 1] - first[slot]);
  }
  for (const { team, group, since } of there) {
    const still = stays.left(week - since);
    for (let slot = 0; slot < count; slot++) {
      let taken = 0;
      for (let at = first[slot]; at < first[slot + 1]; at++) taken += stays.left(at - since) / still;
      free[team * count + slot] -= taken;
      free[group * count + slot] -= taken;
    }
  }
  return free;
}

/** Prices per week as prices per slot. */
function slotMeans(prices: Float64Array, { count, first }: Slots, weeks: number): Float64Array {
  const means = new Float64Array((prices.length / weeks) * count);
  return means.map((_, at) => {
    const [place, slot] = [Math.floor(at / count), at % count];
    let sum = 0;
    for (let week = first[slot]; week < first[slot + 1]; week++) sum += prices[place * weeks + week];
    return sum / (first[slot + 1] - first[slot]);
  });
}
