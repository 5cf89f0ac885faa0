/** POST /v1/regions/:region/policies: how things are to be weighed from now on, as a version that follows the one that was seen. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { policySchema } from '../../../domain/policy.ts';
import { freeText } from '../../../domain/tables/cells.ts';
import { failure } from '../../../errors.ts';
import { learntChanceIsOff, mayLearntChanceCount } from '../../../jobs/followup/learnt-chance.ts';
import { savePolicy } from '../../../store/policies/policies.ts';
import { ordinal } from '../../given.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const newPolicy = z.strictObject({
  policy: policySchema,
  /** The number of the newest policy as whoever saves knows it. */
  expectedNumber: ordinal,
  note: freeText.default(''),
});

export const savePolicyRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, { store }, done) => {
  app.post(
    '/v1/regions/:region/policies',
    {
      config: { access: 'policy.write' },
      schema: {
        summary: 'Save a new version of the policy',
        params: ofRegion,
        body: newPolicy,
        response: {
          201: z.strictObject({ number: z.int() }),
          ...failureResponses('usage', 'not_found', 'changed_meanwhile', 'refused'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'policy.write', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { policy, expectedNumber, note } = request.body;
      if (!(await mayLearntChanceCount(store.db, region, policy)))
        return sendFailure(request, reply, learntChanceIsOff);
      const outcome = await savePolicy(
        store,
        { region, policy, note, by: request.actor.userId },
        expectedNumber,
      );
      switch (outcome.status) {
        case 'not_found':
          return sendFailure(request, reply, noRegion);
        case 'superseded':
          return sendFailure(request, reply, changedMeanwhile);
        case 'saved':
          return reply.code(201).send({ number: outcome.number });
      }
    },
  );
  done();
};

const changedMeanwhile = failure('changed_meanwhile', {
  sv: 'Regionen har fått en ny policy sedan du hämtade den.',
  en: 'The region has a new policy since you fetched it.',
});
