import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemBuilder } from '../../../solver/builder.ts';
import { force, lossBetween } from '../../../solver/explain/forced.ts';
import { rankOptions } from '../../../solver/explain/ranking.ts';
import type { Assigned } from '../../../solver/solution.ts';
import { bruteForce } from '../brute-force.ts';
import { tinyProblem } from '../random-problem.ts';

test('options are ranked by what is left once their seats are paid for', () => {
  const builder = createProblemBuilder();
  const [dear, cheap] = [builder.constraint('dear', 1), builder.constraint('cheap', 1)];
  const other = builder.participant('other');
  const person = builder.participant('person');
  builder.option(other, 1);
  for (const [points, row] of [
    [90, dear],
    [70, cheap],
    [70, dear],
  ]) {
    builder.option(person, points);
    builder.use(row, 1);
  }
  expect(rankOptions(builder.build(), [60, 10], person)).toEqual([
    { option: 2, points: 70, seatPrice: 10, net: 60 },
    { option: 1, points: 90, seatPrice: 60, net: 30 },
    { option: 3, points: 70, seatPrice: 60, net: 10 },
  ]);
});

describe('forcing a pair', () => {
  test('never wins, and is the best of the assignments that have the pair', () => {
    fc.assert(
      fc.property(tinyProblem, fc.nat(), (problem, pick) => {
        fc.pre(problem.score.length > 0);
        const option = pick % problem.score.length;
        const participant = problem.participant[option];
        const forced = force(problem, participant, new Set([option]));
        const best = bruteForce(problem);
        const withPair = bruteForce(forced.problem);
        if (withPair !== null) expect(withPair).toBeLessThanOrEqual(best ?? Number.NEGATIVE_INFINITY);
        // The options of the others are as they were.
        expect([...forced.optionOf]).toEqual(
          [...problem.participant.keys()].filter(
            (k) => problem.participant[k] !== participant || k === option,
          ),
        );
      }),
    );
  });

  test('somebody else’s option is refused', () => {
    const builder = createProblemBuilder();
    builder.option(builder.participant('a'), 1);
    builder.participant('b');
    expect(() => force(builder.build(), 1, new Set([0]))).toThrow(RangeError);
  });

  test('the loss is one number between proven answers and an interval otherwise', () => {
    const answer = (objective: number, bound: number): Assigned => ({
      status: bound === objective ? 'optimal' : 'feasible',
      broken: [],
      stopped: 'gap',
      chosen: new Int32Array(0),
      objective,
      bound,
      gap: 0,
      certifiedBound: bound,
      proof: 'prices',
      prices: new Float64Array(0),
      engine: 'highs',
      seed: 1,
    });
    expect(lossBetween(answer(100, 100), answer(80, 80))).toEqual({ least: 20, most: 20 });
    expect(lossBetween(answer(100, 103), answer(80, 90))).toEqual({ least: 10, most: 23 });
    expect(lossBetween(answer(100, 103), answer(80, 110))).toEqual({ least: 0, most: 23 });
  });
});
