/** POST /v1/proposals/:id/keep: a draft comes to stand in its region, once it has been looked at; what was decided in the one before goes along. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { keepProposal } from '../../../store/proposals/keep.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal, type PairDependencies } from './dependencies.ts';
import { refusal } from './outcomes.ts';

export const keepRoute: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
  app.post(
    '/v1/proposals/:id/keep',
    {
      config: { access: 'proposal.keep' },
      schema: {
        summary: 'Let a proposal stand',
        params: ofProposal,
        response: {
          200: z.strictObject({ version: z.int() }),
          ...failureResponses('usage', 'not_found', 'not_allowed', 'changed_meanwhile', 'refused'),
        },
      },
    },
    async (request, reply) => {
      const outcome = await keepProposal(store, { proposal: request.params.id, actor: request.actor });
      if (outcome.status !== 'kept') return sendFailure(request, reply, refusal(outcome));
      return { version: outcome.version };
    },
  );
  done();
};
