import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findChoices, problemOf } from '../../src/matching/matching.ts';
import { answer } from '../../src/scenarios/solving/answer.ts';
import { carriedFrom } from '../../src/scenarios/solving/carried.ts';
import { placeKinds } from '../../src/scenarios/worth/place-kinds.ts';
import { placesOf } from '../../src/scenarios/worth/places.ts';
import { rankWorth } from '../../src/scenarios/worth/rank-worth.ts';
import { type Base, baseOf, worthOf } from '../../src/scenarios/worth/worth.ts';
import { worthSchema } from '../../src/scenarios/worth/worth-format.ts';
import { smallRegion, team } from '../matching/small-region.ts';
import { bruteForce } from '../solver/brute-force.ts';
import { editedBy, example } from './example.ts';
import { smallTown, strict } from './small-town.ts';
import { exactly, solverTo } from './solver.ts';

async function baseFor(
  { region, policy }: Awaited<ReturnType<typeof example>>,
  solve = exactly,
): Promise<Base> {
  const { choices, solution } = await answer(region, policy, 0, solve);
  if (!('chosen' in solution)) throw new Error('today has no answer');
  return baseOf(region, policy, 0, { carried: carriedFrom(choices, solution), today: solution });
}

describe('what one more place is worth', () => {
  test('is what trying everything says, and never below 0', async () => {
    await fc.assert(
      fc.asyncProperty(smallTown, async (region) => {
        const base = await baseFor({ region, policy: strict });
        const before = bruteForce(problemOf(base.choices));
        if (before === null) throw new Error('nobody placed is always possible');
        for (const place of placesOf(base.choices, ['team', 'sfi_group', 'supervisors', 'district'])) {
          const worth = await worthOf(base, place, exactly);
          const problem = problemOf(base.choices);
          const best = place.ways.map((rows) => {
            const limit = problem.limit.map((most, r) => most + (rows.includes(r) ? 1 : 0));
            return bruteForce({ ...problem, limit }) ?? 0;
          });
          const truth = Math.max(0, Math.max(...best, before) - before);
          expect(worth?.confirmed).toEqual({ least: truth, most: truth });
        }
      }),
      { numRuns: 10 },
    );
  });

  test('lies within what prices and gaps allow, on the example', async () => {
    const base = await baseFor(await example('farsta-2004'));
    const places = placesOf(base.choices, placeKinds);
    expect(new Set(places.map(({ kind }) => kind))).toEqual(new Set(placeKinds));
    const sample = places.filter((_, i) => i % 14 === 0);
    for (const place of sample) {
      const exact = await worthOf(base, place, exactly);
      const rough = await worthOf(base, place, solverTo(0.01));
      if (exact === null || rough === null) throw new Error('not answered');
      expect(exact.confirmed.least).toBe(exact.confirmed.most);
      expect(rough.confirmed.least).toBeLessThanOrEqual(exact.confirmed.least);
      expect(rough.confirmed.most).toBeGreaterThanOrEqual(exact.confirmed.most);
    }
  });

  test('of a team with a mix is what the region with that seat is worth', async () => {
    const { region, policy } = await example('farsta-2004');
    const base = await baseFor({ region, policy });
    const [place] = placesOf(base.choices, ['team']).filter(({ id }) => id === 'roda-traden-1');
    const worth = await worthOf(base, place, exactly);
    const seat = editedBy(region, policy, {
      kind: 'team_seats',
      team: 'roda-traden-1',
      by: 1,
      supervised: true,
    });
    const again = await answer(seat.region, seat.policy, 0, exactly);
    if (!('chosen' in again.solution)) throw new Error('not answered');
    expect(worth?.confirmed.least).toBe(again.solution.objective - base.today.objective);
  });

  test('counts where there was no seat at all', async () => {
    const town = smallRegion({ teams: [team('t1', { seats: 0 })] });
    const base = await baseFor({ region: town, policy: strict });
    const [place] = placesOf(base.choices, ['team']);
    const worth = await worthOf(base, place, exactly);
    expect(worth?.confirmed.least).toBeGreaterThan(1000);
  });

  test('is listed with the dearest first', () => {
    const place = (id: string, least: number, most: number) => ({
      kind: 'team' as const,
      id,
      name: { sv: id, en: id },
      price: 0,
      confirmed: { least, most },
    });
    const today = { objective: 10, bound: 10 };
    const given = [place('a', 0, 1), place('b', 5, 5), place('c', 0, 3)];
    const { places } = worthSchema.parse(rankWorth('r', today, given));
    expect(places.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});

test('a raised limit never lowers the optimum', () => {
  fc.assert(
    fc.property(smallTown, fc.nat(30), (region, at) => {
      const problem = problemOf(findChoices(region, strict));
      const row = at % problem.limit.length;
      const limit = problem.limit.map((most, r) => most + (r === row ? 1 : 0));
      const [before, after] = [bruteForce(problem), bruteForce({ ...problem, limit })];
      expect(after).toBeGreaterThanOrEqual(before ?? 0);
    }),
    { numRuns: 50 },
  );
});
