/** GET /v1/jobs/:id: how far a job has come. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { StoreData } from '../../../store/open-store.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { byJob, findJob, noJob } from './find-job.ts';
import { storedFailure } from './stored-failure.ts';

const time = z.iso.datetime();
const jobAnswer = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  region: z.string(),
  proposal: z.uuid().nullable(),
  scenarioRun: z.uuid().nullable(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** Times that a worker has taken it up. */
  attempts: z.int().min(0),
  phase: z.string().nullable(),
  /** The engine's own word, in points; certified figures come with the proposal. */
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  /** Parts that are done, of so many; null where it has none. */
  finished: z.int().nullable(),
  parts: z.int().nullable(),
  createdAt: time,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  cancelRequested: z.boolean(),
  failure: storedFailure.nullable(),
});

export const jobRoute: FastifyPluginCallbackZod<{ readonly store: Pick<StoreData, 'db'> }> = (
  app,
  { store },
  done,
) => {
  app.get(
    '/v1/jobs/:id',
    {
      config: { access: 'job.read' },
      schema: {
        summary: 'How far a job has come',
        params: byJob,
        response: { 200: jobAnswer, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const job = await findJob(request, store, request.params.id, 'job.read');
      if (job === null) return sendFailure(request, reply, noJob);
      const { events: _, ...told } = job;
      return {
        ...told,
        createdAt: job.createdAt.toISOString(),
        startedAt: job.startedAt?.toISOString() ?? null,
        endedAt: job.endedAt?.toISOString() ?? null,
      };
    },
  );
  done();
};
