import { describe, expect, test } from 'vitest';
import { compareArms, type Drawn } from '../../src/followup/lottery/compare.ts';
import { assignmentProbabilities } from '../../src/followup/lottery/probabilities.ts';
import { random } from '../../src/generate/random.ts';

const approval = {
  authority: 'Etikprövningsmyndigheten',
  reference: '2005-01234',
  decided_on: '2005-01-10',
};
const on = '2005-11-30';
const arms = [
  { key: 'school', name: { sv: 'skola', en: 'school' } },
  { key: 'preschool', name: { sv: 'förskola', en: 'preschool' } },
] as const;

function drawn(arm: string, chance: number, reached: boolean | null): Drawn {
  return {
    arm,
    probabilities: new Map([
      ['school', chance],
      ['preschool', 1 - chance],
    ]),
    reached,
  };
}

describe('comparing two arms', () => {
  const ten = [
    ...Array.from({ length: 6 }, (_, i) => drawn('school', 0.5, i < 3)),
    ...Array.from({ length: 6 }, (_, i) => drawn('preschool', 0.5, i < 2)),
  ];

  test('is off until an approval is on record, and before its day', () => {
    expect(compareArms({ arms, people: ten, approval: undefined, on }).status).toBe('not_approved');
    expect(compareArms({ arms, people: ten, approval, on: '2005-01-09' }).status).toBe('not_approved');
  });

  test('with equal chances it is the plain difference', () => {
    expect(compareArms({ arms, people: ten, approval, on })).toMatchObject({
      status: 'estimated',
      shares: [0.5, expect.closeTo(1 / 3)],
      difference: expect.closeTo(1 / 6),
      effectiveSizes: [expect.closeTo(6), expect.closeTo(6)],
    });
  });

  test('says that it is not enough below five people on either side', () => {
    const people = ten.slice(2);
    expect(compareArms({ arms, people, approval, on })).toMatchObject({ status: 'not_enough', needed: 5 });
  });

  test('weighs by the chance of what happened: by hand, (1/0.2 + 1/0.8) of (1/0.2 + 5/0.8)', () => {
    const school = [
      drawn('school', 0.2, true),
      drawn('school', 0.8, true),
      ...Array.from({ length: 4 }, () => drawn('school', 0.8, false)),
    ];
    const preschool = Array.from({ length: 6 }, () => drawn('preschool', 0.5, false));
    const answer = compareArms({ arms, people: [...school, ...preschool, ...ten], approval, on });
    expect(answer.status).toBe('estimated');
    const alone = compareArms({ arms, people: [...school, ...preschool], approval, on });
    // The effective size of the schools, 11.25^2 / (25 + 5 * 1.5625), is 3.9.
    expect(alone).toMatchObject({ status: 'not_enough', effectiveSizes: [expect.closeTo(3.857, 3), 6] });
    const expected = (5 + 1.25 + 3 * 2) / (5 + 5 * 1.25 + 6 * 2);
    expect(answer.status === 'estimated' && answer.shares[0]).toBeCloseTo(expected, 12);
  });

  test('leaves out whom no lottery placed and whose outcome is not known, and says how many', () => {
    const people = [...ten, drawn('school', 1, true), drawn('preschool', 0.5, null)];
    expect(compareArms({ arms, people, approval, on })).toMatchObject({
      status: 'estimated',
      difference: expect.closeTo(1 / 6),
      withoutLottery: 1,
      unknown: 1,
    });
  });
});

test('the chances of the lottery are the shares of its drawings', () => {
  const drawings = Array.from(
    { length: 100 },
    (_, seed) => new Map([['p1', seed % 4 === 0 ? 'school' : 'preschool']]),
  );
  const chances = assignmentProbabilities(drawings);
  expect(chances.get('p1')?.get('school')).toBeCloseTo(0.25, 12);
  expect(chances.get('p1')?.get('preschool')).toBeCloseTo(0.75, 12);
});

/**
 * 20 made-up people compete for 10 seats in schools by lottery. Those near a school are drawn more often, and also do better wherever they are,
 * so that a comparison without weights is unfair. The true effect of a school is known.
 */
describe('simulated outcomes with a known effect', () => {
  const PEOPLE = 20;
  const SEATS = 10;
  const RUNS = 1000;
  const isNear = (person: number): boolean => person % 2 === 0;

  /** Who gets a school: one ticket after the other, those who live near hold three of them. */
  function draw(seed: number): ReadonlyMap<string, string> {
    const lottery = random(seed, 'lottery');
    let waiting = Array.from({ length: PEOPLE }, (_, person) => person);
    const schools = new Set<number>();
    while (schools.size < SEATS) {
      const next = lottery.weighted(waiting, (person) => (isNear(person) ? 3 : 1));
      schools.add(next);
      waiting = waiting.filter((person) => person !== next);
    }
    return new Map(
      Array.from({ length: PEOPLE }, (_, person) => [
        String(person),
        schools.has(person) ? 'school' : 'preschool',
      ]),
    );
  }

  const chances = assignmentProbabilities(Array.from({ length: 4000 }, (_, i) => draw(1_000_000 + i)));
  const probabilityOf = (person: number) => chances.get(String(person)) ?? new Map<string, number>();

  function covered(effect: number, weighted: boolean): { readonly share: number; readonly bias: number } {
    let hits = 0;
    let estimates = 0;
    let sum = 0;
    for (let run = 0; run < RUNS; run++) {
      const fate = random(run, 'fate');
      const people = [...draw(run)].map(([id, arm]): Drawn => {
        const chance = (isNear(Number(id)) ? 0.6 : 0.2) + (arm === 'school' ? effect : 0);
        const probabilities = weighted
          ? probabilityOf(Number(id))
          : new Map([
              ['school', 0.5],
              ['preschool', 0.5],
            ]);
        return { arm, probabilities, reached: fate.chance(chance) };
      });
      const answer = compareArms({ arms, people, approval, on });
      if (answer.status !== 'estimated') continue;
      estimates++;
      sum += answer.difference - effect;
      if (answer.interval[0] <= effect && effect <= answer.interval[1]) hits++;
    }
    expect(estimates).toBeGreaterThan(0.9 * RUNS);
    return { share: hits / estimates, bias: sum / estimates };
  }

  test.each([-0.15, 0, 0.2, 0.35])(
    'effect %d: 95 in 100 of the intervals hold it over 1,000 runs, and the estimate is fair',
    (effect) => {
      const { share, bias } = covered(effect, true);
      expect(share).toBeGreaterThan(0.94);
      expect(share).toBeLessThan(0.975);
      expect(Math.abs(bias)).toBeLessThan(0.03);
    },
  );

  test('without the weights the comparison would be unfair', () => {
    expect(covered(0, false).bias).toBeGreaterThan(0.08);
  });
});
