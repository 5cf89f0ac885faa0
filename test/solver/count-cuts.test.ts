import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProblemBuilder } from '../../solver/builder.ts';
import { certify } from '../../solver/certificate/certify.ts';
import { columnsOf } from '../../solver/certificate/columns.ts';
import { cutRows } from '../../solver/certificate/cuts.ts';
import { countCuts } from '../../solver/cuts/count-cuts.ts';
import { withCuts } from '../../solver/cuts/with-cuts.ts';
import type { Problem } from '../../solver/problem.ts';
import { bruteForce } from './brute-force.ts';
import { tinyProblem } from './random-problem.ts';

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
  const cuts = countCuts(problem);
  const rows = cutRows(problem, columnsOf(problem), cuts);
  if ('why' in rows) throw new Error(rows.why);
  return { cuts, extended: withCuts(problem, rows) };
}

test('by hand: with two seats, a third of women means that a man needs a woman', () => {
  const builder = createProblemBuilder();
  const team = builder.constraint('team', 2);
  const mix = builder.constraint('mix', 0);
  for (const [id, amount] of [
    ['w', -2],
    ['m', 1],
    ['n', 1],
  ] as const) {
    builder.option(builder.participant(id), 10);
    builder.use(team, 1);
    builder.use(mix, amount);
  }
  expect(countCuts(builder.build())).toEqual([
    { kind: 'count', a: [0], b: [1, 2], rows: [0, 1], facet: [-1, 1, 0] },
  ]);
});

test('what is found is accepted by the certificate, and the optimum stays', () => {
  fc.assert(
    fc.property(fc.oneof(mixedTeam, tinyProblem), (problem) => {
      const { cuts, extended } = withItsCuts(problem);
      expect(bruteForce(extended)).toBe(bruteForce(problem));
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
        const { cuts, extended } = withItsCuts(problem);
        const prices = Float64Array.from(extended.constraints, (_, r) => some[r % some.length]);
        const nobody = new Int32Array(problem.participants.length).fill(-1);
        expect(certify(problem, nobody, { prices, cuts }).bound).toBe(
          certify(extended, nobody, { prices }).bound,
        );
      },
    ),
  );
});
