/** POST /v1/regions/:region/followup/imports: outcomes, commitments and what was agreed on, as files; all of it or nothing. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../domain/dates.ts';
import { asBytes } from '../../body.ts';
import { allowed } from '../../guard.ts';
import { answerWith } from '../../jobs.ts';
import { zipMedia } from '../../media.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const body = asBytes(z.unknown());

const counts = z.strictObject({
  /** `known` were there already, word for word. */
  outcomes: z.strictObject({ added: z.int(), known: z.int() }),
  /** New entries of settings, indicators, commitments and approvals. */
  agreements: z.int(),
  notes: z.array(z.unknown()),
});

export const importFollowupRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { url, masterKey } = deps.store;
  app.post(
    '/v1/regions/:region/followup/imports',
    {
      config: { access: 'outcome.import' },
      bodyLimit: deps.bodyLimitBytes,
      schema: {
        summary: 'Import outcomes.csv, commitments.csv and followup.json',
        description:
          'A zip with outcomes.csv, and the others where there are any; it may be the whole folder of the region. What is there already, word for word, is left, so that files that grow can be sent whole. With `preview=true` it is told what would be added, and nothing is kept.',
        consumes: [zipMedia],
        params: ofRegion,
        querystring: z.strictObject({ preview: z.enum(['true', 'false']).default('false') }),
        body,
        response: {
          200: {
            description: 'What was added, or would be',
            content: { 'application/json': { schema: counts } },
          },
          ...failureResponses(
            'usage',
            'not_found',
            'not_allowed',
            'input_refused',
            'refused',
            'nothing_found',
            'too_large',
            'unknown_media',
            'busy',
            'interrupted',
          ),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'outcome.import', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const today = dayOf(deps.clock());
      const keeper = {
        by: request.actor.userId,
        mayApprove: allowed(request, 'lottery.approve', { region }),
      };
      const preview = request.query.preview === 'true';
      const asked = { access: { url, masterKey }, region, keeper, today, preview };
      await answerWith(deps, request, reply, (sent, run) =>
        deps.pool.run('importFollowup', { ...asked, sent }, run),
      );
      return reply;
    },
  );
  done();
};
