/**
 * Every kind of job, and who does it: a task in a thread, which reads what it needs from the store, and ends the job in the transaction
 * that keeps its result. Nothing of a job but its progress passes the event loop.
 */
import type { StoreAccess } from '../../store/open-store.ts';
import type { JobOutcome, JobPool, JobRun } from '../pool.ts';
import type { Attempt } from './attempt.ts';
import type { Made } from './made.ts';

export interface JobAsked {
  readonly access: StoreAccess;
  readonly attempt: Attempt;
}

type RunKind = (pool: Pick<JobPool, 'run'>, asked: JobAsked, run: JobRun) => Promise<JobOutcome<Made>>;

const answerRun: RunKind = (pool, asked, run) => pool.run('answerRun', asked, run);

export const kinds = {
  /** A proposal for a version of a region. */
  propose: (pool, asked, run) => pool.run('propose', asked, run),
  /** Scenarios beside today and beside what would be done by hand. */
  scenario_run: answerRun,
  /** What one more place is worth. */
  scenario_worth: answerRun,
  /** Curves along one or two numbers. */
  scenario_sweep: answerRun,
  /** The cheapest room that suffices. */
  scenario_capacity: answerRun,
  /** The year ahead, many times over. */
  scenario_simulate: answerRun,
  /** Parts of any of these, beside the job that answers for it. */
  scenario_share: (pool, asked, run) => pool.run('shareRun', asked, run),
} as const satisfies Readonly<Record<string, RunKind>>;

export type KindName = keyof typeof kinds;

/** In the order of the table. */
export const kindNames: readonly KindName[] = Object.keys(kinds).filter(isKind);

function isKind(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}
