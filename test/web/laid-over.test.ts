import { expect, test } from 'vitest';
import { defaultPolicy as begun, type Policy } from '../../src/domain/policy.ts';
import { clashesOf, laidOver } from '../../src/web/pages/policy/laid-over.ts';

const { weights, equity } = begun;
const priced: Policy = { ...begun, costs: { team_seat: 5, supervisor: 7 } };

test('what each of two people changed stays, also in the same part', () => {
  const newest = { ...begun, weights: { ...weights, commute: 1 }, keep_points: 2 };
  const mine = {
    ...begun,
    weights: { ...weights, waiting: 3 },
    equity: { ...equity, points_tolerance: null },
  };
  expect(laidOver(newest, mine, begun)).toEqual({
    ...begun,
    weights: { ...weights, commute: 1, waiting: 3 },
    equity: { ...equity, points_tolerance: null },
    keep_points: 2,
  });
  expect(clashesOf(newest, mine, begun)).toEqual([]);
});

test('where both changed the same number, that of the second stays, and is told', () => {
  const newest = { ...begun, weights: { ...weights, commute: 1 } };
  const mine = { ...begun, weights: { ...weights, commute: 2 } };
  expect(laidOver(newest, mine, begun)).toEqual(mine);
  expect(clashesOf(newest, mine, begun)).toEqual([{ name: 'weight_commute', saved: 1, mine: 2 }]);
  expect(clashesOf(newest, newest, begun)).toEqual([]);
});

test('a cost is given by one and another by the other, and one that was taken away stays away', () => {
  const given = laidOver({ ...begun, costs: { team_seat: 1 } }, { ...begun, costs: { sfi_seat: 2 } }, begun);
  expect(given.costs).toEqual({ team_seat: 1, sfi_seat: 2 });
  const newest = { ...priced, costs: { ...priced.costs, team: 9 } };
  const taken = laidOver(newest, { ...begun, costs: { supervisor: 7 } }, priced);
  expect(taken.costs).toEqual({ supervisor: 7, team: 9 });
  expect(laidOver(begun, begun, begun)).toEqual(begun);
});
