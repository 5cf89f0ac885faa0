/** POST /v1/regions/:region/versions: an upload that has been looked at becomes the region's new version. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { freeText } from '../../../domain/tables/cells.ts';
import { ordinal } from '../../given.ts';
import { answerFrom } from '../../jobs.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const confirmation = z.strictObject({
  upload: z.uuid(),
  /** The version that the preview was compared with (`follows`); 0 where there was none. */
  expectedVersion: ordinal,
  note: freeText.default(''),
});
const imported = z.strictObject({ number: z.int(), digest: z.string() });

export const confirmImportRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { url, masterKey } = deps.store;
  app.post(
    '/v1/regions/:region/versions',
    {
      config: { access: 'region.import' },
      schema: {
        summary: 'Import an upload as a new version',
        description: 'All of it in one transaction, or nothing.',
        params: ofRegion,
        body: confirmation,
        response: {
          200: { description: 'The new version', content: { 'application/json': { schema: imported } } },
          ...failureResponses(
            'usage',
            'not_found',
            'changed_meanwhile',
            'input_refused',
            'nothing_found',
            'too_large',
            'busy',
            'interrupted',
          ),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'region.import', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { upload, expectedVersion: follows, note } = request.body;
      const now = deps.clock();
      const by = request.actor.userId;
      const asked = { access: { url, masterKey }, region, upload, follows, note, by, now };
      await answerFrom(deps, request, reply, (run) => deps.pool.run('importUpload', asked, run));
      return reply;
    },
  );
  done();
};
