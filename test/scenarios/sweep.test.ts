import { describe, expect, test } from 'vitest';
import { answer } from '../../src/scenarios/solving/answer.ts';
import { carriedFrom } from '../../src/scenarios/solving/carried.ts';
import { kneeOf } from '../../src/scenarios/sweep/knee.ts';
import { editsFor, type Parameter, readParameter } from '../../src/scenarios/sweep/parameter.ts';
import { runStrand } from '../../src/scenarios/sweep/run-strand.ts';
import { strandsOf } from '../../src/scenarios/sweep/strands.ts';
import { sweepOf } from '../../src/scenarios/sweep/sweep.ts';
import { sweepSchema } from '../../src/scenarios/sweep/sweep-format.ts';
import { editedBy, example } from './example.ts';
import { exactly, solverTo } from './solver.ts';

const { region, policy } = await example('farsta-2004');

async function today() {
  const { choices, solution } = await answer(region, policy, 0, exactly);
  if (!('chosen' in solution)) throw new Error('today has no answer');
  return carriedFrom(choices, solution);
}

describe('a sweep', () => {
  const parameters: readonly Parameter[] = [
    { key: 'seats.Farsta', values: [0, 2, 4] },
    { key: 'equity', values: [2, 10] },
  ];

  test('equals separate runs, each from nothing', async () => {
    const carried = await today();
    for (const strand of strandsOf(parameters)) {
      const points = await runStrand({ region, policy, parameters, strand, seed: 0, carried }, exactly);
      for (const { values, status, figures } of points) {
        const edits = parameters.flatMap(({ key }, i) => editsFor(region, key, values[i]));
        const made = editedBy(region, policy, ...edits);
        const alone = await answer(made.region, made.policy, 0, exactly);
        if (!('chosen' in alone.solution)) throw new Error('not answered');
        expect(status).toBe('proven');
        expect(figures?.objective).toBe(alone.solution.objective);
        expect(figures?.bound).toBe(alone.solution.bound);
      }
    }
  });

  test('is the same to the last digit whichever strand is run first', async () => {
    const carried = await today();
    const run = (strand: readonly (readonly number[])[]) =>
      runStrand({ region, policy, parameters, strand, seed: 0, carried }, solverTo(0.002));
    const [first, second] = strandsOf(parameters);
    const forwards = [await run(first), await run(second)];
    const backwards = [await run(second), await run(first)].toReversed();
    expect(forwards).toEqual(backwards);
  });

  test('says of a point that cannot be why', async () => {
    const bad = [{ key: 'seats.Nowhere', values: [1] }];
    const points = await runStrand(
      { region, policy, parameters: bad, strand: [[1]], seed: 0, carried: null },
      exactly,
    );
    expect(points[0]).toMatchObject({ status: 'clash', figures: null });
    expect(points[0].reasons).toHaveLength(1);
  });
});

describe('strands', () => {
  test('hold every point once, in order, and none is long', () => {
    const parameters = [
      { key: 'equity', values: Array.from({ length: 21 }, (_, i) => i) },
      { key: 'sfi.sfi-1a', values: [0, 1] },
    ];
    const strands = strandsOf(parameters);
    expect(Math.max(...strands.map(({ length }) => length))).toBeLessThanOrEqual(10);
    const points = strands.flat();
    expect(points).toHaveLength(42);
    expect(points.slice(0, 3)).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(points[21]).toEqual([0, 1]);
  });
});

describe('what varies is written', () => {
  test.each([
    ['equity=0:20:5', 'equity', [0, 5, 10, 15, 20]],
    ['seats.Farsta=-2:2:1', 'seats.Farsta', [-2, -1, 0, 1, 2]],
    ['policy.weights.language=100,300', 'policy.weights.language', [100, 300]],
    ['policy.travel.detour=1:1.3:0.1', 'policy.travel.detour', [1, 1.1, 1.2, 1.3]],
  ])('%s', (written, key, values) => {
    expect(readParameter(written)).toEqual({ status: 'read', parameter: { key, values } });
  });

  test.each([
    '',
    'equity',
    'equity=',
    'equity=5:1:1',
    'equity=0:5:0',
    'weather=1',
    'seats.=1',
    'equity=0:1:0.0001',
    'equity=a',
  ])('%s is refused', (written) => expect(readParameter(written).status).toBe('refused'));

  test('evening groups are as many new groups, in the evening', () => {
    const made = editedBy(region, policy, ...editsFor(region, 'evening.sfi-2c-am', 2)).region;
    expect(made.sfi_groups).toHaveLength(region.sfi_groups.length + 2);
    const times = made.sessions.filter(({ id }) => id === 'sfi-2c-am-evening-2').map(({ start }) => start);
    expect(times.every((start) => start >= '16:30')).toBe(true);
  });
});

describe('the knee', () => {
  test('is where gains fall off most', () => {
    expect(kneeOf([0, 1, 2, 3, 4], [0, 10, 18, 19, 20])).toBe(2);
  });

  test('is not there on a line, on a curve that falls, or with two points', () => {
    expect(kneeOf([0, 1, 2], [0, 1, 2])).toBeNull();
    expect(kneeOf([0, 1, 2], [2, 1, 0])).toBeNull();
    expect(kneeOf([0, 1], [0, 1])).toBeNull();
  });
});

test('the price of fairness is what is lost to it, and holds the truth between its ends', () => {
  const figures = (objective: number, bound: number) => ({
    objective,
    bound,
    placed: 1,
    people: 2,
    points: objective,
    genders: [],
    pupilsReached: 0,
    seatsUnused: 0,
    meanToTeam: null,
  });
  const point = (value: number, objective: number, bound: number) => ({
    values: [value],
    status: 'proven' as const,
    figures: figures(objective, bound),
    reasons: [],
  });
  const head = {
    region: 'r',
    digest: { region: '', policy: '' },
    seed: 0,
    gap: 0,
    parameters: [{ key: 'equity', values: [0, 20] }],
  };
  const sweep = sweepOf(head, [point(0, 900, 950), point(20, 1000, 1000)], { objective: 1000, bound: 1000 });
  expect(sweepSchema.parse(sweep).priceOfFairness).toEqual([
    { least: 0.05, most: 0.1 },
    { least: 0, most: 0 },
  ]);
});
