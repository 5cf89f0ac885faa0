/** Asks a thread on behalf of a request: a client that leaves takes its question along. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JobOutcome, JobRun } from '../jobs/pool.ts';
import { sendUnfinished } from './jobs.ts';

/** Null where nothing came of it: then the request has been answered. */
export async function inThread<Output>(
  request: FastifyRequest,
  reply: FastifyReply,
  deadlineMs: number,
  ask: (run: JobRun) => Promise<JobOutcome<Output>>,
): Promise<Output | null> {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const job = await ask({ cancel: gone.signal, deadlineMs });
  if (job.status === 'done') return job.output;
  sendUnfinished(request, reply, job);
  return null;
}
