/** GET /v1/regions/:region/areas: what the areas are called in which participants may live. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listAreas } from '../../../store/places/list-places.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn, versionAsked } from '../../regions/door.ts';

const action = 'places.read';

export const listAreasRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions/:region/areas',
    {
      config: { access: action },
      schema: {
        summary: "The names of the region's areas",
        params: ofRegion,
        response: { 200: z.array(z.string()), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, action, region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const version = await versionAsked(store, region, undefined);
      if (version === null) return sendFailure(request, reply, noRegion);
      return [...(await listAreas(store.db, version.id))];
    },
  );
  done();
};
