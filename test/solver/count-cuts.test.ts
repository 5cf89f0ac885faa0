import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProblemBuilder } from '../../solver/builder.ts';
import { certify } from '../../solver/certificate/certify.ts';
import { countCuts } from '../../solver/cuts/count-cuts.ts';
import { withCountCuts } from '../../solver/cuts/with-count-cuts.ts';
import type { Problem } from '../../solver/problem.ts';
import { solve } from '../../solver/solve.ts';
import { bruteForce } from './brute-force.ts';
import { teamProblem } from './engines/priced/random-team-problem.ts';
import { unhurried } from './engines/shared-suite.ts';
import { tinyProblem } from './random-problem.ts';

/** Four seats, at least 25 % women and 15 % men, three of each to choose from. */
function mixProblem(): Problem {
  const builder = createProblemBuilder();
  const seats = builder.constraint('seats', 4);
  const women = builder.constraint('women', 0);
  const men = builder.constraint('men', 0);
  for (let p = 0; p < 6; p++) {
    const woman = p < 3;
    builder.option(builder.participant(`p${p}`), 10 + p);
    builder.use(seats, 1);
    builder.use(women, woman ? -3 : 1);
    builder.use(men, woman ? 3 : -17);
  }
  return builder.build();
}

test('a mix of four seats becomes the facet of its whole pairs that no row states, which implies the row it tightens', () => {
  const { cuts, implied } = countCuts(mixProblem());
  // Allowed pairs: (0, 0), (1..3, 1), (1..2, 2), (1, 3). The seats and at most three men a woman are facets as they stand.
  const facets = cuts.map(({ a, facet: [ca, cb, c] }) => (a[0] < 3 ? [ca, cb, c] : [cb, ca, c]));
  expect(facets).toEqual([[1, -3, 0]]);
  expect([...implied]).toEqual([0, 0, 1]);
});

test('a row of one amount that the limit is no multiple of is cut to the whole count', () => {
  const builder = createProblemBuilder();
  const hours = builder.constraint('hours', 8);
  for (const id of ['a', 'b', 'c']) {
    builder.option(builder.participant(id), 5);
    builder.use(hours, 3);
  }
  expect(countCuts(builder.build()).cuts.map((cut) => cut.facet)).toEqual([[1, 0, 2]]);
});

test('a row that all of a class uses counts, though others use it; one that somebody in it does not use does not', () => {
  const builder = createProblemBuilder();
  const hours = builder.constraint('hours', 9);
  const house = builder.constraint('house', 2);
  const some = builder.constraint('some', 1);
  for (const id of ['a', 'b', 'c', 'd']) {
    builder.option(builder.participant(id), 5);
    builder.use(hours, 2);
    builder.use(house, 1);
    if (id !== 'd') builder.use(some, 1);
  }
  builder.option(builder.participant('e'), 5);
  builder.use(house, 1);
  const { cuts, implied } = countCuts(builder.build());
  // Two at most by the house, which leaves nothing of the hours to say.
  expect(cuts).toEqual([]);
  expect([...implied]).toEqual([1, 0, 0]);
});

test('counts that allow nothing are impossible', () => {
  const builder = createProblemBuilder();
  const exact = builder.constraint('at most', 5);
  const least = builder.constraint('at least', -4);
  for (const id of ['a', 'b', 'c']) {
    builder.option(builder.participant(id), 5);
    builder.use(exact, 3);
    builder.use(least, -3);
  }
  expect(countCuts(builder.build()).impossible).toBeGreaterThanOrEqual(0);
});

test('the extended problem has the same whole answers', () => {
  fc.assert(
    fc.property(tinyProblem, (problem) => {
      const counts = countCuts(problem);
      const best = bruteForce(problem);
      if (counts.impossible >= 0) expect(best).toBe(null);
      else expect(bruteForce(withCountCuts(problem, counts))).toBe(best);
    }),
    { numRuns: 1000 },
  );
});

/** A team with seats, a least share of women and one of men; anyone may also go elsewhere. */
const mixedTeam = fc
  .record({
    seats: fc.integer({ min: 1, max: 4 }),
    women: fc.integer({ min: 1, max: 3 }),
    men: fc.integer({ min: 1, max: 3 }),
    womenShare: fc.integer({ min: 1, max: 9 }),
    menShare: fc.integer({ min: 1, max: 9 }),
    points: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ seats, women, men, womenShare, menShare, points }): Problem => {
    const builder = createProblemBuilder();
    const team = builder.constraint('team', seats);
    const needWomen = builder.constraint('mix:women', 0);
    const needMen = builder.constraint('mix:men', 0);
    for (let i = 0; i < women + men; i++) {
      const woman = i < women;
      builder.option(builder.participant(`p${i}`), points[i]);
      builder.use(team, 1);
      builder.use(needWomen, woman ? womenShare - 10 : womenShare);
      builder.use(needMen, woman ? menShare : menShare - 10);
    }
    return builder.build();
  });

function withItsCuts(problem: Problem) {
  const found = countCuts(problem);
  return { ...found, extended: withCountCuts(problem, found) };
}

test('what is found is accepted by the certificate, and the optimum stays', () => {
  fc.assert(
    fc.property(fc.oneof(mixedTeam, tinyProblem), (problem) => {
      const { cuts, extended } = withItsCuts(problem);
      const prices = new Float64Array(extended.constraints.length);
      const nobody = new Int32Array(problem.participants.length).fill(-1);
      expect(certify(problem, nobody, { prices, cuts }).flaws).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('prices of the extended problem prove the same bound as prices with cuts', () => {
  fc.assert(
    fc.property(
      mixedTeam,
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 20, maxLength: 20 }),
      (problem, some) => {
        const { cuts, implied, extended } = withItsCuts(problem);
        // A row that the cuts imply has no entries left, and so no price.
        const prices = Float64Array.from(extended.constraints, (_, r) =>
          implied[r] === 1 ? 0 : some[r % some.length],
        );
        const nobody = new Int32Array(problem.participants.length).fill(-1);
        expect(certify(problem, nobody, { prices, cuts }).bound).toBe(
          certify(extended, nobody, { prices }).bound,
        );
      },
    ),
  );
});

test('a proof by prices names the cuts that have one, and no others', async () => {
  const problem = teamProblem(4, 300);
  const solution = await solve(problem, { ...unhurried, engine: 'priced', gap: 0.002 });
  if (!('chosen' in solution)) throw new Error('nothing found');
  const { cuts = [], prices, chosen, certifiedBound } = solution;
  expect(solution.proof).toBe('cuts');
  expect(cuts.length).toBeGreaterThan(0);
  expect(cuts.length).toBeLessThan(countCuts(problem).cuts.length);
  const priced = prices.subarray(problem.limit.length);
  expect(priced).toHaveLength(cuts.length);
  expect(priced.every((price) => price > 0)).toBe(true);
  const { flaws, bound } = certify(problem, chosen, { prices, cuts });
  expect(flaws).toEqual([]);
  expect(bound).toBe(certifiedBound);
});
