/** Keeps what a run came to and the end of its job, in one transaction, or nothing. The parts go with it: they are in the result. */
import { createHash } from 'node:crypto';
import type { StoreData } from '../../store/open-store.ts';
import { type Attempt, end } from '../queue/attempt.ts';

export interface RunResult {
  /** As the commands write it. */
  readonly value: unknown;
  /** Parts that were done, of so many. */
  readonly finished: number;
  readonly parts: number;
  readonly erased: number;
}

/** Thrown and caught in this file, to undo the transaction of an attempt that is no longer its worker's. */
class Superseded extends Error {}

/** Lost where another worker has taken the job up in the meantime. */
export async function saveRun(
  { db }: Pick<StoreData, 'db'>,
  attempt: Attempt,
  run: string,
  { value, finished, parts, erased }: RunResult,
): Promise<'kept' | 'lost'> {
  const complete = finished === parts;
  const result = JSON.stringify(value);
  const digest = createHash('sha256').update(result).digest('hex');
  try {
    await db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('scenario_runs')
        .set({ result, digest, complete, erased })
        .where('id', '=', run)
        .execute();
      await transaction.updateTable('jobs').set({ finished, parts }).where('id', '=', attempt.job).execute();
      await transaction.deleteFrom('parts_of_runs').where('run', '=', run).execute();
      if (!(await end(transaction, attempt, { state: 'done', result: { complete } }))) throw new Superseded();
    });
    return 'kept';
  } catch (error) {
    if (error instanceof Superseded) return 'lost';
    throw error;
  }
}
