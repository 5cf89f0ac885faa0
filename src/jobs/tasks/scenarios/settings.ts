/** How a scenario's problems are solved in this thread: with engine, gap and limits of whoever asks, each problem by itself. */
import { solveCanonical } from '../../../../solver/solve.ts';
import type { MatchSettings } from '../../../matching/match.ts';
import type { Solve } from '../../../scenarios/solving/answer.ts';
import type { TaskRun } from '../../task.ts';

/** What would be done by hand takes the time it needs. */
export function solverWith(settings: MatchSettings, { now, signal }: TaskRun): Solve {
  return (canonical, how) =>
    solveCanonical(canonical, {
      ...settings,
      now,
      signal,
      ...how,
      ...(how.engine === 'greedy' && { timeLimitMs: Number.POSITIVE_INFINITY }),
    });
}
