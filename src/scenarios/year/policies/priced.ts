/**
 * Batches with prices that hold seats for those expected later.
 *
 * 1. Every so many weeks, what a seat is worth in each week to come is estimated from sampled futures (futures.ts).
 * 2. Every batch, options are worth their points less what they keep from others and from the person's own later
 *    chances (held-back.ts), over the weeks that somebody is expected to stay.
 * 3. The batch with the most worth is started (batch.ts); an option worth 0 or less waits.
 *
 * Without futures there is nothing to hold seats for: then it is the plain batch.
 */
import type { Chance } from '../chance.ts';
import { type Outlook, seatPrices } from '../futures.ts';
import { heldBack } from '../held-back.ts';
import type { Choose } from '../weeks.ts';
import { batch, solveBatch } from './batch.ts';

/** `chances`: one a future. */
export function priced(outlook: Outlook, chances: readonly Chance[]): Choose {
  const { kinds, setting, stays, people } = outlook;
  if (chances.length === 0) return batch(kinds, people, setting.batch_weeks);
  const end = setting.weeks;
  const pricesNow = seatPrices(outlook, chances);
  const staying = Float64Array.from({ length: end }, (_, start) => {
    let sum = 0;
    for (let week = start; week < end; week++) sum += stays.left(week - start);
    return sum;
  });
  let prices: Float64Array = new Float64Array(0);
  let costs: Float64Array = prices;
  return async (now) => {
    const { week } = now;
    if (week % setting.prices.weeks === 0) {
      prices = pricesNow(now);
      costs = prices.map((_, at) => {
        const start = at % end;
        let sum = 0;
        for (let ahead = 0; start + ahead < end; ahead++) sum += prices[at + ahead] * stays.left(ahead);
        return sum;
      });
    }
    if (week % setting.batch_weeks !== 0) return [];
    const ahead = {
      weeks: (_person: number, start: number) => staying[start],
      cost: (_person: number, place: number, start: number) => costs[place * end + start],
      price: (place: number, at: number) => prices[place * end + at],
    };
    return solveBatch(kinds, people, now, heldBack(kinds, people, ahead, week, end));
  };
}
