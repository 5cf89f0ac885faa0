import { describe, expect, test } from 'vitest';
import { learntChance } from '../../src/domain/learnt-chance.ts';
import { type Case, knownOn } from '../../src/followup/case.ts';
import { effectOnWomenAndMen } from '../../src/followup/learning/effect.ts';
import type { Example } from '../../src/followup/learning/examples.ts';
import { learn } from '../../src/followup/learning/learn.ts';
import { learningSchema } from '../../src/followup/learning/learning-format.ts';
import { peopleNeeded } from '../../src/followup/learning/needed.ts';
import { fitRidge } from '../../src/followup/learning/ridge-logistic.ts';
import { tellLearning } from '../../src/followup/learning/tell-learning.ts';
import { validate } from '../../src/followup/learning/validation.ts';
import { random } from '../../src/generate/random.ts';
import { farsta, record } from './any-case.ts';

describe('ridge regression', () => {
  const features = [[0], [0], [0], [0], [1], [1], [1], [1]];
  const happened = [true, false, false, false, true, true, true, false];

  test('without a penalty it is the log-odds of each group: 1 of 4 and 3 of 4', () => {
    const model = fitRidge(features, happened, 0);
    expect(learntChance(model, [0])).toBeCloseTo(0.25, 8);
    expect(learntChance(model, [1])).toBeCloseTo(0.75, 8);
  });

  test('at the optimum the penalty balances the misses', () => {
    const penalty = 4;
    const model = fitRidge(features, happened, penalty);
    const scaled = features.map(([value]) => (value - 0.5) / 0.5);
    const misses = features.map((row, i) => learntChance(model, row) - (happened[i] ? 1 : 0));
    const slope = misses.reduce((sum, miss, i) => sum + miss * scaled[i], 0);
    expect(misses.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 7);
    expect(slope + penalty * model.coefficients[0]).toBeCloseTo(0, 7);
  });

  test('a larger penalty draws every chance closer to the overall share', () => {
    const spread = [0, 1, 10, 1e6].map((penalty) => {
      const model = fitRidge(features, happened, penalty);
      return learntChance(model, [1]) - learntChance(model, [0]);
    });
    expect(spread).toEqual(spread.toSorted((a, b) => b - a));
    expect(spread[3]).toBeCloseTo(0, 4);
  });

  test('groups that are told apart entirely, and features that are the same for all, still have an answer', () => {
    const model = fitRidge(
      [
        [0, 7],
        [0, 7],
        [1, 7],
        [1, 7],
      ],
      [false, false, true, true],
      1,
    );
    expect(model.coefficients[1]).toBe(0);
    expect(learntChance(model, [1, 7])).toBeGreaterThan(0.5);
    expect(learntChance(model, [1, 7])).toBeLessThan(1);
  });
});

describe('how many it takes', () => {
  test('half of all reached: the overall chance to within 5 points takes 385, computed by hand', () => {
    expect(peopleNeeded(1, 0.5)).toBe(Math.ceil((1.959963984540054 / 0.05) ** 2 / 4));
  });

  test('ten features at one half: shrinkage of a tenth takes 10 / (-0.1 ln(1 - 0.1125 / 0.9)) = 749', () => {
    expect(peopleNeeded(10, 0.5)).toBe(749);
  });

  test('grows with the features', () => {
    expect(peopleNeeded(20, 0.3)).toBeGreaterThan(peopleNeeded(10, 0.3));
  });
});

/** Made-up people of whom those on higher courses complete more often; `strength` 0 for no relation at all. */
function examples(count: number, strength: number): readonly Example[] {
  return Array.from({ length: count }, (_, i) => {
    const draw = random(11, 'example', String(i));
    const course = draw.whole(0, 3);
    const chance = 1 / (1 + Math.exp(-strength * (course - 1.5)));
    return {
      features: [draw.whole(0, 1), draw.whole(0, 1), course, draw.fraction(), draw.whole(0, 4)],
      happened: draw.chance(chance),
      gender: draw.chance(0.6) ? ('woman' as const) : ('man' as const),
    };
  });
}

describe('validation on people whom the model has not seen', () => {
  test('a real relation beats the overall share, and chances come true as often as foretold', () => {
    const validation = validate(examples(1000, 1), 4);
    expect(validation.brier).toBeLessThan(validation.brierWithoutModel - 0.02);
    for (const { foretold, interval } of validation.calibration) {
      expect(foretold).toBeGreaterThan(interval[0] - 0.03);
      expect(foretold).toBeLessThan(interval[1] + 0.03);
    }
  });

  test('no relation is not made into one', () => {
    const validation = validate(examples(1000, 0), 4);
    expect(validation.brier).toBeGreaterThan(validation.brierWithoutModel - 0.002);
  });

  test('nobody is judged by a model that has seen them: chance features, learnt by heart, foretell nothing', () => {
    const noise = Array.from({ length: 200 }, (_, i) => {
      const draw = random(5, 'noise', String(i));
      return {
        features: Array.from({ length: 40 }, () => draw.fraction()),
        happened: draw.chance(0.5),
        gender: 'woman' as const,
      };
    });
    const validation = validate(noise, 0.01);
    expect(validation.brier).toBeGreaterThan(validation.brierWithoutModel);
  });
});

