/** Solves in another thread, so that the progress line moves and Ctrl-C is heard while an engine works. */
import { chooseEngine } from '../../solver/engines/auto.ts';
import type { Problem } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';
import { createSolverPool, type PoolSettings } from '../jobs/solver-pool.ts';
import { createProgressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

export type SolveProblem = (problem: Problem, settings: PoolSettings) => Promise<Solution>;

/** Lends a solver to `work` and ends its thread afterwards. Says why where the engine is chosen by size. */
export async function withSolver<T>(
  terminal: Terminal,
  timeLimitMs: number,
  work: (solve: SolveProblem) => Promise<T>,
): Promise<T> {
  const pool = createSolverPool({ threads: 1 });
  const progress = createProgressLine(terminal, timeLimitMs);
  try {
    return await work((problem, settings) => {
      if (settings.engine === 'auto') terminal.note(chooseEngine(problem).reason[terminal.lang]);
      return pool.solve(problem, settings, { signal: terminal.signal, onProgress: progress.show });
    });
  } finally {
    progress.clear();
    await pool.close();
  }
}
