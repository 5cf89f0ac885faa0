/** Two people and two teams with a seat each: what each change makes of problem and answer, by hand. */
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../bench/instances/change.ts';
import { createProblemBuilder } from '../../solver/builder.ts';
import { certify } from '../../solver/certificate/certify.ts';
import type { Assigned } from '../../solver/solution.ts';
import { solve } from '../../solver/solve.ts';

const builder = createProblemBuilder();
const first = builder.constraint('first', 1);
const second = builder.constraint('second', 1);
for (const [id, points, other] of [
  ['a', 9, 4],
  ['b', 8, 5],
] as const) {
  const person = builder.participant(id);
  builder.option(person, points);
  builder.use(first, 1);
  builder.option(person, other);
  builder.use(second, 1);
}
const problem = builder.build();

/** a at the first and b at the second: 14 points. With prices 4 and 1 everybody has what is best for them. */
const answer: Assigned = {
  status: 'optimal',
  broken: [],
  chosen: Int32Array.of(0, 3),
  objective: 14,
  bound: 14,
  certifiedBound: 14,
  gap: 0,
  proof: 'prices',
  prices: Float64Array.of(4, 1),
  stopped: 'gap',
  engine: 'hand',
  seed: 1,
};

const settings = { engine: 'highs', gap: 0, seed: 1, timeLimitMs: Infinity, now: () => 0 } as const;

describe('applyChange', () => {
  test('one more seat goes to the dearest row, and the old answer still stands', async () => {
    const { problem: changed, warmStart, warmPrices } = applyChange(problem, answer, 'seat');
    expect([...changed.limit]).toEqual([2, 1]);
    expect(problem.limit[0]).toBe(1);
    expect(certify(changed, warmStart, { prices: warmPrices })).toMatchObject({
      violations: [],
      objective: 14,
    });
    expect(await solve(changed, { ...settings, warmStart })).toMatchObject({ objective: 9 + 8 });
  });

  test('a pairing turned down is gone, for the person in the middle, who is then unplaced', async () => {
    const { problem: changed, warmStart } = applyChange(problem, answer, 'turned-down');
    expect([...changed.participant]).toEqual([0, 0, 1]);
    expect([...changed.score]).toEqual([9, 4, 8]);
    expect([...warmStart]).toEqual([0, -1]);
    expect(await solve(changed, { ...settings, warmStart })).toMatchObject({ objective: 4 + 8 });
  });

  test('a lock demands the other option, and has a price of its own to start with', async () => {
    const { problem: changed, warmStart, warmPrices } = applyChange(problem, answer, 'lock');
    expect(warmPrices).toHaveLength(changed.constraints.length);
    const cut = { kind: 'count', a: [0], b: [2], rows: [0], facet: [1, 1, 1] } as const;
    const withCut = { ...answer, prices: Float64Array.of(4, 1, 7), cuts: [cut] };
    expect(applyChange(problem, withCut, 'lock').warmPrices).toEqual(Float64Array.of(4, 1, 0, 7));
    expect([...warmStart]).toEqual([0, -1]);
    expect(await solve(changed, { ...settings, warmStart })).toMatchObject({ objective: 4 + 8 });
  });
});
