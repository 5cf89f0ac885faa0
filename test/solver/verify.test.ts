import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemBuilder } from '../../solver/builder.ts';
import type { Problem } from '../../solver/problem.ts';
import type { Assigned } from '../../solver/solution.ts';
import { solve } from '../../solver/solve.ts';
import { verifySolution } from '../../solver/verify.ts';
import { tinyProblem } from './random-problem.ts';

async function solved(problem: Problem): Promise<Assigned> {
  const settings = {
    engine: 'highs',
    gap: 0,
    seed: 1,
    timeLimitMs: Number.POSITIVE_INFINITY,
    now: () => 0,
  } as const;
  const solution = await solve(problem, settings);
  if (!('chosen' in solution)) throw new Error(`no assignment: ${solution.status}`);
  return solution;
}

/** Two people want the one seat of a team; the second is worth more. */
function oneSeat(): Problem {
  const builder = createProblemBuilder();
  const seat = builder.constraint('seat', 1);
  for (const [id, score] of [
    ['ann', 3],
    ['bo', 5],
  ] as const) {
    builder.option(builder.participant(id), score);
    builder.use(seat, 1);
  }
  return builder.build();
}

describe('verifySolution', () => {
  test('finds nothing wrong with what solve answers', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const settings = {
          engine: 'highs',
          gap: 0,
          seed: 1,
          timeLimitMs: Number.POSITIVE_INFINITY,
          now: () => 0,
        } as const;
        const solution = await solve(problem, settings);
        if (solution.status === 'conflict') return;
        expect(verifySolution(problem, solution).mismatches).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  const lies: readonly (readonly [what: string, lie: (honest: Assigned) => Assigned, found: RegExp])[] = [
    ['the objective', (s) => ({ ...s, objective: s.objective + 1 }), /^objective is claimed/],
    ['the bound', (s) => ({ ...s, bound: s.bound - 1 }), /^bound is claimed/],
    ['a looser bound', (s) => ({ ...s, bound: s.bound + 1 }), /^bound is claimed/],
    [
      'the certified bound',
      (s) => ({ ...s, certifiedBound: s.certifiedBound - 1 }),
      /^certifiedBound is claimed/,
    ],
    ['the gap', (s) => ({ ...s, gap: s.gap + 0.1 }), /^gap is claimed/],
    ['the status', (s) => ({ ...s, status: 'feasible' }), /^status is claimed/],
    ['what proves it', (s) => ({ ...s, proof: 'tree' }), /^proof is claimed/],
    ['a price', (s) => ({ ...s, prices: s.prices.map(() => 0) }), /^certifiedBound is claimed/],
    ['a price below 0', (s) => ({ ...s, prices: s.prices.map(() => -1) }), /^Price 0/],
    ['the number of prices', (s) => ({ ...s, prices: new Float64Array(7) }), /^The proof has 7 prices/],
    ['a seat too many', (s) => ({ ...s, chosen: Int32Array.of(0, 1) }), /^seat: 2 used, the limit is 1/],
    [
      'an option of somebody else',
      (s) => ({ ...s, chosen: Int32Array.of(1, -1) }),
      /^Option 1 is not one of/,
    ],
    ['a person too few', (s) => ({ ...s, chosen: Int32Array.of(1) }), /^1 choices for 2/],
  ];

  test.each(lies)('finds a lie about %s', async (_what, lie, found) => {
    const problem = oneSeat();
    const honest = await solved(problem);
    expect(verifySolution(problem, honest)).toEqual({ mismatches: [], onTrust: [] });
    expect(verifySolution(problem, lie(honest)).mismatches.map(({ en }) => en)).toContainEqual(
      expect.stringMatching(found),
    );
  });

  test("tells an engine's word from a proof", async () => {
    const problem = oneSeat();
    const honest = await solved(problem);
    const weak: Assigned = { ...honest, prices: Float64Array.of(0), certifiedBound: 8, proof: 'engine' };
    expect(verifySolution(problem, weak)).toMatchObject({
      mismatches: [],
      onTrust: [{ en: expect.stringContaining('own; the proof') }],
    });
    expect(verifySolution(problem, { ...weak, bound: 9 }).mismatches).not.toEqual([]);
  });

  test('an assignment that says which demands it breaks is honest, one that leaves some out is not', async () => {
    const problem = oneSeat();
    const honest = await solved(problem);
    const both: Assigned = {
      ...honest,
      chosen: Int32Array.of(0, 1),
      status: 'infeasible',
      broken: [0],
      objective: 8,
      gap: -3 / 8,
    };
    expect(verifySolution(problem, both).mismatches).toEqual([]);
    expect(verifySolution(problem, { ...both, broken: [] }).mismatches).not.toEqual([]);
  });

  test('has nothing to check where nothing was placed', () => {
    const conflict = { status: 'unknown', stopped: 'time', engine: 'highs', seed: 0 } as const;
    expect(verifySolution(oneSeat(), conflict).mismatches).toHaveLength(1);
  });
});
