/**
 * answerRun: answers for a run of scenarios. It takes parts one by one as long as any is left that nobody holds, waits for those that other
 * workers hold, and puts all together. Stopped, it keeps what the parts that are done come to.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { inStore } from '../../../in-store.ts';
import type { JobAsked } from '../../../queue/kinds.ts';
import type { Made } from '../../../queue/made.ts';
import { runOfJob } from '../../../scenarios/order.ts';
import { countParts, doPart, readParts } from '../../../scenarios/parts.ts';
import { saveRun } from '../../../scenarios/save-run.ts';
import type { TaskRun } from '../../../task.ts';
import { prepare } from './prepare.ts';

/** How often those who hold parts are looked at. */
const LOOK_MS = 100;

export function answerRun({ access, attempt }: JobAsked, run: TaskRun): Promise<Made> {
  return inStore(access, async (store): Promise<Made> => {
    const { db } = store;
    run.onProgress?.({ phase: 'reading', objective: null, bound: null });
    const id = await runOfJob(db, attempt.job);
    const prepared = await prepare(store, id, run);
    if (prepared.status === 'failed') return run.signal.aborted ? { status: 'nothing' } : prepared;
    run.onStage?.({ stage: 'solving', reason: null });
    for (;;) {
      const { done, of } = await countParts(db, id);
      run.onStage?.({ stage: 'part', finished: done, of });
      if (done === of || run.signal.aborted) break;
      const outcome = await doPart(db, id, (part) => prepared.work.part(part, run));
      if (outcome === 'none') await wait(LOOK_MS);
    }
    const parts = await readParts(db, id);
    const value = await prepared.work.together(parts, run);
    if (value === null) return { status: 'nothing' };
    const finished = parts.filter((part) => part !== undefined).length;
    const result = { value, finished, parts: parts.length, erased: prepared.erased };
    return { status: await saveRun(store, attempt, id, result) };
  });
}
