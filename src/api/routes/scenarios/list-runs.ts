/** GET /v1/regions/:region/scenario-runs: what has been asked, the newest first. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listRuns } from '../../../jobs/scenarios/read-run.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, refusedIn } from '../../regions/door.ts';
import type { ScenarioDependencies } from './dependencies.ts';
import { runAnswer, toldRun } from './find-run.ts';

const pageAsked = z.strictObject({
  /** Only those that were asked for before this run, such as the last of the page before. */
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const listRunsRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions/:region/scenario-runs',
    {
      config: { access: 'scenario.figures' },
      schema: {
        summary: "A region's runs of scenarios",
        params: ofRegion,
        querystring: pageAsked,
        response: { 200: z.array(runAnswer), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const { before, limit } = request.query;
      const refused = refusedIn(request, 'scenario.figures', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const asked = { region, before: before ?? null, limit };
      return (await listRuns(store.db, asked)).map(toldRun);
    },
  );
  done();
};