describe('effect on women and men', () => {
  test('says whom a model would favour', () => {
    const all: Example[] = [
      ...Array.from({ length: 10 }, () => ({ features: [], happened: true, gender: 'woman' as const })),
      ...Array.from({ length: 10 }, () => ({ features: [], happened: false, gender: 'man' as const })),
    ];
    const chances = all.map(({ gender }) => (gender === 'woman' ? 0.4 : 0.6));
    expect(effectOnWomenAndMen(all, chances)).toEqual([
      { gender: 'woman', size: 10, foretold: expect.closeTo(0.4), happened: 1, inBetterHalf: 0 },
      { gender: 'man', size: 10, foretold: expect.closeTo(0.6), happened: 0, inBetterHalf: 1 },
    ]);
  });

  test('is silent on few', () => {
    const all = examples(6, 0).map((example, i) => ({
      ...example,
      gender: i < 3 ? ('woman' as const) : ('man' as const),
    }));
    expect(effectOnWomenAndMen(all, [1, 2, 3, 4, 5, 6])).toEqual([]);
  });
});

describe('learning', () => {
  /** So many made-up people who enrolled a year after their permit, and completed more often on higher courses. */
  function cases(count: number, atLeast = 0): readonly Case[] {
    const people = Array.from({ length: count }, (_, i) => ({
      ...farsta.participants[i % 93],
      id: `q${i}`,
      permit_date: '2003-01-01',
    }));
    const records = people.flatMap(({ id, sfi_course }) => {
      const chance = 0.25 + 0.18 * 'ABCD'.indexOf(sfi_course);
      const ended = random(3, 'ended', id).chance(Math.max(chance, atLeast))
        ? ('completed' as const)
        : ('left_early' as const);
      return [record('enrolled', { on: '2004-01-01' }, id), record(ended, { on: '2004-09-01' }, id)];
    });
    return knownOn('2005-12-31', records, { ...farsta, participants: people }).cases;
  }
  test('declines below the number that it takes, and says that number', () => {
    const learning = learn('completed', cases(93));
    expect(learning).toMatchObject({ status: 'declined', have: 93 });
    expect(learning.needed).toBeGreaterThan(370);
  });

  test('never learns from an outcome that nobody knows', () => {
    expect(learn('self-support', cases(600))).toMatchObject({ status: 'declined', have: 0 });
  });

  test('with enough people it learns, shows its effect, and may count', () => {
    const learning = learn('completed', cases(700));
    expect(learning).toMatchObject({ status: 'learnt', have: 700, mayCount: true });
    expect(learning.status === 'learnt' && learning.effect.map(({ gender }) => gender)).toEqual([
      'woman',
      'man',
    ]);
  });

  test('what is told can be decided on: it names the effect, which changes with the outcomes', () => {
    const told = tellLearning('2005-12-31', cases(700), null);
    const [completed, support] = learningSchema.parse(told).outcomes;
    expect(support.status).toBe('declined');
    if (completed.status !== 'learnt') throw new Error(completed.status);
    expect(completed.effectId).toMatch(/^[0-9a-f]{16}$/);
    expect(completed.brier).toBeLessThan(completed.brierWithoutModel);
    const course = completed.features.find(({ name }) => name.en === 'a higher SFI course');
    expect(course?.oddsRatio).toBeGreaterThan(1.5);
    expect(completed.calibration.map(({ size }) => size)).toEqual([140, 140, 140, 140, 140]);
    expect(tellLearning('2005-12-31', cases(700), null)).toEqual(told);
    const [later] = tellLearning('2005-12-31', cases(701), null).outcomes;
    expect(later).not.toMatchObject({ effectId: completed.effectId });
  });

  test('what happened to the fifths is hidden where one of them would tell of fewer than five people', () => {
    const [completed] = tellLearning('2005-12-31', cases(1400, 0.98), null).outcomes;
    if (completed.status !== 'learnt') throw new Error(completed.status);
    expect(completed.calibration).toHaveLength(5);
    for (const { happened, interval } of completed.calibration)
      expect([happened, interval]).toEqual([null, null]);
  });
});
