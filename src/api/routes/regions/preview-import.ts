/** POST /v1/regions/:region/uploads: everything that is wrong with a file, or what importing it would change. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { regionPreview } from '../../../jobs/region-preview.ts';
import { answerWith } from '../../jobs.ts';
import { jsonMedia, packedMedia } from '../../media.ts';
import { regionBody } from '../../openapi.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

export const previewImportRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { url, masterKey } = deps.store;
  app.post(
    '/v1/regions/:region/uploads',
    {
      config: { access: 'region.preview' },
      bodyLimit: deps.bodyLimitBytes,
      schema: {
        summary: 'Send a region to be looked at before it is imported',
        description: `A zip of the folder, a workbook or JSON, up to ${Math.floor(deps.bodyLimitBytes / 2 ** 20)} MiB. It is kept sealed for an hour, to be confirmed by the same user with POST /v1/regions/{region}/versions; a new one takes its place.`,
        consumes: [jsonMedia, ...packedMedia],
        params: ofRegion,
        body: regionBody,
        response: {
          200: {
            description: 'What it would change',
            content: { 'application/json': { schema: regionPreview } },
          },
          ...failureResponses(
            'usage',
            'not_found',
            'input_refused',
            'nothing_found',
            'too_large',
            'unknown_media',
            'busy',
            'interrupted',
          ),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'region.preview', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const asked = { access: { url, masterKey }, region, by: request.actor.userId, now: deps.clock() };
      await answerWith(deps, request, reply, (sent, run) =>
        deps.pool.run('previewImport', { ...asked, sent }, run),
      );
      return reply;
    },
  );
  done();
};
