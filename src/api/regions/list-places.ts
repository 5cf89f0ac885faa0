/** A list of places of one kind as a route: the page asked for of the version asked for, within the scope of whoever asks. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { key } from '../../domain/tables/cells.ts';
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

/** So many are named at once. */
const mostIds = 200;

const question = pageQuery.extend({
  search: z.string().max(200).optional().describe('a part of the name'),
  ids: z
    .string()
    .transform((text) => text.split(';'))
    .pipe(z.array(key).max(mostIds))
    .optional()
    .describe('those with these ids alone, with ; between'),
});

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
          querystring: question,
          response: { 200: pageOf(row), ...failureResponses('usage', 'not_found') },
        },
      },
      async (request, reply) => {
        const { region } = request.params;
        const { version: number, after = null, ...query } = request.query;
        const refused = refusedIn(request, 'places.read', region);
        if (refused !== null) return sendFailure(request, reply, refused);
        const version = await versionAsked(store, region, number);
        if (version === null) return sendFailure(request, reply, noRegion);
        const asked = { region, version: version.id, scope: scope(request, 'places.read'), after, ...query };
        return reply.send(page(version, await list(store.db, asked), query.limit));
      },
    );
    done();
  };
}
