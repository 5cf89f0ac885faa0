/** A list of places of one kind as a route: the page asked for of the version asked for, within the scope of whoever asks. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { StoreData } from '../../store/open-store.ts';
import type { PageAsked } from '../../store/places/list-places.ts';
import { scope } from '../guard.ts';
import { failureResponses, sendFailure } from '../problem-document.ts';
import {
  noRegion,
  ofRegion,
  page,
  pageOf,
  pageQuery,
  type RegionDependencies,
  refusedIn,
  versionAsked,
} from './door.ts';

interface Places<Row extends { readonly id: string }> {
  /** The last part of the address. */
  readonly path: string;
  readonly summary: string;
  readonly row: z.ZodType<Row>;
  readonly list: (db: StoreData['db'], asked: PageAsked) => Promise<readonly Row[]>;
}

export function listPlacesRoute<Row extends { readonly id: string }>({
  path,
  summary,
  row,
  list,
}: Places<Row>): FastifyPluginCallbackZod<RegionDependencies> {
  return (app, { store }, done) => {
    app.get(
      `/v1/regions/:region/${path}`,
      {
        config: { access: 'places.read' },
        schema: {
          summary,
          params: ofRegion,
          querystring: pageQuery,
          response: { 200: pageOf(row), ...failureResponses('usage', 'not_found') },
        },
      },
      async (request, reply) => {
        const { region } = request.params;
        const { version: number, after = null, limit } = request.query;
        const refused = refusedIn(request, 'places.read', region);
        if (refused !== null) return sendFailure(request, reply, refused);
        const version = await versionAsked(store, region, number);
        if (version === null) return sendFailure(request, reply, noRegion);
        const asked = { region, version: version.id, scope: scope(request, 'places.read'), after, limit };
        return reply.send(page(version, await list(store.db, asked), limit));
      },
    );
    done();
  };
}
