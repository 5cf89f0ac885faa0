/** GET /v1/regions/:region/followup/export: outcomes, commitments and what was agreed on, as files that can be imported again. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { dayOf } from '../../../domain/dates.ts';
import { answerFrom } from '../../jobs.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

export const exportFollowupRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { url, masterKey } = deps.store;
  app.get(
    '/v1/regions/:region/followup/export',
    {
      config: { access: 'outcome.export' },
      schema: {
        summary: 'A zip of outcomes.csv, commitments.csv and followup.json',
        description: 'Without whoever has been erased, and without approvals. The log keeps who took it.',
        params: ofRegion,
        response: failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'outcome.export', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const today = dayOf(deps.clock());
      const asked = { access: { url, masterKey }, region, today, by: request.actor.userId };
      await answerFrom(deps, request, reply, (run) => deps.pool.run('exportFollowup', asked, run));
      return reply;
    },
  );
  done();
};
