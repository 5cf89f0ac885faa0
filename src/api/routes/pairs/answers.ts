/** /v1/proposals/:id/answers: what a participant has answered to a proposal, and which units they wish for or not; POST records it, GET reads it back. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { participantAnswer } from '../../../domain/participant-answer.ts';
import { recordAnswer } from '../../../store/proposals/answers.ts';
import { readAnswers } from '../../../store/proposals/read-answers.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofPair, ofProposal, type PairDependencies } from './dependencies.ts';
import { refusal } from './outcomes.ts';

const recorded = z.strictObject({
  id: z.int(),
  proposal: z.uuid().describe('the one answered: this one, or one before it'),
  at: z.iso.datetime(),
  by: z.string(),
  answer: participantAnswer,
});

export const answerRoutes: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
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
  app.get(
    '/v1/proposals/:id/answers/:participant',
    {
      config: { access: 'participant.answer' },
      schema: {
        summary: "A participant's answers, the latest first",
        params: ofPair,
        response: {
          200: z.strictObject({ answers: z.array(recorded) }),
          ...failureResponses('usage', 'not_found', 'not_allowed'),
        },
      },
    },
    async (request, reply) => {
      const { id: proposal, participant } = request.params;
      const read = await readAnswers(store, { proposal, participant, actor: request.actor });
      if (read.status !== 'found') return sendFailure(request, reply, refusal(read));
      return { answers: read.answers.map((row) => ({ ...row, at: row.at.toISOString() })) };
    },
  );
  done();
};
