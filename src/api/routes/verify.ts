/** POST /v1/verify: whether a proposal stands up to being recomputed from its region. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { answerWith, type Jobs } from '../jobs.ts';
import { jsonMedia, zipMedia } from '../media.ts';
import { verification, verifyBody } from '../openapi.ts';
import { failureResponses } from '../problem-document.ts';

export const verifyRoute: FastifyPluginCallbackZod<Jobs & { readonly bodyLimitBytes: number }> = (
  app,
  { bodyLimitBytes, ...jobs },
  done,
) => {
  app.post(
    '/v1/verify',
    {
      config: { access: 'public' },
      bodyLimit: bodyLimitBytes,
      schema: {
        summary: 'Whether a proposal stands up to being recomputed',
        description: 'As JSON, or as a zip of the region folder with the proposal in it as proposal.json.',
        consumes: [jsonMedia, zipMedia],
        body: verifyBody,
        response: {
          200: { description: 'It holds', content: { 'application/json': { schema: verification } } },
          ...failureResponses(
            'usage',
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
      answerWith(jobs, request, reply, (sent, run) => jobs.pool.run('verify', { sent }, run)),
  );
  done();
};
