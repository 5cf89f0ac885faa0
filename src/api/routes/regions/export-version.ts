/** GET /v1/regions/:region/versions/:number/export: a version as a file that it can be imported from again. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerFrom } from '../../jobs.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn, versionNumber } from '../../regions/door.ts';

export const exportVersionRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { url, masterKey } = deps.store;
  app.get(
    '/v1/regions/:region/versions/:number/export',
    {
      config: { access: 'region.export' },
      schema: {
        summary: 'A version as a zip of its folder or as a workbook',
        description: 'Without whoever has been erased since. The log keeps who took it.',
        params: ofRegion.extend({ number: versionNumber }),
        querystring: z.strictObject({ as: z.enum(['zip', 'xlsx']).default('zip') }),
        response: failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
      },
    },
    async (request, reply) => {
      const { region, number } = request.params;
      const refused = refusedIn(request, 'region.export', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const by = request.actor.userId;
      const asked = { access: { url, masterKey }, region, number, kind: request.query.as, by };
      await answerFrom(deps, request, reply, (run) => deps.pool.run('exportVersion', asked, run));
      return reply;
    },
  );
  done();
};
