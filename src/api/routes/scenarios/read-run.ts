/** GET /v1/scenario-runs/:id: what was asked, of which versions, by whom, and what has become of it; its result has routes of its own. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { cannotBeRepeated } from '../../../domain/what-stays.ts';
import { countErasedSince } from '../../../jobs/scenarios/read-run.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { byId, type ScenarioDependencies } from './dependencies.ts';
import { findRun, noRun, runAnswer, toldRun } from './find-run.ts';

const oneRun = runAnswer.extend({
  /** Why the same question would not come to the same bytes any more; null where it would. */
  cannotBeRepeated: z.strictObject({ sv: z.string(), en: z.string() }).nullable(),
});

export const readRunRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/scenario-runs/:id',
    {
      config: { access: 'scenario.figures' },
      schema: {
        summary: 'One run of scenarios',
        params: byId,
        response: { 200: oneRun, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const run = await findRun(request, store, request.params.id, 'scenario.figures');
      if (run === null) return sendFailure(request, reply, noRun);
      const erased = await countErasedSince(store.db, run.id);
      return { ...toldRun(run), cannotBeRepeated: cannotBeRepeated(erased) };
    },
  );
  done();
};
