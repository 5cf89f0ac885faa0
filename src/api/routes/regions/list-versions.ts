/** GET /v1/regions/:region/versions: who imported what and when, with counts of what lies within the asker's scope. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listVersions, versionsAtATime } from '../../../store/regions/list-versions.ts';
import { scope } from '../../guard.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn, versionNumber } from '../../regions/door.ts';

const listed = z.strictObject({
  number: z.int(),
  importedAt: z.iso.datetime(),
  importedBy: z.string().nullable(),
  digest: z.string(),
  note: z.string(),
  counts: z.strictObject({
    participants: z.int(),
    erased: z.int(),
    units: z.int(),
    teams: z.int(),
    sfiGroups: z.int(),
  }),
});

export const listVersionsRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions/:region/versions',
    {
      config: { access: 'region.figures' },
      schema: {
        summary: 'The versions of a region',
        description: `The newest first, ${versionsAtATime} at a time. Counts are of the rows that you may see.`,
        params: ofRegion,
        querystring: z.strictObject({ before: versionNumber.optional() }),
        response: { 200: z.array(listed), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'region.figures', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const versions = await listVersions(
        store.db,
        region,
        scope(request, 'region.figures'),
        request.query.before ?? null,
      );
      return versions.map((version) => ({ ...version, importedAt: version.importedAt.toISOString() }));
    },
  );
  done();
};
