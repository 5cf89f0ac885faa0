/** GET /v1/regions/:region/map: the outlines of the region's areas as GeoJSON, where the program knows them. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { areaOutlines, outlineSource, outlinesOf } from '../../../jobs/area-outlines.ts';
import { listAreas } from '../../../store/places/list-places.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn, versionAsked } from '../../regions/door.ts';

const action = 'places.read';

export const mapRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions/:region/map',
    {
      config: { access: action },
      schema: {
        summary: "Outlines of the region's areas",
        params: ofRegion,
        response: {
          200: areaOutlines.extend({ source: z.strictObject({ sv: z.string(), en: z.string() }) }),
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, action, region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const version = await versionAsked(store, region, undefined);
      if (version === null) return sendFailure(request, reply, noRegion);
      return { ...(await outlinesOf(await listAreas(store.db, version.id))), source: outlineSource };
    },
  );
  done();
};
