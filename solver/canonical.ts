import { arrangeOptions } from './canonical-options.ts';
import { draw } from './lottery.ts';
import type { Problem } from './problem.ts';

/**
 * The one form of a problem that engines see: participants in the order of the seeded lottery, constraints by id,
 * each participant's options together, the one with the most points first. Whatever the order of rows in the files,
 * the canonical problem is the same to the last bit, and so is what a deterministic engine makes of it. Engines do not look at
 * team and SFI group, which stay behind.
 *
 * 1. Constraints are sorted by id.
 * 2. Participants are sorted by what they drew; equal draws by id.
 * 3. Options are put with their participant and sorted among themselves (canonical-options.ts).
 *
 * Cost: O(P log P + R log R + O log(options a person) + E).
 */
export interface Canonical {
  readonly problem: Problem;
  /** Canonical index -> index in the original problem. */
  readonly optionOf: Int32Array;
  readonly participantOf: Int32Array;
  readonly constraintOf: Int32Array;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where each index stands in an order. */
export function inverse(order: Int32Array): Int32Array {
  const at = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) at[order[i]] = i;
  return at;
}

/** The problem in canonical form for this seed, and the way back. */
export function canonicalise(problem: Problem, seed: number): Canonical {
  const constraintOf = Int32Array.from(problem.constraints.keys()).sort((a, b) =>
    byText(problem.constraints[a], problem.constraints[b]),
  );
  const draws = Float64Array.from(problem.participants, (id) => draw(seed, id));
  const participantOf = Int32Array.from(problem.participants.keys()).sort(
    (a, b) => draws[a] - draws[b] || byText(problem.participants[a], problem.participants[b]),
  );
  const place = inverse(participantOf);
  const { optionOf, ...uses } = arrangeOptions(problem, place, inverse(constraintOf));
  const participant = new Int32Array(optionOf.length);
  const score = new Float64Array(optionOf.length);
  for (let k = 0; k < optionOf.length; k++) {
    participant[k] = place[problem.participant[optionOf[k]]];
    score[k] = problem.score[optionOf[k]];
  }
  return {
    problem: {
      participants: Array.from(participantOf, (p) => problem.participants[p]),
      constraints: Array.from(constraintOf, (r) => problem.constraints[r]),
      limit: Float64Array.from(constraintOf, (r) => problem.limit[r]),
      penalty: Float64Array.from(constraintOf, (r) => problem.penalty[r]),
      participant,
      score,
      ...uses,
    },
    optionOf,
    participantOf,
    constraintOf,
  };
}
