/** POST /v1/explain: why a participant got what a proposal gives, what else there was, and why not another team. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { explanationSchema } from '../../matching/explain/explanation-format.ts';
import { answerWith, type Jobs } from '../jobs.ts';
import { explainBody } from '../openapi.ts';
import { failureResponses } from '../problem-document.ts';
import { settingsOf, solveQuery } from '../solve-query.ts';

export const explainRoute: FastifyPluginCallbackZod<Jobs & { readonly bodyLimitBytes: number }> = (
  app,
  { bodyLimitBytes, ...jobs },
  done,
) => {
  app.post(
    '/v1/explain',
    {
      config: { access: 'public' },
      bodyLimit: bodyLimitBytes,
      schema: {
        summary: 'Why this place, or none; and why not that team',
        description: 'Only a question about a team that no rule excludes takes a new solve.',
        body: explainBody,
        querystring: solveQuery,
        response: {
          200: {
            description: 'The explanation',
            content: { 'application/json': { schema: explanationSchema } },
          },
          ...failureResponses(
            'usage',
            'not_found',
            'input_refused',
            'not_verified',
            'nothing_found',
            'too_large',
            'unknown_media',
            'busy',
            'interrupted',
          ),
        },
      },
    },
    (request, reply) =>
      answerWith(jobs, request, reply, (sent, run) =>
        jobs.pool.run('explain', { sent, settings: settingsOf(request.query, jobs.timeLimitMs) }, run),
      ),
  );
  done();
};
