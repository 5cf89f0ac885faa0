/** GET /v1/template: an empty workbook to fill in, with every column explained. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { answerFrom } from '../../jobs.ts';
import { failureResponses } from '../../problem-document.ts';
import type { RegionDependencies } from '../../regions/door.ts';

export const templateRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.get(
    '/v1/template',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'An empty workbook to fill in',
        response: failureResponses('nothing_found', 'too_large', 'busy', 'interrupted'),
      },
    },
    async (request, reply) => {
      await answerFrom(deps, request, reply, (run) => deps.pool.run('template', null, run));
      return reply;
    },
  );
  done();
};
