/** Objections to a proposal: POST takes one down, GET lists and opens them, POST .../answer answers one. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { freeText, key } from '../../../domain/tables/cells.ts';
import { answerCase, openCase, readCase } from '../../../store/proposals/cases.ts';
import { listCases } from '../../../store/proposals/list-cases.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal, ofRegion, type PairDependencies, paging, version } from './dependencies.ts';
import { recordListed } from './listed.ts';
import { refusal } from './outcomes.ts';

const words = freeText.refine((value) => value !== '', { message: 'words of one kind or another' });
const time = z.iso.datetime();
const listed = {
  id: z.uuid(),
  proposal: z.uuid(),
  participant: z.string(),
  version: z.int(),
  openedAt: time,
  answeredAt: time.nullable(),
};

export const contestRoutes: FastifyPluginCallbackZod<PairDependencies> = (app, { store, reads }, done) => {
  app.post(
    '/v1/proposals/:id/contests',
    {
      config: { access: 'contest.open' },
      schema: {
        summary: 'Take down an objection',
        params: ofProposal,
        body: z.strictObject({ participant: key, question: words }),
        response: {
          201: z.strictObject({ id: z.uuid() }),
          ...failureResponses('usage', 'not_found', 'not_allowed', 'refused'),
        },
      },
    },
    async (request, reply) => {
      const { actor, body } = request;
      const outcome = await openCase(store, { proposal: request.params.id, ...body, actor });
      if (outcome.status !== 'opened') return sendFailure(request, reply, refusal(outcome));
      return reply.code(201).send({ id: outcome.id });
    },
  );
  app.get(
    '/v1/regions/:region/contests',
    {
      config: { access: 'contest.answer' },
      schema: {
        summary: 'Objections, the oldest first',
        params: ofRegion,
        querystring: z.strictObject({ ...paging, onlyOpen: z.stringbool().default(true) }),
        response: {
          200: z.strictObject({ cases: z.array(z.strictObject(listed)), next: z.string().nullable() }),
          ...failureResponses('usage'),
        },
      },
    },
    async (request, reply) => {
      const page = await listCases(store, { ...request.params, ...request.query, actor: request.actor });
      if (page.status !== 'listed') return sendFailure(request, reply, refusal(page));
      const listed = { action: 'contest.answer', region: request.params.region } as const;
      await recordListed(reads, request, listed, page.cases);
      return { cases: page.cases.map(withTimes), next: page.next };
    },
  );
  app.get(
    '/v1/contests/:id',
    {
      config: { access: 'contest.answer' },
      schema: {
        summary: 'One objection, with its words',
        params: ofProposal,
        response: {
          200: z.strictObject({ ...listed, question: z.string().nullable(), answer: z.string().nullable() }),
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const found = await readCase(store, { id: request.params.id, actor: request.actor });
      return found.status === 'found' ? withTimes(found.case) : sendFailure(request, reply, refusal(found));
    },
  );
  app.post(
    '/v1/contests/:id/answer',
    {
      config: { access: 'contest.answer' },
      schema: {
        summary: 'Answer an objection',
        params: ofProposal,
        body: z.strictObject({ version, answer: words }),
        response: {
          200: z.strictObject({ version: z.int() }),
          ...failureResponses('usage', 'not_found', 'not_allowed', 'changed_meanwhile', 'refused'),
        },
      },
    },
    async (request, reply) => {
      const { version: expectedVersion, answer } = request.body;
      const given = { id: request.params.id, expectedVersion, answer, actor: request.actor };
      const outcome = await answerCase(store, given);
      if (outcome.status !== 'answered') return sendFailure(request, reply, refusal(outcome));
      return { version: outcome.version };
    },
  );
  done();
};

function withTimes<T extends { readonly openedAt: Date; readonly answeredAt: Date | null }>(found: T) {
  return {
    ...found,
    openedAt: found.openedAt.toISOString(),
    answeredAt: found.answeredAt?.toISOString() ?? null,
  };
}
