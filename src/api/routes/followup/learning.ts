/**
 * GET and POST /v1/regions/:region/followup/learning: what a model learnt of past outcomes and what it means for women and men, and whether it may
 * count in the points. Whoever turns it on names the effect that they were shown; where outcomes have come since, it is another one.
 */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../domain/dates.ts';
import type { ChanceModel } from '../../../domain/learnt-chance.ts';
import { date, freeText, key } from '../../../domain/tables/cells.ts';
import { failure } from '../../../errors.ts';
import { toKeep } from '../../../followup/agreements.ts';
import { type LearningAnswer, learningSchema } from '../../../followup/learning/learning-format.ts';
import { learningSwitchSchema } from '../../../followup/settings-format.ts';
import { agree } from '../../../store/followup/agreements.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const path = '/v1/regions/:region/followup/learning';

export const readLearningRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.get(
    path,
    {
      config: { access: 'learning.read' },
      schema: {
        summary: 'What a model learns from past outcomes, and what it means for women and men',
        description: 'Below a stated number of people it declines, and says how many more it takes.',
        params: ofRegion,
        querystring: z.strictObject({ asOf: date.optional() }),
        response: {
          200: learningSchema,
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'learning.read', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { asOf = dayOf(deps.clock()) } = request.query;
      return (await learn(deps, request, reply, { region, asOf })) ?? reply;
    },
  );
  done();
};

const decided = {
  decidedBy: key,
  reason: freeText.refine((reason) => reason !== '', { message: 'why, in words' }),
};
const body = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal(true),
    effect: z.string().describe('effectId of the effect that was seen'),
    ...decided,
  }),
  z.strictObject({ on: z.literal(false), ...decided }),
]);

export const decideLearningRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.post(
    path,
    {
      config: { access: 'learning.decide' },
      schema: {
        summary: 'Let the learnt chance of completing count in the points, or no longer',
        params: ofRegion,
        body,
        response: {
          201: learningSwitchSchema,
          ...failureResponses(
            'usage',
            'not_found',
            'changed_meanwhile',
            'nothing_found',
            'too_large',
            'busy',
            'interrupted',
          ),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'learning.decide', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { body: given, actor } = request;
      const decided_on = dayOf(deps.clock());
      let model: ChanceModel | null = null;
      if (given.on) {
        const answer = await learn(deps, request, reply, { region, asOf: decided_on });
        if (answer === null) return reply;
        const now = answer.outcomes.find(({ outcome }) => outcome === 'completed');
        if (now?.status !== 'learnt' || now.effectId !== given.effect)
          return sendFailure(request, reply, anotherEffect);
        model = now.model;
      }
      const effect = given.on ? given.effect : null;
      const { on, decidedBy: decided_by, reason } = given;
      const decision = { on, effect, model, decided_by, decided_on, reason };
      const asking = { region, action: 'learning.decide', by: actor.userId } as const;
      const agreed = await agree(deps.store.db, asking, () => ({
        status: 'agreed',
        entries: toKeep({ learning: [decision] }),
      }));
      if (agreed.status === 'not_found') return sendFailure(request, reply, noRegion);
      return reply.code(201).send(decision);
    },
  );
  done();
};

/** Null where nothing came of it: then the request has been answered. */
async function learn(
  { store: { url, masterKey }, pool, jobLimitMs }: RegionDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  of: { readonly region: string; readonly asOf: string },
): Promise<LearningAnswer | null> {
  const asked = { access: { url, masterKey }, ...of };
  const told = await inThread(request, reply, jobLimitMs, (run) => pool.run('followupLearning', asked, run));
  if (told?.status !== 'failed') return told?.answer ?? null;
  await sendFailure(request, reply, told);
  return null;
}

const anotherEffect = failure('changed_meanwhile', {
  sv: 'Det som visades gäller inte längre, eller får inte räknas in. Se efter vad modellen nu betyder för kvinnor och män, och bestäm sedan.',
  en: 'What was shown holds no more, or may not count. Look at what the model now means for women and men, and then decide.',
});
