/** Solves in another thread, so that the progress line moves and Ctrl-C is heard while an engine works. */
import type { Problem } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';
import { createJobPool } from '../jobs/pool.ts';
import type { PlainSettings } from '../jobs/tasks/solve.ts';
import { createProgressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The solution; Ctrl-C asks for the best so far. Says why where the engine is chosen by size. */
export async function solveInThread(
  terminal: Terminal,
  problem: Problem,
  settings: PlainSettings,
): Promise<Solution> {
  const pool = createJobPool({ threads: 1, places: 1 });
  const progress = createProgressLine(terminal, settings.timeLimitMs);
  if (settings.engine === 'auto') {
    const { chooseEngine } = await import('../../solver/engines/auto.ts');
    terminal.note(chooseEngine(problem).reason[terminal.lang]);
  }
  try {
    const job = await pool.run(
      'solve',
      { problem, settings },
      { stop: terminal.signal, onProgress: progress.show },
    );
    if (job.status === 'done') return job.output;
    throw new Error(`the solver ended without an answer: ${job.status}`);
  } finally {
    progress.clear();
    await pool.close();
  }
}
