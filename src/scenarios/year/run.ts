/**
 * One run: a year is drawn, and every policy lives through the same one (common random numbers).
 *
 * What counts is points x weeks: a placement counts its points for each week of it that falls in the year, as a share of
 * a whole programme. So nobody gains by putting people where they soon leave, an empty week is lost, and the weeks that
 * could be given are the same for every policy: that is why policies can be compared.
 */
import { chanceOf } from './chance.ts';
import { arrivalsExpected, drawYear, type Person } from './drawn-year.ts';
import { hindsight } from './hindsight.ts';
import type { Kinds } from './kinds.ts';
import { batch } from './policies/batch.ts';
import { greedy } from './policies/greedy.ts';
import { priced } from './policies/priced.ts';
import type { Lived, Run } from './run-format.ts';
import type { YearSetting } from './setting.ts';
import { staysOf } from './stay.ts';
import { type Choose, live, type Start, weeksWithin } from './weeks.ts';

/** `from`: the first day of the region's period (YYYY-MM-DD). */
export async function simulateRun(
  kinds: Kinds,
  setting: YearSetting,
  from: string,
  seed: number,
  run: number,
): Promise<Run> {
  const { weeks, programme_weeks: programme } = setting;
  const expected = arrivalsExpected(setting, from);
  const year = drawYear(setting, kinds, expected, chanceOf(seed, `year ${run}`));
  const { people } = year;
  const outlook = { kinds, setting, stays: staysOf(setting), people, expected };
  const futures = Array.from({ length: setting.prices.futures }, (_, f) =>
    chanceOf(seed, `future ${f} of ${run}`),
  );
  const under = async (choose: Choose): Promise<Lived> =>
    lived(kinds, people, setting, await live(kinds, year, weeks, choose));
  const { bound, plan } = await hindsight(kinds, year, weeks);
  const blind = {
    greedy: await under(greedy(kinds, people)),
    batch: await under(batch(kinds, people, setting.batch_weeks)),
    priced: await under(priced(outlook, futures)),
  };
  const planned = lived(kinds, people, setting, plan);
  return {
    run,
    people: people.length,
    limit: bound / programme,
    policies: { ...blind, hindsight: bestOf([planned, blind.priced, blind.batch, blind.greedy]) },
  };
}

function bestOf(lives: readonly Lived[]): Lived {
  return lives.reduce((best, life) => (life.points > best.points ? life : best));
}

function lived(
  kinds: Kinds,
  people: readonly Person[],
  { weeks, programme_weeks: programme }: YearSetting,
  starts: readonly Start[],
): Lived {
  const placed = new Int32Array(weeks);
  const there = new Int32Array(weeks);
  const waiting = new Int32Array(weeks);
  for (const { from, until } of people) {
    for (let week = from; week <= Math.min(until, weeks - 1); week++) waiting[week]++;
  }
  let points = 0;
  for (const { person, option, week } of starts) {
    const stay = weeksWithin(people[person], week, weeks);
    points += kinds.points[option] * stay;
    for (let at = week; at < weeks; at++) placed[at]++;
    for (let at = week; at < week + stay; at++) there[at]++;
    for (let at = week; at <= Math.min(people[person].until, weeks - 1); at++) waiting[at]--;
  }
  return {
    points: points / programme,
    placed: starts.length,
    placedByWeek: [...placed],
    thereByWeek: [...there],
    waitingByWeek: [...waiting],
  };
}
