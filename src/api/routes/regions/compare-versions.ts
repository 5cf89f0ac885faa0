/** GET /v1/regions/:region/versions/:number/difference: how a version differs from another, row by row. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { regionDifferenceSchema } from '../../../domain/region-difference.ts';
import { answerFrom } from '../../jobs.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn, versionNumber } from '../../regions/door.ts';

export const compareVersionsRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { url, masterKey } = deps.store;
  app.get(
    '/v1/regions/:region/versions/:number/difference',
    {
      config: { access: 'region.preview' },
      schema: {
        summary: 'How a version differs from another',
        params: ofRegion.extend({ number: versionNumber }),
        querystring: z.strictObject({ from: versionNumber }),
        response: {
          200: {
            description: 'The difference',
            content: { 'application/json': { schema: regionDifferenceSchema } },
          },
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { region, number: to } = request.params;
      const refused = refusedIn(request, 'region.preview', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const by = request.actor.userId;
      const asked = { access: { url, masterKey }, region, from: request.query.from, to, by };
      await answerFrom(deps, request, reply, (run) => deps.pool.run('compareVersions', asked, run));
      return reply;
    },
  );
  done();
};
