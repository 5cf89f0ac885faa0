/**
 * POST /v1/proposals/:id/pairs/:participant/decisions: a person takes a step with a pair. Which right it takes, the step says
 * (domain/pair-life.ts); the store asks for it where the pair is, in the transaction that decides.
 */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pairState, pairStep } from '../../../domain/pair-life.ts';
import { decide } from '../../../store/proposals/decide.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofPair, type PairDependencies, version } from './dependencies.ts';
import { refusal } from './outcomes.ts';

export const decideRoute: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
  app.post(
    '/v1/proposals/:id/pairs/:participant/decisions',
    {
      config: { access: 'proposal.pairs' },
      schema: {
        summary: 'Decide about a pair',
        params: ofPair,
        body: z.strictObject({ version: version.describe('of the pair, as it was seen'), step: pairStep }),
        response: {
          201: z.strictObject({ version: z.int(), state: pairState }),
          ...failureResponses('usage', 'not_found', 'not_allowed', 'changed_meanwhile', 'refused'),
        },
      },
    },
    async (request, reply) => {
      const { id: proposal, participant } = request.params;
      const { version: expectedVersion, step } = request.body;
      const { actor } = request;
      const outcome = await decide(store, { proposal, participant, expectedVersion, step, actor });
      if (outcome.status !== 'decided') return sendFailure(request, reply, refusal(outcome));
      return reply.code(201).send({ version: outcome.version, state: outcome.state });
    },
  );
  done();
};
