/** GET /v1/regions/:region/followup/report: every indicator with its figure, how sure it is, and what can be concluded. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { partnersOf } from '../../../domain/access/grants.ts';
import { dayOf } from '../../../domain/dates.ts';
import { date, key } from '../../../domain/tables/cells.ts';
import { groupKind, reportSchema } from '../../../followup/report/report-format.ts';
import { answerFrom } from '../../jobs.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const query = z.strictObject({
  /** What had been reported and agreed on by that day; today where none is named. */
  asOf: date.optional(),
  /** The groups by which figures are shown; all where none is named. */
  by: groupKind.optional(),
  /** The period of which figures over time and promises are shown; all where none is named. */
  period: key.optional(),
  as: z.enum(['json', 'csv']).default('json'),
  lang: z.enum(['sv', 'en']).default('sv'),
});

export const followupReportRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { url, masterKey } = deps.store;
  app.get(
    '/v1/regions/:region/followup/report',
    {
      config: { access: 'statistics.read' },
      schema: {
        summary: 'The report of follow-up',
        description:
          'As it was known on a day, so that an old report can be made again. No figure tells of fewer than five people. A partner sees the promises of their own.',
        params: ofRegion,
        querystring: query,
        response: {
          200: {
            description: 'The report; as CSV the figures alone',
            content: { 'application/json': { schema: reportSchema }, 'text/csv': { schema: z.string() } },
          },
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'statistics.read', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { asOf: day, by = null, period = null, as, lang } = request.query;
      // A day to come would tell of today, which is not over.
      const today = dayOf(deps.clock());
      const asOf = day === undefined || day > today ? today : day;
      const partners = partnersOf(request.actor.grants, 'statistics.read', region);
      const asked = { access: { url, masterKey }, region, asOf, by, period, partners, as, lang };
      await answerFrom(deps, request, reply, (run) => deps.pool.run('followupReport', asked, run));
      return reply;
    },
  );
  done();
};
