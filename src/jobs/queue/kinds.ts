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

export const kinds = {
  /** A proposal for a version of a region. */
  propose: (pool, asked, run) => pool.run('propose', asked, run),
} as const satisfies Readonly<Record<string, RunKind>>;

export type KindName = keyof typeof kinds;

/** In the order of the table. */
export const kindNames: readonly KindName[] = Object.keys(kinds).filter(isKind);

function isKind(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}
