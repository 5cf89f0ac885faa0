/** /v1/regions/:region/retention: how long the region keeps what it has; GET tells, PUT changes. To apply it is a command's work (`retention`). */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { retentionLimits } from '../../../domain/retention.ts';
import { retentionLimitsOf, setRetentionLimits } from '../../../store/retention/limits.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const path = '/v1/regions/:region/retention';
const action = 'retention.run';

export const retentionRoutes: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.get(
    path,
    {
      config: { access: action },
      schema: {
        summary: 'How long things are kept, in months',
        params: ofRegion,
        response: { 200: retentionLimits, ...failureResponses('usage', 'not_found', 'not_allowed') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, action, region);
      if (refused !== null) return sendFailure(request, reply, refused);
      return retentionLimitsOf(store.db, region);
    },
  );
  app.put(
    path,
    {
      config: { access: action },
      schema: {
        summary: 'Say how long things are kept, in months',
        params: ofRegion,
        body: retentionLimits,
        response: { 200: retentionLimits, ...failureResponses('usage', 'not_found', 'not_allowed') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, action, region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const set = await setRetentionLimits(store, region, request.body, request.actor.userId);
      return set ? request.body : sendFailure(request, reply, noRegion);
    },
  );
  done();
};
