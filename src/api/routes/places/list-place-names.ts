/** GET /v1/regions/:region/place-names: what districts, principals and providers are called, for choices. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listPlaceNames } from '../../../store/places/list-places.ts';
import { scope } from '../../guard.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn, versionAsked } from '../../regions/door.ts';

const action = 'places.read';
const names = z.array(z.string());

export const listPlaceNamesRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions/:region/place-names',
    {
      config: { access: action },
      schema: {
        summary: 'The names of districts, principals and providers',
        params: ofRegion,
        response: {
          200: z.strictObject({ districts: names, principals: names, providers: names }),
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
      return listPlaceNames(store.db, { region, version: version.id, scope: scope(request, action) });
    },
  );
  done();
};
