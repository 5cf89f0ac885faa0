/** shareRun: does parts of a run beside the job that answers for it, for as long as there are any that nobody holds. */
import { inStore } from '../../../in-store.ts';
import { end } from '../../../queue/attempt.ts';
import type { JobAsked } from '../../../queue/kinds.ts';
import type { Made } from '../../../queue/made.ts';
import { runOfJob } from '../../../scenarios/order.ts';
import { countParts, doPart } from '../../../scenarios/parts.ts';
import type { TaskRun } from '../../../task.ts';
import { prepare } from './prepare.ts';

export function shareRun({ access, attempt }: JobAsked, run: TaskRun): Promise<Made> {
  return inStore(access, async (store): Promise<Made> => {
    const { db } = store;
    const id = await runOfJob(db, attempt.job);
    const { done, of } = await countParts(db, id);
    let parts = 0;
    if (done < of) {
      const prepared = await prepare(store, id, run);
      // What keeps it from being prepared, the job that answers finds too, and says.
      if (prepared.status === 'prepared') {
        run.onStage?.({ stage: 'solving', reason: null });
        while (
          !run.signal.aborted &&
          (await doPart(db, id, (part) => prepared.work.part(part, run))) === 'done'
        )
          parts++;
      }
    }
    const own = await db
      .transaction()
      .execute((transaction) => end(transaction, attempt, { state: 'done', result: { parts } }));
    return { status: own ? 'kept' : 'lost' };
  });
}
