/** A job that whoever asks may have to do with: one of a region that a grant of theirs reaches. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Action } from '../../../domain/access/table.ts';
import { failure } from '../../../errors.ts';
import { type JobHead, readJob } from '../../../jobs/queue/read-job.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { allowed } from '../../guard.ts';

export const byJob = z.strictObject({ id: z.uuid() });

/** Null where there is none, or none for them: the two look the same. */
export async function findJob(
  request: FastifyRequest,
  { db }: Pick<StoreData, 'db'>,
  id: string,
  action: Extract<Action, 'job.read' | 'job.cancel'>,
): Promise<JobHead | null> {
  const job = await readJob(db, id);
  return job !== null && allowed(request, action, { region: job.region }) ? job : null;
}

export const noJob = failure('not_found', { sv: 'Jobbet finns inte.', en: 'There is no such job.' });
