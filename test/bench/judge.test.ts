/** An answer that says more than is true must not get a time. */
import { describe, expect, test } from 'vitest';
import type { Goal } from '../../bench/harness/case.ts';
import { judge } from '../../bench/harness/judge.ts';
import { spreadOf, timesOf } from '../../bench/harness/summary.ts';
import { certified } from '../../bench/peers/peer.ts';
import { createProblemBuilder } from '../../solver/builder.ts';
import type { Problem } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';

/** Two people, one seat: 7 points for one or 5 for the other. */
function oneSeat(): Problem {
  const builder = createProblemBuilder();
  const seat = builder.constraint('seat', 1);
  for (const [id, points] of [
    ['a', 7],
    ['b', 5],
  ] as const) {
    builder.option(builder.participant(id), points);
    builder.use(seat, 1);
  }
  return builder.build();
}

const problem = oneSeat();
const proof: Goal = { kind: 'gap', share: 0 };
const measured = { ms: 1, peakMb: 1 };

/** What a truthful engine says: a has the seat, whose price is 5 to 7. */
const truth: Solution = {
  status: 'optimal',
  broken: [],
  chosen: Int32Array.of(0, -1),
  objective: 7,
  bound: 7,
  certifiedBound: 7,
  gap: 0,
  proof: 'prices',
  prices: Float64Array.of(6),
  stopped: 'gap',
  engine: 'truth',
  seed: 1,
};

describe('judge', () => {
  test('a true answer gets its time', () => {
    expect(judge(problem, truth, proof, {}, measured)).toMatchObject({ status: 'reached', ms: 1 });
  });

  test.each<[string, Solution]>([
    ['is worth less than it says', { ...truth, chosen: Int32Array.of(-1, 1) }],
    ['takes a seat twice', { ...truth, chosen: Int32Array.of(0, 1), objective: 12, bound: 12 }],
    ['has prices that do not prove its bound', { ...truth, prices: Float64Array.of(0) }],
    ['has prices below 0', { ...truth, prices: Float64Array.of(-1) }],
    ["takes another's option", { ...truth, chosen: Int32Array.of(1, -1) }],
  ])('one that %s is rejected and has no time', (_, lie) => {
    const outcome = judge(problem, lie, proof, {}, measured);
    expect(outcome.status).toBe('rejected');
    expect(timesOf([outcome])).toEqual([]);
  });

  test('a bound on trust is rejected where better is known', () => {
    const chosen = Float64Array.of(0, 1);
    const lie = certified(problem, 'liar', { status: 'found', values: chosen, bound: 5 });
    expect(judge(problem, lie, proof, {}, measured)).toMatchObject({ status: 'reached', proof: 'engine' });
    expect(judge(problem, lie, proof, { atLeast: 7 }, measured).status).toBe('rejected');
  });

  test('an objective above what is known to be possible is rejected', () => {
    expect(judge(problem, truth, proof, { atMost: 6 }, measured).status).toBe('rejected');
  });

  test('a peer that breaks a hard row has no time, nor has one that picks halves', () => {
    const both = certified(problem, 'peer', { status: 'found', values: Float64Array.of(1, 1) });
    expect(judge(problem, both, proof, {}, measured)).toMatchObject({ status: 'infeasible' });
    const halves = certified(problem, 'peer', { status: 'found', values: Float64Array.of(0.5, 0.5) });
    expect(judge(problem, halves, proof, {}, measured)).toMatchObject({ status: 'none' });
  });

  test('a true answer that is not good enough has no time either', () => {
    const weak = certified(problem, 'peer', { status: 'found', values: Float64Array.of(1, 0) });
    const outcome = judge(problem, weak, proof, {}, measured);
    expect(outcome).toMatchObject({ status: 'missed', objective: 7, bound: 12 });
    expect(timesOf([outcome])).toEqual([]);
  });

  test('of a minimum, the gap is one of costs', () => {
    // With 10 for each of the two, a costs 3 and nobody is dearer: 13 in all, at least 13.
    const known = { free: 20 };
    const outcome = judge(problem, { ...truth }, { kind: 'cost', share: 0.01 }, known, measured);
    expect(outcome).toMatchObject({ status: 'reached', cost: [13, 13] });
    const loose = certified(problem, 'peer', { status: 'found', values: Float64Array.of(1, 0) });
    // At least 20 - 12 = 8: off by 5 of 13.
    expect(judge(problem, loose, { kind: 'cost', share: 5 / 13 }, known, measured).status).toBe('reached');
    expect(judge(problem, loose, { kind: 'cost', share: 0.38 }, known, measured).status).toBe('missed');
  });

  test('a goal for the bound looks at what is certified alone', () => {
    const goal: Goal = { kind: 'bound', share: 0.001 };
    const known = { relaxation: 7 };
    expect(judge(problem, truth, goal, known, measured).status).toBe('reached');
    const trusted = certified(problem, 'peer', { status: 'found', values: Float64Array.of(1, 0), bound: 7 });
    expect(judge(problem, trusted, goal, known, measured).status).toBe('missed');
  });
});

test('the median is the middle, or between the two in the middle', () => {
  expect(spreadOf([5, 1, 3])).toEqual({ median: 3, least: 1, most: 5, count: 3 });
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4, count: 4 });
  expect(spreadOf([])).toBeNull();
});
