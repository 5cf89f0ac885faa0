/**
 * What must hold between a problem and a changed one, whatever the answer is: permute, rename, scale, add a seat, take an
 * option away (metamorphic testing: Chen, Cheung and Yiu 1998). On the level of Problem; each relation for each exact engine.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemBuilder } from '../../solver/builder.ts';
import { type Problem, UNPLACED } from '../../solver/problem.ts';
import { solve } from '../../solver/solve.ts';
import { permuted } from './permuted.ts';
import { tinyProblem } from './random-problem.ts';

const exactEngines = ['highs', 'priced'] as const;
type Exact = (typeof exactEngines)[number];

async function answerOf(problem: Problem, engine: Exact) {
  const solution = await solve(problem, {
    engine,
    gap: 0,
    seed: 5,
    timeLimitMs: 60_000,
    now: () => performance.now(),
  });
  if (solution.status === 'conflict') return { optimum: Number.NEGATIVE_INFINITY, chosen: null };
  if (solution.status !== 'optimal')
    throw new Error(`expected an optimum or a conflict, got ${solution.status}`);
  return { optimum: solution.objective, chosen: solution.chosen };
}

/** A problem without the options that are not kept, and with other numbers where they are given. */
function changed(
  problem: Problem,
  change: {
    readonly keep?: (option: number) => boolean;
    readonly points?: number;
    readonly rename?: (id: string) => string;
    readonly limit?: (r: number) => number;
    readonly hardUnit?: number;
  },
): Problem {
  const {
    keep = () => true,
    points = 1,
    rename = (id) => id,
    limit = (r) => problem.limit[r],
    hardUnit = 1,
  } = change;
  const builder = createProblemBuilder();
  const unit = (r: number): number => (problem.penalty[r] === Number.POSITIVE_INFINITY ? hardUnit : 1);
  for (const id of problem.participants) builder.participant(rename(id));
  problem.constraints.forEach((id, r) => {
    builder.constraint(rename(id), limit(r) * unit(r), problem.penalty[r] * points);
  });
  for (let k = 0; k < problem.score.length; k++) {
    if (!keep(k)) continue;
    builder.option(problem.participant[k], problem.score[k] * points);
    for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
      const r = problem.useConstraint[e];
      builder.use(r, problem.useAmount[e] * unit(r));
    }
  }
  return builder.build();
}

/** Per participant, by id: what they get, as points and as what it uses of each constraint by id. */
function told(problem: Problem, chosen: Int32Array | null): Record<string, string> | null {
  if (!chosen) return null;
  const uses = (k: number): string[] =>
    Array.from({ length: problem.useStart[k + 1] - problem.useStart[k] }, (_, i) => problem.useStart[k] + i)
      .map((e) => `${problem.constraints[problem.useConstraint[e]]} ${problem.useAmount[e]}`)
      .sort();
  return Object.fromEntries(
    problem.participants.map((id, p) => [
      id,
      chosen[p] === UNPLACED ? 'unplaced' : `${problem.score[chosen[p]]} ${uses(chosen[p]).join(', ')}`,
    ]),
  );
}

describe.each(exactEngines)('%s', (engine) => {
  const runs = { numRuns: 80 };

  test('raising a limit never lowers the optimum', async () => {
    await fc.assert(
      fc.asyncProperty(
        tinyProblem,
        fc.nat(),
        fc.integer({ min: 1, max: 3 }),
        async (problem, which, more) => {
          fc.pre(problem.constraints.length > 0);
          const raised = which % problem.constraints.length;
          const looser = changed(problem, { limit: (r) => problem.limit[r] + (r === raised ? more : 0) });
          expect((await answerOf(looser, engine)).optimum).toBeGreaterThanOrEqual(
            (await answerOf(problem, engine)).optimum,
          );
        },
      ),
      runs,
    );
  });

  test('taking an option away never raises the optimum', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, fc.nat(), async (problem, which) => {
        fc.pre(problem.score.length > 0);
        const fewer = changed(problem, { keep: (k) => k !== which % problem.score.length });
        expect((await answerOf(fewer, engine)).optimum).toBeLessThanOrEqual(
          (await answerOf(problem, engine)).optimum,
        );
      }),
      runs,
    );
  });

  test('other names, points three times as large and hard rows in other units leave the optimum as it was, scaled', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const other = changed(problem, { points: 3, rename: (id) => `x ${id}`, hardUnit: 7 });
        expect((await answerOf(other, engine)).optimum).toBe(3 * (await answerOf(problem, engine)).optimum);
      }),
      runs,
    );
  });

  test('the order of everything changes nothing, for anyone', async () => {
    await fc.assert(
      fc.asyncProperty(
        tinyProblem.chain((problem) => fc.tuple(fc.constant(problem), permuted(problem))),
        async ([problem, other]) => {
          const [mine, theirs] = [await answerOf(problem, engine), await answerOf(other.problem, engine)];
          expect(theirs.optimum).toBe(mine.optimum);
          expect(told(other.problem, theirs.chosen)).toEqual(told(problem, mine.chosen));
        },
      ),
      runs,
    );
  });
});
