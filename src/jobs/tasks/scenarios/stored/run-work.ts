/** Scenarios side by side: a part is a scenario, and the first of all today with what would be done by hand. */
import type { z } from 'zod';
import type { Failure } from '../../../../errors.ts';
import {
  type Answered,
  COMPARISON_FORMAT,
  columnOf,
  comparisonSchema,
  shiftBetween,
} from '../../../../scenarios/compare.ts';
import { type Outcome, runScenario, runToday } from '../../../../scenarios/run-scenarios.ts';
import type { Ground, RunOrder } from '../../../scenarios/order.ts';
import type { QuestionOf } from '../../../scenarios/question.ts';
import type { TaskRun } from '../../../task.ts';
import { solverWith } from '../settings.ts';
import { doneParts, type Work } from './work.ts';

const someColumns = comparisonSchema.pick({ columns: true, shifts: true });
type SomeColumns = z.infer<typeof someColumns>;

export async function runWork(
  { seed, ...settings }: QuestionOf<'run'>,
  { policy, scenarios }: RunOrder,
  { region, sources }: Ground,
  task: TaskRun,
): Promise<Work | Failure> {
  const given = { region, policy, sources, seed };
  const solveIn = (run: TaskRun) => solverWith({ ...settings, seed }, run);
  const { today, byHand, carried } = await runToday(given, solveIn(task));
  // Who gains and who loses is told from today, or where there is no answer to today from what would be done by hand.
  const first = [today, byHand].find((outcome) => outcome.status === 'answered') ?? null;
  return {
    part: async (part, run) => {
      if (part === 0) return told([today, byHand], first);
      const outcome = await runScenario(given, scenarios[part - 1], carried, solveIn(run));
      return run.signal.aborted ? null : told([outcome], first);
    },
    together: async (parts) => {
      const done = doneParts(parts, someColumns);
      if (done.length === 0) return null;
      return {
        format: COMPARISON_FORMAT,
        region: region.name,
        columns: done.flatMap(({ columns }) => columns),
        shifts: done.flatMap(({ shifts }) => shifts),
      };
    },
  };
}

/** Counts alone: what any one person gains or loses is not kept. */
function told(outcomes: readonly Outcome[], first: Answered | null): SomeColumns {
  return {
    columns: outcomes.map(columnOf),
    shifts: outcomes.flatMap((outcome) =>
      first === null || outcome === first || outcome.status !== 'answered'
        ? []
        : [{ ...shiftBetween(first, outcome), people: [] }],
    ),
  };
}
