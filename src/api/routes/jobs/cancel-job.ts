/** POST /v1/jobs/:id/cancel: asks a job to stop; what it has so far becomes its result. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { requestCancel } from '../../../jobs/queue/cancel.ts';
import { appendAudit } from '../../../store/audit/append.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { recordAnswer } from '../../idempotency.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { byJob, findJob, noJob } from './find-job.ts';

const cancelAnswer = z.strictObject({
  /** cancelled: it had not begun. stopping: its worker has been told. over: it had ended before. */
  status: z.enum(['cancelled', 'stopping', 'over']),
});

export const cancelJobRoute: FastifyPluginCallbackZod<{ readonly store: Pick<StoreData, 'db'> }> = (
  app,
  { store },
  done,
) => {
  app.post(
    '/v1/jobs/:id/cancel',
    {
      config: { access: 'job.cancel' },
      schema: {
        summary: 'Stop a job',
        description: 'A job that waits is cancelled; one that runs stops and keeps the best so far.',
        params: byJob,
        response: { 202: cancelAnswer, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const job = await findJob(request, store, request.params.id, 'job.cancel');
      if (job === null) return sendFailure(request, reply, noJob);
      const outcome = await store.db.transaction().execute(async (transaction) => {
        const cancelled = await requestCancel(transaction, job.id, request.actor.userId);
        if (cancelled.status !== 'not_found')
          await recordAnswer(request, transaction, 202, { status: cancelled.status });
        if (cancelled.status === 'cancelled' || cancelled.status === 'stopping')
          await appendAudit(transaction, {
            actor: request.actor.userId,
            action: 'job.cancel',
            region: job.region,
            subject: null,
            detail: { job: job.id, status: cancelled.status },
          });
        return cancelled;
      });
      if (outcome.status === 'not_found') return sendFailure(request, reply, noJob);
      return reply.code(202).send({ status: outcome.status });
    },
  );
  done();
};
