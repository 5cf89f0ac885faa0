/** solve: any problem, without the domain. */
import type { Problem } from '../../../solver/problem.ts';
import type { Solution } from '../../../solver/solution.ts';
import { type SolveSettings, solve } from '../../../solver/solve.ts';
import type { TaskRun } from '../task.ts';

/** Settings without what only one thread has: its clock, its signal, its functions. */
export type PlainSettings = Omit<SolveSettings, keyof TaskRun>;

interface Asked {
  readonly problem: Problem;
  readonly settings: PlainSettings;
}

export function solveProblem({ problem, settings }: Asked, run: TaskRun): Promise<Solution> {
  return solve(problem, { ...settings, ...run });
}
