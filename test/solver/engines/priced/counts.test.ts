import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProblemBuilder } from '../../../../solver/builder.ts';
import { findCounts } from '../../../../solver/engines/priced/counts.ts';
import { extend } from '../../../../solver/engines/priced/extend.ts';
import type { Problem } from '../../../../solver/problem.ts';
import { bruteForce } from '../../brute-force.ts';
import { tinyProblem } from '../../random-problem.ts';

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
  const { cuts, implied } = findCounts(mixProblem());
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
  expect(findCounts(builder.build()).cuts.map((cut) => cut.facet)).toEqual([[1, 0, 2]]);
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
  expect(findCounts(builder.build()).impossible).toBeGreaterThanOrEqual(0);
});

test('the extended problem has the same whole answers', () => {
  fc.assert(
    fc.property(tinyProblem, (problem) => {
      const counts = findCounts(problem);
      const best = bruteForce(problem);
      if (counts.impossible >= 0) expect(best).toBe(null);
      else expect(bruteForce(extend(problem, counts))).toBe(best);
    }),
    { numRuns: 1000 },
  );
});
