/** GET /v1/regions/:region/scenarios: those in use, by name. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listScenarios } from '../../../store/scenarios/scenarios.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, refusedIn } from '../../regions/door.ts';
import type { ScenarioDependencies } from './dependencies.ts';

const row = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** Of the newest version. */
  number: z.int(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
});

export const listScenariosRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions/:region/scenarios',
    {
      config: { access: 'scenario.read' },
      schema: {
        summary: "A region's scenarios",
        params: ofRegion,
        response: { 200: z.array(row), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'scenario.read', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const found = await listScenarios(store.db, region);
      return found.map(({ id, name, number, createdAt, createdBy }) => ({
        ...{ id, name, number, createdBy },
        createdAt: createdAt.toISOString(),
      }));
    },
  );
  done();
};
