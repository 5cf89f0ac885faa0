/** GET /v1/regions: the regions in which whoever asks has a role. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listRegions } from '../../../store/regions/list-regions.ts';
import type { RegionDependencies } from '../../regions/door.ts';

const listed = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  importedAt: z.iso.datetime().nullable(),
});

export const listRegionsRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'The regions in which you have a role', response: { 200: z.array(listed) } },
    },
    async ({ actor }) => {
      const everywhere = actor.grants.some(({ region }) => region === undefined);
      const own = actor.grants.flatMap(({ region }) => (region === undefined ? [] : [region]));
      const regions = await listRegions(store.db, everywhere ? 'all' : own);
      return regions.map((region) => ({ ...region, importedAt: region.importedAt?.toISOString() ?? null }));
    },
  );
  done();
};
