/** POST /v1/regions/:region/policies/effect: what another policy would make of one made-up pair, term by term. Nothing is saved. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { policySchema } from '../../../domain/policy.ts';
import { key } from '../../../domain/tables/cells.ts';
import { policyEffect } from '../../../matching/policy-effect.ts';
import { findExamplePlaces } from '../../../store/places/example-places.ts';
import { findPolicy } from '../../../store/policies/policies.ts';
import { latestVersion } from '../../../store/regions/region-version.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';
import { noPolicy } from '../../regions/policy-version.ts';

const asked = z.strictObject({
  policy: policySchema,
  /** The team that the made-up person is paired with; the first where none is named. */
  team: key.exactOptional(),
});

const effect = z.strictObject({
  /** The policy that stands. */
  number: z.int(),
  team: z.string(),
  terms: z.array(
    z.strictObject({
      term: z.string(),
      name: z.strictObject({ sv: z.string(), en: z.string() }),
      before: z.int(),
      after: z.int(),
    }),
  ),
  before: z.int(),
  after: z.int(),
});

export const policyEffectRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.post(
    '/v1/regions/:region/policies/effect',
    {
      config: { access: 'policy.write' },
      schema: {
        summary: 'What another policy would make of a made-up pair',
        params: ofRegion,
        body: asked,
        response: { 200: effect, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const { policy, team = null } = request.body;
      const refused = refusedIn(request, 'policy.write', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const version = await latestVersion(store.db, region);
      const places = version && (await findExamplePlaces(store.db, version.id, team));
      if (places === null) return sendFailure(request, reply, noRegion);
      const current = await findPolicy(store.db, region, 'latest');
      if (current === null) return sendFailure(request, reply, noPolicy);
      const { terms, before, after } = policyEffect(places, current.policy, policy);
      return { number: current.number, team: places.team.id, terms: [...terms], before, after };
    },
  );
  done();
};
