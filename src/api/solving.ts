/** What routes need to solve: somebody who does it elsewhere, a place in the queue, and a way to be stopped. */
import type { FastifyReply } from 'fastify';
import type { Problem } from '../../solver/problem.ts';
import type { Solution } from '../../solver/solution.ts';
import type { PoolRun, PoolSettings } from '../jobs/solver-pool.ts';
import type { Admission } from './admission.ts';

/** Solves away from the event loop. */
export type SolveProblem = (problem: Problem, settings: PoolSettings, run: PoolRun) => Promise<Solution>;

export interface Solving {
  readonly solve: SolveProblem;
  readonly admission: Admission;
  /** The longest that one request may solve, in milliseconds. */
  readonly timeLimitMs: number;
  /** Aborted when the service ends. */
  readonly stopping: AbortSignal;
}

/** Aborted when the client goes away before its answer, or when the service ends: nobody is left to solve for. */
export function abandonment(reply: FastifyReply, stopping: AbortSignal): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return AbortSignal.any([gone.signal, stopping]);
}
