/** POST /v1/proposals/:id/answers: what a participant has answered to a proposal, and which units they wish for or not. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { participantAnswer } from '../../../domain/participant-answer.ts';
import { recordAnswer } from '../../../store/proposals/answers.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal, type PairDependencies } from './dependencies.ts';
import { refusal } from './outcomes.ts';

export const answerRoute: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
  app.post(
    '/v1/proposals/:id/answers',
    {
      config: { access: 'participant.answer' },
      schema: {
        summary: "Record a participant's answer",
        params: ofProposal,
        body: participantAnswer,
        response: {
          201: z.strictObject({ id: z.int() }),
          ...failureResponses('usage', 'not_found', 'not_allowed', 'refused'),
        },
      },
    },
    async (request, reply) => {
      const { actor, body: answer } = request;
      const outcome = await recordAnswer(store, { proposal: request.params.id, answer, actor });
      if (outcome.status !== 'recorded') return sendFailure(request, reply, refusal(outcome));
      return reply.code(201).send({ id: outcome.id });
    },
  );
  done();
};
