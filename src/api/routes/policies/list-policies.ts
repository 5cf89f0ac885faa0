/** GET /v1/regions/:region/policies: who changed how things are weighed, and when. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listPolicies } from '../../../store/policies/policies.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';
import { policyVersion, shownPolicy } from '../../regions/policy-version.ts';

export const listPoliciesRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions/:region/policies',
    {
      config: { access: 'policy.read' },
      schema: {
        summary: 'The versions of a policy, the newest first',
        params: ofRegion,
        response: { 200: z.array(policyVersion), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'policy.read', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      return (await listPolicies(store.db, region)).map(shownPolicy);
    },
  );
  done();
};
