import { expect, test } from 'vitest';
import { createProblemBuilder } from '../../solver/builder.ts';
import { carryPrices } from '../../solver/cuts/carry-prices.ts';
import { countCuts } from '../../solver/cuts/count-cuts.ts';
import { solve } from '../../solver/solve.ts';
import { teamProblem } from './engines/priced/random-team-problem.ts';
import { unhurried } from './engines/shared-suite.ts';

/** A team with a mix for each number of seats; people in this order, women w and men m. */
function teams(people: string, ...seats: number[]) {
  const builder = createProblemBuilder();
  const rows = seats.map((most, t) => ({
    seats: builder.constraint(`seats ${t}`, most),
    women: builder.constraint(`women ${t}`, 0),
    men: builder.constraint(`men ${t}`, 0),
  }));
  for (const [p, gender] of [...people].entries()) {
    const participant = builder.participant(`p${p}`);
    for (const row of rows) {
      builder.option(participant, 10 + p);
      builder.use(row.seats, 1);
      builder.use(row.women, gender === 'w' ? -3 : 1);
      builder.use(row.men, gender === 'w' ? 3 : -17);
    }
  }
  return builder.build();
}

test('a cut keeps its price whoever comes first, and where others come before it', () => {
  const former = countCuts(teams('wwwmmm', 4));
  expect(former.cuts).toHaveLength(1);
  const prices = Float64Array.of(1, 2, 3, 7);
  const turned = countCuts(teams('mmmwww', 4));
  expect(carryPrices(prices, former.cuts, 3, turned.cuts)).toEqual(prices);
  const two = countCuts(teams('mmmwww', 4, 4));
  const carried = carryPrices(Float64Array.of(1, 2, 3, 0, 0, 0, 7), former.cuts, 6, two.cuts);
  expect(carried).toEqual(Float64Array.of(1, 2, 3, 0, 0, 0, 7, 0));
});

test('a cut that is new starts at 0, and one that is gone is forgotten', () => {
  const { cuts } = countCuts(teams('wwwmmm', 4));
  const other = cuts.map((cut) => ({ ...cut, facet: [5, -2, 1] as const }));
  expect(carryPrices(Float64Array.of(1, 2, 3, 7), cuts, 3, other)).toEqual(Float64Array.of(1, 2, 3, 0));
});

test('prices of cuts start the next run from the old bound, which those of constraints alone do not reach', async () => {
  const problem = teamProblem(4, 300);
  const settings = { ...unhurried, engine: 'priced', gap: 0.002 } as const;
  const cold = await solve(problem, settings);
  if (!('chosen' in cold)) throw new Error('nothing found');
  const firstBound = async (warmCuts: NonNullable<typeof cold.cuts>): Promise<number> => {
    let first = Number.POSITIVE_INFINITY;
    await solve(problem, {
      ...settings,
      warmPrices: cold.prices,
      warmCuts,
      onProgress: ({ bound }) => {
        if (first === Number.POSITIVE_INFINITY && bound !== null) first = bound;
      },
    });
    return Math.floor(first);
  };
  expect(cold.cuts?.length).toBeGreaterThan(0);
  expect(await firstBound(cold.cuts ?? [])).toBeLessThanOrEqual(cold.certifiedBound + 1);
  expect(await firstBound([])).toBeGreaterThan(cold.certifiedBound + 1);
});

test('what was known is the answer again where its prices prove it, also under lower penalties', async () => {
  const problem = teamProblem(5, 100);
  const settings = { ...unhurried, engine: 'priced', gap: 0.01 } as const;
  const before = await solve(problem, settings);
  if (!('chosen' in before)) throw new Error('nothing found');
  const { chosen, prices, cuts = [] } = before;
  const phases: string[] = [];
  const again = await solve(problem, {
    ...settings,
    warmStart: chosen,
    warmPrices: prices,
    warmCuts: cuts,
    onProgress: ({ phase }) => phases.push(phase),
  });
  expect(phases).toEqual(['prices']);
  expect(again).toMatchObject({ chosen, certifiedBound: before.certifiedBound, stopped: 'gap' });
  const lower = { ...problem, penalty: problem.penalty.map((points) => (points < 1000 ? 0 : points)) };
  const cold = await solve(lower, { ...settings, gap: 0 });
  const warm = await solve(lower, { ...settings, warmStart: chosen, warmPrices: prices, warmCuts: cuts });
  if (!('chosen' in cold) || !('chosen' in warm)) throw new Error('nothing found');
  expect(warm.gap).toBeLessThanOrEqual(settings.gap);
  expect(warm.certifiedBound).toBe(warm.bound);
  expect(warm.bound).toBeGreaterThanOrEqual(cold.objective);
});
