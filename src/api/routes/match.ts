/** POST /v1/match: a proposal with its proof, for a region that is sent or named. Nothing of it is stored. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { proposalSchema } from '../../matching/proposal-format.ts';
import { answerWith, type Jobs } from '../jobs.ts';
import { jsonMedia, packedMedia } from '../media.ts';
import { matchBody } from '../openapi.ts';
import { failureResponses } from '../problem-document.ts';
import { settingsOf, solveQuery } from '../solve-query.ts';

export const matchRoute: FastifyPluginCallbackZod<Jobs & { readonly bodyLimitBytes: number }> = (
  app,
  { bodyLimitBytes, ...jobs },
  done,
) => {
  app.post(
    '/v1/match',
    {
      config: { access: 'public' },
      bodyLimit: bodyLimitBytes,
      schema: {
        summary: 'A proposal with its proof',
        description: 'The region as JSON, as a zip of its folder, as a workbook, or an example by name.',
        consumes: [jsonMedia, ...packedMedia],
        body: matchBody,
        querystring: solveQuery,
        response: {
          200: { description: 'The proposal', content: { 'application/json': { schema: proposalSchema } } },
          ...failureResponses(
            'usage',
            'input_refused',
            'conflict',
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
        jobs.pool.run('match', { sent, settings: settingsOf(request.query, jobs.timeLimitMs) }, run),
      ),
  );
  done();
};
