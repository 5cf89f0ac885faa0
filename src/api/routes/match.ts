/** POST /v1/match: a proposal with its proof, for a region that is sent or named. Nothing of it is stored. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { engineNames } from '../../../solver/engines/index.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { failure } from '../../errors.ts';
import { match } from '../../matching/match.ts';
import { proposalSchema } from '../../matching/proposal-format.ts';
import { proposalFailure } from '../../proposal-failure.ts';
import { failureResponses, sendFailure } from '../problem-document.ts';
import { exampleRequest, jsonRequest, openRegion, zipRequest } from '../region-request.ts';
import { abandonment, type Solving } from '../solving.ts';

const body = z.union([exampleRequest, jsonRequest, zipRequest]);

const querystring = z.strictObject({
  engine: z.enum(['auto', ...engineNames]).default('auto'),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(0),
  gap: z.coerce.number().min(0).max(1).default(0),
  timeLimit: z.coerce
    .number()
    .positive()
    .optional()
    .meta({ description: 'seconds; cut to what the service allows' }),
});

export const matchRoute: FastifyPluginCallbackZod<Solving> = (app, solving, done) => {
  app.post(
    '/v1/match',
    {
      schema: {
        summary: 'A proposal with its proof',
        consumes: ['application/json', 'application/zip'],
        body,
        querystring,
        response: {
          200: proposalSchema,
          ...failureResponses(
            'usage',
            'input_refused',
            'conflict',
            'nothing_found',
            'too_large',
            'unknown_media',
            'busy',
          ),
        },
      },
    },
    async (request, reply) => {
      const leave = solving.admission.enter();
      if (leave === null) {
        return sendFailure(
          request,
          reply,
          failure('busy', { sv: 'Många frågar just nu.', en: 'Many are asking right now.' }),
        );
      }
      try {
        const signal = abandonment(reply, solving.stopping);
        const opened = await openRegion(request.body);
        if (opened.status === 'failed') return sendFailure(request, reply, opened);
        const { engine, seed, gap, timeLimit = Number.POSITIVE_INFINITY } = request.query;
        const timeLimitMs = Math.min(timeLimit * 1000, solving.timeLimitMs);
        const proposal = await match(
          opened.region,
          opened.policy ?? defaultPolicy,
          { engine, seed, gap, timeLimitMs },
          (problem, settings) => solving.solve(problem, settings, { signal }),
        );
        const failed = proposalFailure(proposal, signal.aborted);
        return failed === null ? proposal : sendFailure(request, reply, failed);
      } finally {
        leave();
      }
    },
  );
  done();
};
