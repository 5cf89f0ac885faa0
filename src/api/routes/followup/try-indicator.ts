/** POST /v1/regions/:region/indicators/preview: what an indicator would tell today, before anybody has agreed on it. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../domain/dates.ts';
import { indicatorSchema, textSchema } from '../../../followup/indicators/indicator-format.ts';
import { reportedIndicator } from '../../../followup/report/report-format.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

export const tryIndicatorRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { store, pool, jobLimitMs } = deps;
  app.post(
    '/v1/regions/:region/indicators/preview',
    {
      config: { access: 'agreement.write' },
      schema: {
        summary: 'What an indicator would tell today',
        description: 'As the report would tell it, with the same figures hidden. Nothing is kept.',
        params: ofRegion,
        body: indicatorSchema,
        response: {
          200: z.strictObject({ words: textSchema, reported: reportedIndicator }),
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'agreement.write', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const access = { url: store.url, masterKey: store.masterKey };
      const asOf = dayOf(deps.clock());
      const asked = { access, region, indicator: request.body, asOf };
      const told = await inThread(request, reply, jobLimitMs, (run) => pool.run('tryIndicator', asked, run));
      if (told === null) return reply;
      if (told.status === 'failed') return sendFailure(request, reply, told);
      const { words, reported } = told;
      return { words, reported };
    },
  );
  done();
};
