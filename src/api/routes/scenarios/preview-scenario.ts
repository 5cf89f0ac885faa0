/** POST /v1/regions/:region/scenarios/preview: what edits would change, or why they cannot be made. Nothing is saved. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { regionDifferenceSchema } from '../../../domain/region-difference.ts';
import { answerFrom } from '../../jobs.ts';
import { failureResponses, problemDocument, sendFailure } from '../../problem-document.ts';
import { ofRegion, refusedIn } from '../../regions/door.ts';
import { basis, type ScenarioDependencies, writtenScenario } from './dependencies.ts';
import { findSources } from './sources.ts';

/** `version` is the number of the region's version that was looked at. */
const preview = z.discriminatedUnion('status', [
  z
    .strictObject({ status: z.literal('applied'), version: z.int(), difference: regionDifferenceSchema })
    .describe('Of rows about persons only how many differ'),
  z.strictObject({ status: z.literal('conflict'), version: z.int(), faults: problemDocument.shape.faults }),
]);

export const previewScenarioRoute: FastifyPluginCallbackZod<ScenarioDependencies> = (app, deps, done) => {
  const { store, pool } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.post(
    '/v1/regions/:region/scenarios/preview',
    {
      config: { access: 'scenario.run' },
      schema: {
        summary: 'What a scenario would change',
        params: ofRegion,
        body: z.strictObject({ scenario: writtenScenario, ...basis }),
        response: {
          200: { description: 'The preview', content: { 'application/json': { schema: preview } } },
          ...failureResponses(
            ...(['usage', 'not_found', 'input_refused'] as const),
            ...(['nothing_found', 'too_large', 'busy', 'interrupted'] as const),
          ),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const { scenario, version, policy } = request.body;
      const refused = refusedIn(request, 'scenario.run', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const found = await findSources(request, store, [scenario]);
      if (found.status === 'failed') return sendFailure(request, reply, found);
      const asked = { access, region, version, policy, scenario, sources: found.sources };
      await answerFrom(deps, request, reply, (run) => pool.run('previewScenario', asked, run));
      return reply;
    },
  );
  done();
};
