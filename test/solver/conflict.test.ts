import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clash, findClash } from '../../solver/conflict.ts';
import type { EngineOptions } from '../../solver/engines/engine.ts';
import type { Problem } from '../../solver/problem.ts';
import { tinyProblem } from './random-problem.ts';

const options: EngineOptions = {
  gap: 0,
  seed: 1,
  timeLimitMs: Number.POSITIVE_INFINITY,
  now: () => performance.now(),
};

/** Whether these hard rows can be met with these people held to one option, by trying every set of options. */
function canBeMet(problem: Problem, rows: readonly number[], people: readonly number[]): boolean {
  const count = problem.participant.length;
  for (let set = 0; set < 2 ** count; set++) {
    const used = new Map<number, number>();
    const held = new Map<number, number>();
    for (let option = 0; option < count; option++) {
      if (!((set >> option) & 1)) continue;
      held.set(problem.participant[option], (held.get(problem.participant[option]) ?? 0) + 1);
      for (let e = problem.useStart[option]; e < problem.useStart[option + 1]; e++) {
        const row = problem.useConstraint[e];
        used.set(row, (used.get(row) ?? 0) + problem.useAmount[e]);
      }
    }
    const rowsMet = rows.every((row) => (used.get(row) ?? 0) <= problem.limit[row]);
    if (rowsMet && people.every((person) => (held.get(person) ?? 0) <= 1)) return true;
  }
  return false;
}

const without = (list: readonly number[], one: number): readonly number[] => list.filter((x) => x !== one);

function expectIrreducible(problem: Problem, clash: Clash): void {
  const { constraints, participants } = clash;
  expect(clash.irreducible).toBe(true);
  expect(canBeMet(problem, constraints, participants)).toBe(false);
  for (const row of constraints)
    expect(canBeMet(problem, without(constraints, row), participants)).toBe(true);
  for (const one of participants)
    expect(canBeMet(problem, constraints, without(participants, one))).toBe(true);
}

/** Each option: its participant and pairs of constraint and amount. All rows hard. */
function hardProblem(
  limits: readonly number[],
  picks: readonly (readonly [number, readonly (readonly [number, number])[]])[],
): Problem {
  const useStart = [0];
  for (const [, uses] of picks) useStart.push(useStart[useStart.length - 1] + uses.length);
  const people = 1 + Math.max(-1, ...picks.map(([person]) => person));
  return {
    participants: Array.from({ length: people }, (_, p) => `p${p}`),
    constraints: limits.map((_, r) => `r${r}`),
    limit: Float64Array.from(limits),
    penalty: new Float64Array(limits.length).fill(Number.POSITIVE_INFINITY),
    participant: Int32Array.from(picks, ([person]) => person),
    score: new Float64Array(picks.length).fill(10),
    useStart: Int32Array.from(useStart),
    useConstraint: Int32Array.from(picks.flatMap(([, uses]) => uses.map(([row]) => row))),
    useAmount: Float64Array.from(picks.flatMap(([, uses]) => uses.map(([, amount]) => amount))),
  };
}

describe('findClash', () => {
  test('names locks beyond seats, and no other row', async () => {
    // Row 0: two seats; rows 1-3: three people are locked to that team; row 4: other seats, plenty.
    const problem = hardProblem(
      [2, -1, -1, -1, 9],
      [
        [
          0,
          [
            [0, 1],
            [1, -1],
          ],
        ],
        [
          1,
          [
            [0, 1],
            [2, -1],
          ],
        ],
        [
          2,
          [
            [0, 1],
            [3, -1],
          ],
        ],
        [
          3,
          [
            [0, 1],
            [4, 1],
          ],
        ],
      ],
    );
    expect(await findClash(problem, options)).toEqual({
      constraints: [0, 1, 2, 3],
      participants: [],
      irreducible: true,
    });
  });

  test('names a lock whose option is gone, alone', async () => {
    expect(await findClash(hardProblem([5, -1], [[0, [[0, 1]]]]), options)).toEqual({
      constraints: [1],
      participants: [],
      irreducible: true,
    });
  });

  test('names the participant whom two rows ask for at the same time', async () => {
    const problem = hardProblem(
      [-1, -1],
      [
        [0, [[0, -1]]],
        [0, [[1, -1]]],
      ],
    );
    expect(await findClash(problem, options)).toEqual({
      constraints: [0, 1],
      participants: [0],
      irreducible: true,
    });
  });

  test('names for a minimum beyond everybody the people who could give more only with several options', async () => {
    // Four places are asked for: two people have two options each, one has one, and one has none that counts.
    const problem = hardProblem(
      [-4, 9],
      [
        [0, [[0, -1]]],
        [0, [[0, -1]]],
        [1, [[0, -1]]],
        [1, [[0, -1]]],
        [2, [[0, -1]]],
        [3, [[1, 1]]],
      ],
    );
    expect(await findClash(problem, options)).toEqual({
      constraints: [0],
      participants: [0, 1],
      irreducible: true,
    });
  });

  test('says that a set may be reducible when the clock gives it no time', async () => {
    const problem = hardProblem(
      [1, -1, -1],
      [
        [
          0,
          [
            [0, 1],
            [1, -1],
          ],
        ],
        [
          1,
          [
            [0, 1],
            [2, -1],
          ],
        ],
      ],
    );
    const clash = await findClash(problem, { ...options, timeLimitMs: 0 });
    expect(clash.irreducible).toBe(false);
    expect(canBeMet(problem, clash.constraints, clash.participants)).toBe(false);
  });

  test('finds an irreducible clash of any infeasible problem', async () => {
    const clashing = tinyProblem
      .filter((p) => p.participant.length <= 9)
      .map((p) => ({
        p,
        hard: [...p.penalty.keys()].filter((r) => p.penalty[r] === Number.POSITIVE_INFINITY),
      }))
      .filter(({ p, hard }) => hard.some((r) => p.limit[r] < 0))
      .filter(({ p, hard }) => !canBeMet(p, hard, [...p.participants.keys()]));
    await fc.assert(
      fc.asyncProperty(clashing, async ({ p }) => expectIrreducible(p, await findClash(p, options))),
      { numRuns: 150 },
    );
  });
});
