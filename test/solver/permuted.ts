/** The same problem with participants, constraints, options and uses in another order: what it means does not change. */
import fc from 'fast-check';
import { createProblemBuilder } from '../../solver/builder.ts';
import type { Problem } from '../../solver/problem.ts';

const shuffled = (size: number): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(
    Array.from({ length: size }, (_, i) => i),
    { minLength: size, maxLength: size },
  );

export interface Permuted {
  readonly problem: Problem;
  /** New option index -> old one. */
  readonly options: readonly number[];
  readonly participants: readonly number[];
  readonly constraints: readonly number[];
}

export function permuted(problem: Problem): fc.Arbitrary<Permuted> {
  return fc
    .record({
      participants: shuffled(problem.participants.length),
      constraints: shuffled(problem.constraints.length),
      options: shuffled(problem.score.length),
      backwards: fc.boolean(),
    })
    .map(({ participants, constraints, options, backwards }) => {
      const builder = createProblemBuilder();
      const newParticipant = new Map(
        participants.map((p) => [p, builder.participant(problem.participants[p])]),
      );
      const newConstraint = new Map(
        constraints.map((r) => [
          r,
          builder.constraint(problem.constraints[r], problem.limit[r], problem.penalty[r]),
        ]),
      );
      for (const k of options) {
        builder.option(newParticipant.get(problem.participant[k]) ?? -1, problem.score[k]);
        const uses = Array.from(
          { length: problem.useStart[k + 1] - problem.useStart[k] },
          (_, i) => problem.useStart[k] + i,
        );
        for (const e of backwards ? uses.reverse() : uses) {
          builder.use(newConstraint.get(problem.useConstraint[e]) ?? -1, problem.useAmount[e]);
        }
      }
      return { problem: builder.build(), options, participants, constraints };
    });
}
