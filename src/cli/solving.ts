/** Solves in another thread, so that the progress line moves and Ctrl-C is heard while an engine works. */
import { chooseEngine } from '../../solver/engines/auto.ts';
import type { Problem } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';
import { createJobPool } from '../jobs/pool.ts';
import type { PlainSettings } from '../jobs/tasks/solve.ts';
import { createProgressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

export type SolveProblem = (problem: Problem, settings: PlainSettings) => Promise<Solution>;

/** Lends a solver to `work` and ends its thread afterwards. Says why where the engine is chosen by size. */
export async function withSolver<T>(
  terminal: Terminal,
  timeLimitMs: number,
  work: (solve: SolveProblem) => Promise<T>,
): Promise<T> {
  const pool = createJobPool({ threads: 1, places: 1 });
  const progress = createProgressLine(terminal, timeLimitMs);
  try {
    return await work(async (problem, settings) => {
      if (settings.engine === 'auto') terminal.note(chooseEngine(problem).reason[terminal.lang]);
      const job = await pool.run(
        'solve',
        { problem, settings },
        { stop: terminal.signal, onProgress: progress.show },
      );
      if (job.status === 'done') return job.output;
      throw new Error(`the solver ended without an answer: ${job.status}`);
    });
  } finally {
    progress.clear();
    await pool.close();
  }
}
