import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../../src/scenarios/year/chance.ts';
import { arrivalsExpected, drawYear } from '../../../src/scenarios/year/drawn-year.ts';
import { batch } from '../../../src/scenarios/year/policies/batch.ts';
import { greedy } from '../../../src/scenarios/year/policies/greedy.ts';
import { priced } from '../../../src/scenarios/year/policies/priced.ts';
import { simulateRun } from '../../../src/scenarios/year/run.ts';
import { yearSetting } from '../../../src/scenarios/year/setting.ts';
import { staysOf } from '../../../src/scenarios/year/stay.ts';
import { summarise } from '../../../src/scenarios/year/summarise.ts';
import { live, type Start, weeksWithin } from '../../../src/scenarios/year/weeks.ts';
import { anyKinds, anySetting, bestByEnumeration, kindsFrom } from './tiny.ts';

const FROM = '2026-01-05';
const seed = fc.integer({ min: 0, max: 1000 });
const policies = ['greedy', 'batch', 'priced', 'hindsight'] as const;

describe('every policy', () => {
  test('stays within the limit, and the limit is not below what enumeration finds', async () => {
    await fc.assert(
      fc.asyncProperty(anyKinds, anySetting, seed, async (kinds, setting, run) => {
        const expected = arrivalsExpected(setting, FROM);
        const year = drawYear(setting, kinds, expected, chanceOf(0, `year ${run}`));
        fc.pre(year.people.length <= 7);
        const { limit, policies: lived } = await simulateRun(kinds, setting, FROM, 0, run);
        const best = bestByEnumeration(kinds, year, setting.weeks) / setting.programme_weeks;
        const slack = 1e-6 * (1 + best);
        expect(limit).toBeGreaterThanOrEqual(best - slack);
        for (const name of policies) expect(lived[name].points).toBeLessThanOrEqual(best + slack);
      }),
      { numRuns: 60 },
    );
  });

  test('never has more people than seats in any week, and starts nobody outside their weeks', async () => {
    await fc.assert(
      fc.asyncProperty(anyKinds, anySetting, seed, async (kinds, setting, run) => {
        const expected = arrivalsExpected(setting, FROM);
        const year = drawYear(setting, kinds, expected, chanceOf(0, `year ${run}`));
        const outlook = { kinds, setting, stays: staysOf(setting), people: year.people, expected };
        for (const choose of [
          greedy(kinds, year.people),
          batch(kinds, year.people, setting.batch_weeks),
          priced(outlook, [chanceOf(1, 'a'), chanceOf(1, 'b')]),
        ]) {
          const starts = await live(kinds, year, setting.weeks, choose);
          expect(new Set(starts.map(({ person }) => person)).size).toBe(starts.length);
          for (const { person, option, week } of starts) {
            const { kind, from, until } = year.people[person];
            expect(week).toBeGreaterThanOrEqual(from);
            expect(week).toBeLessThanOrEqual(until);
            expect(option).toBeGreaterThanOrEqual(kinds.start[kind]);
            expect(option).toBeLessThan(kinds.start[kind + 1]);
          }
          for (let week = 0; week < setting.weeks; week++) {
            const used = new Int32Array(kinds.seats.length);
            for (const { team, group, gone } of year.seated) {
              if (gone > week) for (const place of [team, group]) used[place]++;
            }
            for (const { person, option, week: start } of starts) {
              if (start > week || start + year.people[person].stay <= week) continue;
              for (const place of [kinds.team[option], kinds.group[option]]) used[place]++;
            }
            used.forEach((number, place) => {
              expect(number).toBeLessThanOrEqual(kinds.seats[place]);
            });
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('without futures the policy with prices is the plain batch', async () => {
  await fc.assert(
    fc.asyncProperty(anyKinds, anySetting, seed, async (kinds, setting, run) => {
      const blind = { ...setting, prices: { ...setting.prices, futures: 0 } };
      const { policies: lived } = await simulateRun(kinds, blind, FROM, 0, run);
      expect(lived.priced).toEqual(lived.batch);
    }),
    { numRuns: 30 },
  );
});

test('the same seed gives the same bytes, another seed another year', async () => {
  const kinds = kindsFrom(
    [[{ team: 0, group: 0, points: 900 }], [{ team: 1, group: 0, points: 1500 }]],
    [2, 2],
    [3],
  );
  const setting = yearSetting.parse({ weeks: 12, arrivals_a_year: 80, programme_weeks: 6 });
  const answer = async (from: number): Promise<string> => {
    const runs = [
      await simulateRun(kinds, setting, FROM, from, 1),
      await simulateRun(kinds, setting, FROM, from, 0),
    ];
    return JSON.stringify(summarise('tiny', setting, from, runs));
  };
  expect(await answer(3)).toBe(await answer(3));
  expect(await answer(4)).not.toBe(await answer(3));
});

describe('exact values', () => {
  const points = (starts: readonly Start[], weeks: number, stay: number): number =>
    starts.reduce((sum, { week }) => sum + Math.min(stay, weeks - week), 0);

  test('a seat for the first who comes: the mean is that of all ways in which two weeks can go', async () => {
    const kinds = kindsFrom([[{ team: 0, group: 0, points: 1 }]], [1], [1]);
    const setting = yearSetting.parse({
      weeks: 2,
      arrivals_a_year: 40,
      programme_weeks: 2,
      patience_weeks: 0,
      leaving: { left: 0, of: 1 },
    });
    const expected = arrivalsExpected(setting, FROM);
    const nobody = Array.from(expected, (mean) => Math.exp(-mean));
    const exact = (1 - nobody[0]) * 2 + nobody[0] * (1 - nobody[1]);
    const runs = 4000;
    let [sum, squares] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const year = drawYear(setting, kinds, expected, chanceOf(7, `${run}`));
      const value = points(await live(kinds, year, 2, greedy(kinds, year.people)), 2, 2);
      sum += value;
      squares += value ** 2;
    }
    const mean = sum / runs;
    const error = Math.sqrt((squares / runs - mean ** 2) / runs);
    expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
  });

  test('a seat opens again in the week after its stay: one start in every week in which somebody comes', async () => {
    const kinds = kindsFrom([[{ team: 0, group: 0, points: 1 }]], [1], [1]);
    const setting = yearSetting.parse({ arrivals_a_year: 60, programme_weeks: 1, patience_weeks: 0 });
    const drawn = drawYear(setting, kinds, arrivalsExpected(setting, FROM), chanceOf(7, 'opens again'));
    const year = { ...drawn, seated: [{ team: 0, group: 1, since: -3, gone: 5 }] };
    const starts = await live(kinds, year, setting.weeks, greedy(kinds, year.people));
    const coming = new Set(year.people.map(({ from }) => from).filter((week) => week >= 5));
    expect(starts.map(({ week }) => week)).toEqual([...coming]);
  });

  test('a seat worth holding: prices keep it from the first who comes, the batch does not', async () => {
    // One team with one seat. Weak fits come all the time, and from week 1 on a strong fit is all but certain.
    const kinds = kindsFrom(
      [[{ team: 0, group: 0, points: 100 }], [{ team: 0, group: 0, points: 2000 }]],
      [1],
      [9],
    );
    const setting = yearSetting.parse({
      weeks: 26,
      arrivals_a_year: 300,
      programme_weeks: 26,
      patience_weeks: 1,
      leaving: { left: 0, of: 1 },
    });
    const runs = await Promise.all(
      Array.from({ length: 6 }, (_, run) => simulateRun(kinds, setting, FROM, 0, run)),
    );
    const mean = (name: (typeof policies)[number]): number =>
      runs.reduce((total, { policies: lived }) => total + lived[name].points, 0) / runs.length;
    const limit = runs.reduce((total, run) => total + run.limit, 0) / runs.length;
    expect(mean('priced')).toBeGreaterThan(0.9 * limit);
    expect(mean('priced')).toBeGreaterThan(mean('batch'));
    expect(mean('batch')).toBeGreaterThanOrEqual(mean('greedy'));
  });

  test('22 of 93 leave early, and whoever is met is as far along as the stays that are left say', () => {
    const setting = yearSetting.parse({});
    const stays = staysOf(setting);
    const draws = Array.from({ length: 20_000 }, (_, k) => (k + 0.5) / 20_000);
    const early = draws.filter((uniform) => stays.rest(0, uniform) < setting.programme_weeks).length;
    expect(early / draws.length).toBeCloseTo(22 / 93, 3);
    for (const week of [0, 1, 10, 51]) {
      const still = draws.filter((uniform) => stays.rest(0, uniform) > week).length / draws.length;
      expect(still).toBeCloseTo(stays.left(week), 3);
    }
    expect(stays.left(setting.programme_weeks)).toBe(0);
    const total = Array.from({ length: 52 }, (_, week) => stays.left(week)).reduce((a, b) => a + b, 0);
    expect(draws.filter((uniform) => stays.been(uniform) === 0).length / draws.length).toBeCloseTo(
      1 / total,
      3,
    );
  });
});

test('a year has as many people as the setting expects, and a placement counts no week after it', () => {
  const setting = yearSetting.parse({ arrivals_a_year: 93 });
  const expected = arrivalsExpected(setting, FROM);
  const kinds = kindsFrom([[]], [1], [1]);
  const years = Array.from({ length: 300 }, (_, run) =>
    drawYear(setting, kinds, expected, chanceOf(1, `${run}`)),
  );
  const mean = years.reduce((sum, { people }) => sum + people.length, 0) / years.length;
  expect(Math.abs(mean - 93)).toBeLessThan(4 * Math.sqrt(93 / 300) + 1);
  expect(weeksWithin({ kind: 0, from: 50, until: 51, stay: 30 }, 50, 52)).toBe(2);
});
