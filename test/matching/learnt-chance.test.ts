/** A learnt chance counts only where the policy has it, the same at every place, and as the model says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceModel, learntChance } from '../../src/domain/learnt-chance.ts';
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts';
import { learntEffect } from '../../src/matching/learnt-effect.ts';
import { mostPoints } from '../../src/matching/most-points.ts';
import { findOptions, pointsOf, termsOf } from '../../src/matching/options.ts';
import { indexRegion } from '../../src/matching/region-index.ts';
import { twoDistricts } from '../store/proposals/standing-region.ts';

const content = twoDistricts(2);
const region = {
  ...content,
  participants: content.participants.map((row, i) => ({
    ...row,
    competences: ['music', 'sport'].slice(0, i + 1),
  })),
};
/** Odds of 1 with one competence, threefold with each more. */
const model = {
  intercept: 0,
  coefficients: [0, 0, 0, 0, Math.log(3)],
  means: [0, 0, 0, 0, 1],
  deviations: [1, 1, 1, 1, 1],
};
const policy: Policy = { ...defaultPolicy, learnt_chance: { points: 201, model } };

test('the term is the points times the chance, rounded down, at whatever place', () => {
  const index = indexRegion(region, policy);
  for (const team of [0, 1, 2, 3])
    for (const [p, points] of [100, 150].entries())
      expect(termsOf(index, p, team, 0)).toContainEqual({ term: 'learnt_chance', points });
});

test('options have what their terms add up to, and so much more than without', () => {
  const [off, on] = [defaultPolicy, policy].map((given) => indexRegion(region, given));
  const [without, options] = [off, on].map(findOptions);
  expect(options.points.length).toBeGreaterThan(0);
  for (const [k, points] of options.points.entries()) {
    const p = options.participant[k];
    expect(points).toBe(pointsOf(on, p, options.team[k], options.sfi[k]));
    expect(points - without.points[k]).toBe([100, 150][p]);
  }
  expect(mostPoints(on) - mostPoints(off)).toBe(201);
  expect(termsOf(off, 0, 0, 0).map(({ term }) => term)).not.toContain('learnt_chance');
});

test('a chance grows with the time since the permit, counted to the start of the period, and never before it', () => {
  const byTime = { ...model, coefficients: [0, 0, 0, 1, 0], means: [0, 0, 0, 0, 0] };
  const from = Date.parse(region.period.from);
  const day = (days: number) => new Date(from + days * 86_400_000).toISOString().slice(0, 10);
  const points = (permit_date: string) => {
    const [first, ...others] = region.participants;
    const waiting = { ...region, participants: [{ ...first, permit_date }, ...others] };
    const index = indexRegion(waiting, { ...defaultPolicy, learnt_chance: { points: 1000, model: byTime } });
    return termsOf(index, 0, 0, 0).find(({ term }) => term === 'learnt_chance')?.points;
  };
  // One year of 52 weeks: 1 / (1 + 1/e).
  expect(points(day(-364))).toBe(731);
  expect(points(day(0))).toBe(500);
  expect(points(day(30))).toBe(500);
});

test('whatever model a policy may hold, a chance is a number from 0 to 1', () => {
  // Found by the fuzz test of the service: a deviation next to nothing beside a coefficient of 0 gave no number.
  const some = (min: number) =>
    fc.oneof(fc.constantFrom(0, 5e-324, 1e-300, 1e6), fc.double({ min, max: 1e6, noNaN: true }));
  const five = (min: number) => fc.array(some(min), { minLength: 5, maxLength: 5 });
  const models = fc.record({
    intercept: some(-1e6),
    coefficients: five(-1e6),
    means: five(-1e6),
    deviations: five(0),
  });
  fc.assert(
    fc.property(models, fc.array(fc.nat(5000), { minLength: 5, maxLength: 5 }), (given, features) => {
      const chance = learntChance(chanceModel.parse(given), features);
      expect(chance >= 0 && chance <= 1).toBe(true);
    }),
  );
  for (const beyond of [{ intercept: 1e7 }, { deviations: [1, 1, 1, 1, -1] }])
    expect(chanceModel.safeParse({ ...model, ...beyond }).success).toBe(false);
});

test('what it does to women and men is told wherever it counts, and nowhere else', () => {
  // Six women who know one thing, five men who know two, two of neither.
  const waiting = (men: number) => {
    const many = twoDistricts(8 + men);
    return {
      ...many,
      participants: many.participants.map((row, i) => {
        const gender = i < 6 ? ('woman' as const) : i < 6 + men ? ('man' as const) : ('other' as const);
        return { ...row, gender, competences: gender === 'man' ? ['music', 'sport'] : ['music'] };
      }),
    };
  };
  const told = (men: number, given: Policy) => learntEffect(indexRegion(waiting(men), given));
  expect(told(5, defaultPolicy)).toBeNull();
  expect(told(5, { ...policy, learnt_chance: { points: 0, model } })).toBeNull();
  expect(told(5, policy)).toMatchObject({
    points: 201,
    groups: [
      { gender: 'woman', people: 6, meanPoints: 100 },
      { gender: 'man', people: 5, meanPoints: 150 },
    ],
    sv: expect.stringContaining('kvinnorna i snitt 100 och männen 150'),
    en: expect.stringContaining('the women 100 on average and the men 150'),
  });
  // Four men are too few to tell of, and the women's mean with the whole would tell of them.
  expect(told(4, policy)).toMatchObject({ points: 201, groups: [], en: expect.stringContaining('too few') });
});
