/** POST /v1/scenario-runs/:id/repeat: asks the same question of the same versions again; both say whether they came to the same bytes. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { readGiven } from '../../../jobs/scenarios/read-run.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { byId, type ScenarioDependencies } from './dependencies.ts';
import { findRun, noRun } from './find-run.ts';
import { ask, requestedRun } from './request-run.ts';

export const repeatRunRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (app, deps, done) => {
  const { store } = deps;
  app.post(
    '/v1/scenario-runs/:id/repeat',
    {
      config: { access: 'scenario.run' },
      schema: {
        summary: 'Ask the question of a run again',
        params: byId,
        response: { 202: requestedRun, ...failureResponses('usage', 'not_found', 'busy') },
      },
    },
    async (request, reply) => {
      const run = await findRun(request, store, request.params.id, 'scenario.run');
      if (run === null) return sendFailure(request, reply, noRun);
      const { region, regionVersion: version, policy, question } = run;
      return await ask(request, reply, deps, {
        ...{ region, version, policy, question, actor: request.actor.userId, repeats: run.id },
        ...(await readGiven(store.db, run.id)),
      });
    },
  );
  done();
};
