/**
 * A problem with choices beside those of people: somebody who is nobody takes at most one option, which costs points and gives room in
 * rows (an amount below 0). So a whole decision, a team that opens with all its seats or not at all, is written in the one kind of
 * constraint, and the certificate knows nothing of it.
 */
import type { Problem } from '../../../solver/problem.ts';

export interface ExtraChoice {
  readonly id: string;
  readonly options: readonly {
    readonly score: number;
    /** Rows (indices) and amounts; below 0 gives room. */
    readonly uses: readonly (readonly [row: number, amount: number])[];
  }[];
}

/** The choices stand after the participants and their options after all others, in the order given. Cost: a copy of the problem. */
export function withExtraChoices(problem: Problem, choices: readonly ExtraChoice[]): Problem {
  const people = problem.participants.length;
  const added = choices.flatMap(({ options }, i) =>
    options.map((option) => ({ ...option, participant: people + i })),
  );
  const uses = added.flatMap((option) => option.uses);
  const entries = problem.useStart[problem.score.length];
  const useStart = new Int32Array(problem.score.length + added.length + 1);
  useStart.set(problem.useStart);
  let end = entries;
  added.forEach((option, i) => {
    end += option.uses.length;
    useStart[problem.score.length + i + 1] = end;
  });
  const none = new Int32Array(added.length).fill(-1);
  return {
    ...problem,
    participants: [...problem.participants, ...choices.map(({ id }) => id)],
    participant: joined(
      problem.participant,
      Int32Array.from(added, ({ participant }) => participant),
    ),
    score: Float64Array.from([...problem.score, ...added.map(({ score }) => score)]),
    useStart,
    useConstraint: joined(
      Int32Array.from(problem.useConstraint.subarray(0, entries)),
      Int32Array.from(uses, ([row]) => row),
    ),
    useAmount: Float64Array.from([
      ...problem.useAmount.subarray(0, entries),
      ...uses.map(([, amount]) => amount),
    ]),
    ...(problem.team && { team: joined(problem.team, none) }),
    ...(problem.sfi && { sfi: joined(problem.sfi, none) }),
  };
}

function joined(first: Int32Array, second: Int32Array): Int32Array {
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
