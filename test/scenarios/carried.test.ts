import { describe, expect, test } from 'vitest';
import { findChoices } from '../../src/matching/matching.ts';
import { answer } from '../../src/scenarios/solving/answer.ts';
import { carriedFrom, startFrom } from '../../src/scenarios/solving/carried.ts';
import { editedBy, example } from './example.ts';
import { exactly } from './solver.ts';

const { region, policy } = await example('farsta-2004');
const { choices, solution: found } = await answer(region, policy, 0, exactly);
if (!('chosen' in found) || !found.basis) throw new Error('today has no relaxation');
const constraints = choices.rows.length;
// A tight cut and an overrun besides, whether the example has any or not.
const cut = { kind: 'count', a: [], b: [], rows: [2, 5], facet: [1, -1, 2] } as const;
const basis = { ...found.basis, tight: [...found.basis.tight, constraints], overrun: [7] };
const solution = {
  ...found,
  basis,
  cuts: [cut],
  prices: Float64Array.of(...found.prices.subarray(0, constraints), 3),
};
const carried = carriedFrom(choices, solution);

const rising = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);

describe('what an answer leaves', () => {
  test('is told to the same problem as it was: assignment, basis, and rows of count cuts among them', () => {
    const start = startFrom(carried, choices);
    expect(start.warmStart).toEqual(solution.chosen);
    expect(rising(start.warmBasis?.options ?? [])).toEqual(rising(basis.options));
    expect(rising(start.warmBasis?.unplaced ?? [])).toEqual(rising(basis.unplaced));
    expect(rising(start.warmBasis?.tight ?? [])).toEqual(rising(basis.tight));
    expect(rising(start.warmBasis?.overrun ?? [])).toEqual(rising(basis.overrun));
    expect(start.warmCuts).toEqual([{ kind: 'count', rows: cut.rows, facet: cut.facet }]);
    expect(start.warmPrices).toEqual(solution.prices);
  });

  test('is told to a changed problem by name', () => {
    const edited = editedBy(region, policy, { kind: 'close_team', team: 'roda-traden-1' });
    const after = findChoices(edited.region, edited.policy);
    const { options, region: there } = after;
    const start = startFrom(carried, after);
    const told = new Set(
      start.warmBasis?.options.map(
        (k) => `${there.participants[options.participant[k]].id} ${there.teams[options.team[k]].id}`,
      ),
    );
    const before = new Set(
      basis.options.map((k) => {
        const { participant, team } = choices.options;
        return `${region.participants[participant[k]].id} ${region.teams[team[k]].id}`;
      }),
    );
    expect(told).toEqual(new Set([...before].filter((pair) => !pair.endsWith(' roda-traden-1'))));
    expect([...before].some((pair) => pair.endsWith(' roda-traden-1'))).toBe(true);
    const tight = (rows: readonly { readonly id: string }[], named: readonly number[]) =>
      new Set(named.filter((r) => r < rows.length).map((r) => rows[r].id));
    const left = new Set(after.rows.map(({ id }) => id));
    expect(tight(after.rows, start.warmBasis?.tight ?? [])).toEqual(
      new Set([...tight(choices.rows, basis.tight)].filter((id) => left.has(id))),
    );
  });
});
