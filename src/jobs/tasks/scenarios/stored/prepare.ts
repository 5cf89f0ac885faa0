/**
 * What a thread needs before it can do parts of a run: the region read and, mostly, today solved. Kept for the next part and the next question
 * of the same run, since it takes as long as a part does. It holds people's data and is kept in the thread alone, never in the store.
 */
import type { Failure } from '../../../../errors.ts';
import type { StoreData } from '../../../../store/open-store.ts';
import { type Ground, loadGround, type RunOrder, readRunOrder } from '../../../scenarios/order.ts';
import type { TaskRun } from '../../../task.ts';
import { capacityWork } from './capacity-work.ts';
import { runWork } from './run-work.ts';
import { simulateWork } from './simulate-work.ts';
import { sweepWork } from './sweep-work.ts';
import type { Work } from './work.ts';
import { worthWork } from './worth-work.ts';

export interface Prepared {
  readonly status: 'prepared';
  readonly work: Work;
  readonly erased: number;
}

let kept: { readonly run: string; readonly prepared: Prepared } | null = null;

export async function prepare(store: StoreData, run: string, task: TaskRun): Promise<Prepared | Failure> {
  if (kept?.run === run) return kept.prepared;
  kept = null;
  const order = await readRunOrder(store.db, run);
  const ground = await loadGround(store, order);
  const work = await workOf(order, ground, task);
  if ('status' in work) return work;
  const prepared: Prepared = { status: 'prepared', work, erased: ground.erased };
  if (!task.signal.aborted) kept = { run, prepared };
  return prepared;
}

function workOf(order: RunOrder, ground: Ground, task: TaskRun): Promise<Work | Failure> {
  const { question } = order;
  switch (question.kind) {
    case 'run':
      return runWork(question, order, ground, task);
    case 'worth':
      return worthWork(question, order, ground, task);
    case 'sweep':
      return sweepWork(question, order, ground, task);
    case 'capacity':
      return capacityWork(question, order, ground);
    case 'simulate':
      return simulateWork(question, order, ground);
  }
}
