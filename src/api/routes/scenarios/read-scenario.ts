/** GET /v1/scenarios/:id: one version of a scenario, the newest or the one asked for. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { scenarioSchema } from '../../../scenarios/scenario-format.ts';
import { findScenarioVersion } from '../../../store/scenarios/scenarios.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { versionNumber } from '../../regions/door.ts';
import { byId, findForAsker, noScenario, type ScenarioDependencies } from './dependencies.ts';

const scenarioAnswer = z.strictObject({
  id: z.uuid(),
  region: z.string(),
  /** Of this version. */
  number: z.int(),
  /** Of the newest. */
  latest: z.int(),
  archived: z.boolean(),
  /** Numbers within the region: what its edits were written for. */
  regionVersion: z.int(),
  policy: z.int(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  scenario: scenarioSchema,
});

export const readScenarioRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/scenarios/:id',
    {
      config: { access: 'scenario.read' },
      schema: {
        summary: 'One version of a scenario',
        params: byId,
        querystring: z.strictObject({ number: versionNumber.optional() }),
        response: { 200: scenarioAnswer, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const head = await findForAsker(request, store, request.params.id, 'scenario.read');
      const version =
        head && (await findScenarioVersion(store.db, head.id, request.query.number ?? 'latest'));
      if (head === null || version === null) return sendFailure(request, reply, noScenario);
      const { number, regionVersion, policy, createdAt, createdBy, document } = version;
      return {
        ...{ id: head.id, region: head.region, number, latest: head.number, archived: head.archived },
        ...{ regionVersion, policy, createdBy, createdAt: createdAt.toISOString() },
        scenario: scenarioSchema.parse(document),
      };
    },
  );
  done();
};
