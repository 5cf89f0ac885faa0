/** The routes of jobs. */
import type { FastifyPluginAsync } from 'fastify';
import { cancelJobRoute } from './cancel-job.ts';
import { jobRoute } from './job.ts';
import { type EventDependencies, jobEventsRoute } from './job-events.ts';

export const jobRoutes: FastifyPluginAsync<EventDependencies> = async (app, deps) => {
  await app.register(jobRoute, deps);
  await app.register(jobEventsRoute, deps);
  await app.register(cancelJobRoute, deps);
};
