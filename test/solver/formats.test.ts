import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemBuilder } from '../../solver/builder.ts';
import { readMps, writeMps } from '../../solver/mps.ts';
import { readProblem, writeProblem } from '../../solver/problem-json.ts';
import type { Assigned, Solution } from '../../solver/solution.ts';
import { readSolution, writeSolution } from '../../solver/solution-json.ts';
import { tinyProblem } from './random-problem.ts';

const text = (pieces: Iterable<string>): string => [...pieces].join('');

describe('problem@1', () => {
  test('what is written reads back the same', () => {
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        expect(readProblem(JSON.parse(text(writeProblem(problem))))).toEqual({ status: 'read', problem });
      }),
    );
  });

  const small = {
    format: 'resursutbyte/problem@1',
    name: 'ignored',
    participants: ['a', 'b'],
    constraints: [{ id: 'seat', limit: 1, penalty: null }],
    options: {
      participant: [0, 1],
      score: [5, 7],
      start: [0, 2, 3],
      constraint: [0, 0, 0],
      amount: [1, 2, 1],
    },
  };

  test('amounts of the same constraint add up', () => {
    const reading = readProblem(small);
    if (reading.status !== 'read') throw new Error(reading.flaw.where);
    expect([...reading.problem.useAmount]).toEqual([3, 1]);
    expect([...reading.problem.useStart]).toEqual([0, 1, 2]);
  });

  test.each([
    [{ format: 'resursutbyte/problem@2' }, 'format'],
    [{ participants: ['a', 'a'] }, 'participants[1]'],
    [{ participants: 'a' }, 'participants'],
    [{ constraints: [{ id: 'seat', limit: 0.5 }] }, 'constraints[0].limit'],
    [{ constraints: [{ id: 'seat', limit: 1, penalty: -1 }] }, 'constraints[0].penalty'],
    [{ constraints: [] }, 'options.constraint[0]'],
    [{ options: { ...small.options, participant: [0, 2] } }, 'options.participant[1]'],
    [{ options: { ...small.options, score: [5] } }, 'options.score'],
    [{ options: { ...small.options, score: [5, 2 ** 53] } }, 'options.score[1]'],
    [{ options: { ...small.options, start: [0, 3, 2] } }, 'options.start[2]'],
    [{ options: { ...small.options, start: [0, 1, 2] } }, 'options.start[2]'],
    [{ options: { ...small.options, amount: [1, null, 1] } }, 'options.amount[1]'],
    [{ options: 3 }, 'options'],
  ])('%j is refused, and where is said', (change, where) => {
    expect(readProblem({ ...small, ...change })).toMatchObject({ status: 'refused', flaw: { where } });
  });

  test.each([[null], ['text'], [[]]])('%j is no problem', (json) => {
    expect(readProblem(json)).toMatchObject({ status: 'refused' });
  });
});

describe('free MPS', () => {
  test('what is written reads back the same', () => {
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        expect(readMps(text(writeMps(problem)))).toEqual({ status: 'read', problem });
      }),
    );
  });

  test('by hand', () => {
    const builder = createProblemBuilder();
    const seat = builder.constraint('team:a', 1);
    const wanted = builder.constraint('wanted:a:som:1', -1, 200);
    builder.option(builder.participant('p 1'), 1500);
    builder.use(seat, 1);
    builder.use(wanted, -1);
    expect(text(writeMps(builder.build()))).toBe(`NAME resursutbyte FREE
* p0 "p 1"
* r0 "team:a"
* r1 "wanted:a:som:1"
ROWS
 N points
 L p0
 L r0
 L r1
COLUMNS
 MARKER 'MARKER' 'INTORG'
 x0 points -1500
 x0 p0 1
 x0 r0 1
 x0 r1 -1
 MARKER 'MARKER' 'INTEND'
 o1 points 200
 o1 r1 -1
RHS
 RHS p0 1
 RHS r0 1
 RHS r1 -1
BOUNDS
 UP BND x0 1
ENDATA
`);
  });

  test.each([
    ['ROWS\n G r1\n', 'line 2'],
    ["ROWS\n N c\n L p0\nCOLUMNS\n M MARKER 'MARKER' 'INTORG'\n x0 c half\n", 'line 6'],
    ["ROWS\n N c\n L r0\nCOLUMNS\n M MARKER 'MARKER' 'INTORG'\n x0 r0 1\n", 'x0'],
    ['ROWS\n N c\n L r0\nCOLUMNS\n o0 c 5 r0 1\n', 'o0'],
    ['BOUNDS\n UP BND x0 7\n', 'line 2'],
  ])('%j is refused', (mps, where) => {
    expect(readMps(mps)).toMatchObject({
      status: 'refused',
      flaw: { where: where === 'line 1' ? 'line 2' : where },
    });
  });
});

describe('solution@1', () => {
  const assigned: Assigned = {
    status: 'feasible',
    broken: [],
    stopped: 'time',
    chosen: Int32Array.of(0, -1),
    objective: 7,
    bound: 8,
    gap: 1 / 7,
    certifiedBound: 9,
    proof: 'engine',
    prices: Float64Array.of(0.1, 0, 3),
    cuts: [
      {
        kind: 'rounded',
        denominator: 2,
        multipliers: { constraints: [[0, 1]], participants: [[1, 1]], cuts: [] },
      },
      { kind: 'count', a: [0], b: [1], rows: [0], facet: [1, 1, 1] },
    ],
    tree: { split: [0], in: { prices: [0, 0, 0] }, out: { prices: [1, 0, 0] } },
    engine: 'highs',
    seed: 4,
  };

  test.each<[Solution]>([
    [assigned],
    [{ status: 'unknown', stopped: 'time', engine: 'highs', seed: 1 }],
    [
      {
        status: 'conflict',
        stopped: 'exhausted',
        engine: 'highs',
        seed: 1,
        clash: { constraints: [0], participants: [] },
      },
    ],
  ])('what is written reads back the same', (solution) => {
    expect(readSolution(JSON.parse(writeSolution(solution)))).toEqual({ status: 'read', solution });
  });

  test('holds no basis: it is no part of a proof', () => {
    const basis = { options: [0], unplaced: [], tight: [0], overrun: [] };
    expect(writeSolution({ ...assigned, basis })).toBe(writeSolution(assigned));
  });

  const json = (): Record<string, unknown> => JSON.parse(writeSolution(assigned));

  test.each([
    [{ tree: { split: [0], in: { prices: [0] } } }],
    [{ tree: { split: [], in: { prices: [0] }, out: { prices: [0] } } }],
    [{ tree: { prices: ['1'] } }],
    [
      {
        cuts: [
          { kind: 'rounded', denominator: 0, multipliers: { constraints: [], participants: [], cuts: [] } },
        ],
      },
    ],
    [{ prices: [null] }],
    [{ status: 'perfect' }],
    [{ chosen: [0.5] }],
  ])('%j is refused', (change) => {
    expect(readSolution({ ...json(), ...change })).toMatchObject({ status: 'refused' });
  });

  test('a tree nested deeper than a call stack is read or refused, never a crash', () => {
    let tree: unknown = { prices: [0, 0, 0] };
    for (let i = 0; i < 200_000; i++) tree = { split: [0], in: { prices: [0, 0, 0] }, out: tree };
    expect(readSolution({ ...json(), tree }).status).toBe('read');
  });
});
