/** GET /v1/jobs/:id/events: a job's events as they come, and those before from Last-Event-ID on; the line ends with the job. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createJobListener, followJob } from '../../../jobs/queue/follow.ts';
import type { Store } from '../../../store/open-store.ts';
import { sendEvents } from '../../event-stream.ts';
import { logFault, type WriteLine } from '../../log.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { byJob, findJob, noJob } from './find-job.ts';

export interface EventDependencies {
  readonly store: Pick<Store, 'db' | 'vault' | 'url'>;
  readonly log: WriteLine;
}

export const jobEventsRoute: FastifyPluginCallbackZod<EventDependencies> = (app, { store, log }, done) => {
  const listener = createJobListener(store.url);
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  app.addHook('onClose', () => listener.close());
  app.get(
    '/v1/jobs/:id/events',
    {
      exposeHeadRoute: false,
      config: { access: 'job.read' },
      schema: {
        summary: "A job's events as they come",
        description: 'Server-sent events: queued, running, progress, cancel_requested, ended.',
        params: byJob,
        headers: z.object({ 'last-event-id': z.string().optional() }),
        response: {
          200: { description: 'The events', content: { 'text/event-stream': { schema: z.string() } } },
          204: z.null().describe('The job has ended, and all of it has been heard'),
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const job = await findJob(request, store, request.params.id, 'job.read');
      if (job === null) return sendFailure(request, reply, noJob);
      const heard = numberOf(request.headers['last-event-id']);
      if (job.endedAt !== null && heard >= job.events) return reply.code(204).send(null);
      const follow = async function* (gone: AbortSignal) {
        for await (const { seq, at, event } of followJob(store, listener, job.id, heard, gone)) {
          const { event: name, ...said } = event;
          yield { id: seq, name, data: { at: at.toISOString(), ...said } };
        }
      };
      await sendEvents(reply, follow, closing.signal).catch((error: unknown) => logFault(log, error));
      return reply;
    },
  );
  done();
};

/** The number of the last event that was heard; 0, from the start, where none is named. */
function numberOf(id: string | undefined): number {
  return id !== undefined && /^\d{1,9}$/.test(id) ? Number(id) : 0;
}
