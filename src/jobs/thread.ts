/** What runs in a thread: every task by its name, in plain sight; one at a time, with the thread's own clock. */
import type { Task, TaskCall } from './task.ts';
import { explainPlace } from './tasks/explain.ts';
import { matchRegion } from './tasks/match.ts';
import { solveProblem } from './tasks/solve.ts';
import { verifyClaims } from './tasks/verify.ts';

export const match = inThread(matchRegion);
export const verify = inThread(verifyClaims);
export const explain = inThread(explainPlace);
export const solve = inThread(solveProblem);

function inThread<Input, Output>(task: Task<Input, Output>) {
  return async ({ input, stop, progress }: TaskCall<Input>): Promise<Output> => {
    try {
      return await task(input, {
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
  };
}
