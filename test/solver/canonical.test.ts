import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemBuilder } from '../../solver/builder.ts';
import { canonicalise } from '../../solver/canonical.ts';
import { canonicalAssignment, canonicalParticipants, originalAssignment } from '../../solver/original.ts';
import { indexArray } from '../../solver/problem.ts';
import { permuted } from './permuted.ts';
import { tinyProblem } from './random-problem.ts';

describe('canonical form', () => {
  test('is the same whatever the order of participants, constraints, options and uses', () => {
    fc.assert(
      fc.property(
        tinyProblem.chain((problem) => fc.tuple(fc.constant(problem), permuted(problem))),
        fc.integer(),
        ([problem, other], seed) => {
          expect(canonicalise(other.problem, seed).problem).toEqual(canonicalise(problem, seed).problem);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('keeps entries in as little memory as they fit, and loses nothing of what does not', () => {
    const using = (amount: number) => {
      const builder = createProblemBuilder();
      const row = builder.constraint('row', 1);
      builder.option(builder.participant('anna'), 1);
      builder.use(row, amount);
      return canonicalise(builder.build(), 1).problem;
    };
    expect(using(-(2 ** 31)).useAmount).toEqual(Int32Array.of(-(2 ** 31)));
    expect(using(2 ** 31).useAmount).toEqual(Float64Array.of(2 ** 31));
    expect(using(1).useConstraint).toEqual(Uint16Array.of(0));
    expect(indexArray(1, 2 ** 16 + 1)).toEqual(Int32Array.of(0));
  });

  test('there and back is where one was', () => {
    fc.assert(
      fc.property(tinyProblem, fc.integer(), (problem, seed) => {
        const canonical = canonicalise(problem, seed);
        const first = Int32Array.from(problem.participants, (_, p) => problem.participant.indexOf(p));
        expect(originalAssignment(canonical, canonicalAssignment(canonical, first))).toEqual(first);
        for (const [i, p] of canonicalParticipants(
          canonical,
          Int32Array.from(problem.participants.keys()),
        ).entries()) {
          expect(canonical.participantOf[p]).toBe(i);
        }
      }),
    );
  });

  test('another seed draws another order; what one draws does not depend on who else is there', () => {
    const people = (ids: string[]) => {
      const builder = createProblemBuilder();
      for (const id of ids) builder.participant(id);
      return builder.build();
    };
    const ids = Array.from({ length: 40 }, (_, i) => `p${i}`);
    const order = canonicalise(people(ids), 1).problem.participants;
    expect(canonicalise(people(ids), 2).problem.participants).not.toEqual(order);
    const few = ids.filter((_, i) => i % 3 === 0);
    expect(canonicalise(people(few), 1).problem.participants).toEqual(order.filter((id) => few.includes(id)));
  });

  test('the lottery is even: each of two is first about as often', () => {
    const builder = createProblemBuilder();
    builder.participant('anna');
    builder.participant('bilal');
    const problem = builder.build();
    let first = 0;
    for (let seed = 0; seed < 2000; seed++) if (canonicalise(problem, seed).participantOf[0] === 0) first++;
    expect(Math.abs(first - 1000)).toBeLessThan(120);
  });
});
