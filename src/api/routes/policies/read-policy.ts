/** GET /v1/regions/:region/policies/:number: a policy by its number, or the newest as `current`. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { policySchema } from '../../../domain/policy.ts';
import { findPolicy } from '../../../store/policies/policies.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn, versionNumber } from '../../regions/door.ts';
import { noPolicy, policyVersion, shownPolicy } from '../../regions/policy-version.ts';

export const readPolicyRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions/:region/policies/:number',
    {
      config: { access: 'policy.read' },
      schema: {
        summary: 'One version of the policy',
        params: ofRegion.extend({ number: z.union([z.literal('current'), versionNumber]) }),
        response: {
          200: policyVersion.extend({ policy: policySchema }),
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const { region, number } = request.params;
      const refused = refusedIn(request, 'policy.read', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const found = await findPolicy(store.db, region, number === 'current' ? 'latest' : number);
      if (found === null) return sendFailure(request, reply, noPolicy);
      return { ...shownPolicy(found), policy: found.policy };
    },
  );
  done();
};
