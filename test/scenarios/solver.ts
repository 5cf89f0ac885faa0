/** Who solves in these tests: the engine for every size, to the gap asked for, without a clock. */
import { solveCanonical } from '../../solver/solve.ts';
import type { Solve } from '../../src/scenarios/solving/answer.ts';

export function solverTo(gap: number): Solve {
  return (canonical, how) =>
    solveCanonical(canonical, {
      engine: 'priced',
      gap,
      timeLimitMs: Number.POSITIVE_INFINITY,
      now: () => 0,
      ...how,
    });
}

export const exactly = solverTo(0);
