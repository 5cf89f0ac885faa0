/** GET /v1/regions/:region/participants/:participant/report: all that is held of a person (registerutdrag), as JSON or as plain text. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accessReportText, partNames, reportParts } from '../../../domain/access-report.ts';
import { makeAccessReport } from '../../../store/access-report/make-report.ts';
import { mayWith, noPerson, ofPerson, type PersonDependencies } from '../../persons/door.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

const action = 'access_report.make';

export const readReportRoute: FastifyPluginCallbackZod<PersonDependencies> = (app, deps, done) => {
  app.get(
    '/v1/regions/:region/participants/:participant/report',
    {
      config: { access: action },
      schema: {
        summary: 'All that is held of a person (registerutdrag)',
        params: ofPerson,
        querystring: z.strictObject({
          as: z.enum(['json', 'text']).default('json'),
          lang: z.enum(['sv', 'en']).default('sv'),
        }),
        response: {
          200: {
            description: 'Part by part, each with what it is for',
            content: { 'application/json': { schema: z.unknown() }, 'text/plain': { schema: z.string() } },
          },
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const { region, participant } = request.params;
      const { as, lang } = request.query;
      if (!(await mayWith(request, deps, action, request.params)))
        return sendFailure(request, reply, noPerson);
      const made = await makeAccessReport(deps.store, request.params, deps.clock());
      if (made.status === 'not_found') return sendFailure(request, reply, noPerson);
      const { userId: actor } = request.actor;
      await deps.reads.record({ actor, action, region, subject: participant, detail: { as } });
      if (as === 'text') {
        const text = accessReportText(made.report, lang);
        return reply.type('text/plain; charset=utf-8').serializer(String).send(text);
      }
      const parts = partNames.map((name) => ({
        part: name,
        ...reportParts[name],
        entries: made.report.parts[name],
      }));
      return reply
        .type('application/json; charset=utf-8')
        .serializer(JSON.stringify)
        .send({ ...made.report, parts });
    },
  );
  done();
};
