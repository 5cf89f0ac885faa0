/** DELETE /v1/scenarios/:id: takes a scenario out of use. What was run of it stays, and saving it anew brings it back. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { archiveScenario } from '../../../store/scenarios/scenarios.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { byId, findForAsker, noScenario, type ScenarioDependencies } from './dependencies.ts';

export const archiveScenarioRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (
  app,
  { store, clock },
  done,
) => {
  app.delete(
    '/v1/scenarios/:id',
    {
      config: { access: 'scenario.write' },
      schema: {
        summary: 'Take a scenario out of use',
        params: byId,
        response: { 204: z.null(), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const found = await findForAsker(request, store, request.params.id, 'scenario.write');
      if (found === null) return sendFailure(request, reply, noScenario);
      await archiveScenario(store, found, request.actor.userId, clock());
      return reply.code(204).send(null);
    },
  );
  done();
};
