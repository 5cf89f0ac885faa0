/** GET /v1/regions/:region/participants/:participant/log: who has seen a person, and what was done. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readLogOf } from '../../../store/audit/read-log.ts';
import { mayWith, noPerson, ofPerson, type PersonDependencies } from '../../persons/door.ts';
import { logEntry, logQuery, pageAsked, told } from '../../persons/log-page.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

const action = 'person.log';

export const readPersonLogRoute: FastifyPluginCallbackZod<PersonDependencies> = (app, deps, done) => {
  app.get(
    '/v1/regions/:region/participants/:participant/log',
    {
      config: { access: action },
      schema: {
        summary: 'Who has seen a person, and what was done; the newest first',
        params: ofPerson,
        querystring: logQuery,
        response: {
          200: z.array(logEntry.extend({ detail: z.unknown() })),
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const { region, participant } = request.params;
      if (!(await mayWith(request, deps, action, request.params)))
        return sendFailure(request, reply, noPerson);
      const rows = await readLogOf(deps.store.db, request.params, pageAsked(request.query));
      const { userId: actor } = request.actor;
      await deps.reads.record({
        actor,
        action,
        region,
        subject: participant,
        detail: { entries: rows.length },
      });
      return rows.map(told);
    },
  );
  done();
};
