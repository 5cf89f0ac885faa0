/** What runs in a thread: every task by its name, in plain sight; one at a time, with the thread's own clock. */
import type { News, Task, TaskCall } from './task.ts';
import { explainPlace } from './tasks/explain.ts';
import { explainGiven } from './tasks/explain-given.ts';
import { matchRegion } from './tasks/match.ts';
import { matchGiven } from './tasks/match-given.ts';
import { solveProblem } from './tasks/solve.ts';
import { verifyClaims } from './tasks/verify.ts';
import { verifyGiven } from './tasks/verify-given.ts';

export const match = inThread(matchRegion);
export const matchFiles = inThread(matchGiven);
export const verify = inThread(verifyClaims);
export const verifyFiles = inThread(verifyGiven);
export const explain = inThread(explainPlace);
export const explainFiles = inThread(explainGiven);
export const solve = inThread(solveProblem);

function inThread<Input, Output>(task: Task<Input, Output>) {
  return async ({ input, stop, news }: TaskCall<Input>): Promise<Output> => {
    const tell = (item: News): void => news?.postMessage(item);
    try {
      return await task(input, {
        now: () => performance.now(),
        signal: {
          get aborted() {
            return Atomics.load(stop, 0) !== 0;
          },
        },
        ...(news && {
          onProgress: (progress) => tell({ stage: 'progress', progress }),
          onStage: tell,
        }),
      });
    } finally {
      news?.close();
    }
  };
}
