/** GET /v1/regions/:region/participants: the pseudonyms of those whom the asker may see, and where each is. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { listParticipants } from '../../../store/participants/find-participants.ts';
import { scope } from '../../guard.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import {
  noRegion,
  ofRegion,
  page,
  pageOf,
  pageQuery,
  type RegionDependencies,
  refusedIn,
  versionAsked,
} from '../../regions/door.ts';
import { fieldsOf, listed, listedParticipant } from '../../regions/participant-view.ts';
import { search } from '../pairs/dependencies.ts';

const action = 'participants.list';

export const listParticipantsRoute: FastifyPluginCallbackZod<RegionDependencies> = (
  app,
  { store, reads },
  done,
) => {
  app.get(
    '/v1/regions/:region/participants',
    {
      config: { access: action },
      schema: {
        summary: 'The participants whom you may see',
        params: ofRegion,
        querystring: pageQuery.extend({ search: search.describe('a part of a pseudonym') }),
        response: { 200: pageOf(listedParticipant), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const { version: number, after = null, limit, search: sought } = request.query;
      const refused = refusedIn(request, action, region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const version = await versionAsked(store, region, number);
      if (version === null) return sendFailure(request, reply, noRegion);
      const asked = {
        region,
        version: version.id,
        scope: scope(request, action),
        after,
        limit,
        search: sought,
      };
      const found = await listParticipants(store.db, asked);
      const actor = request.actor.userId;
      const detail = { version: version.number, participants: found.map(({ id }) => id) };
      await reads.record({ actor, action, region, subject: null, detail });
      const rows = found.map((one) => listed(one, fieldsOf(request.actor, region, one)));
      return page(version, rows, limit);
    },
  );
  done();
};
