/** What runs in a solver thread: one solve at a time, with the thread's own clock. */
import type { Solution } from '../../solver/solution.ts';
import { solve } from '../../solver/solve.ts';
import type { SolverTask } from './solver-task.ts';

export default async function runTask(task: SolverTask): Promise<Solution> {
  const { progress, stop } = task;
  try {
    return await solve(task.problem, {
      ...task.settings,
      now: () => performance.now(),
      signal: {
        get aborted() {
          return Atomics.load(stop, 0) !== 0;
        },
      },
      ...(progress && { onProgress: (news) => progress.postMessage(news) }),
    });
  } finally {
    progress?.close();
  }
}
