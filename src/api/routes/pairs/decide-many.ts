/** POST /v1/proposals/:id/decisions: one step for many pairs, each with its own outcome; `each` decides those that can be, `all` every one or none. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pairState, pairStep } from '../../../domain/pair-life.ts';
import { key } from '../../../domain/tables/cells.ts';
import { decideMany } from '../../../store/proposals/decide-many.ts';
import { failureResponses } from '../../problem-document.ts';
import { ofProposal, type PairDependencies, text, version } from './dependencies.ts';
import { refusal } from './outcomes.ts';

const seen = z.strictObject({ participant: key, version });
const given = z.strictObject({
  mode: z.enum(['each', 'all']),
  step: pairStep,
  pairs: z
    .array(seen)
    .min(1)
    .max(500)
    .refine((pairs) => new Set(pairs.map(({ participant }) => participant)).size === pairs.length, {
      message: 'each participant once',
    }),
});

const outcome = z.strictObject({
  participant: z.string(),
  /** What became of the pair, or would have, where nothing was committed. */
  decided: z.strictObject({ version: z.int(), state: pairState }).nullable(),
  failure: z.strictObject({ code: z.string(), detail: text }).nullable(),
});

export const decideManyRoute: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
  app.post(
    '/v1/proposals/:id/decisions',
    {
      config: { access: 'proposal.pairs' },
      schema: {
        summary: 'Decide about many pairs',
        params: ofProposal,
        body: given,
        response: {
          200: z.strictObject({ committed: z.boolean(), outcomes: z.array(outcome) }),
          ...failureResponses('usage'),
        },
      },
    },
    async (request) => {
      const { mode, step } = request.body;
      const pairs = request.body.pairs.map(({ participant, version: expectedVersion }) => ({
        participant,
        expectedVersion,
      }));
      const { actor } = request;
      const made = await decideMany(store, { proposal: request.params.id, pairs, step, actor, mode });
      const outcomes = made.outcomes.map(({ participant, outcome: one }) => {
        if (one.status === 'decided')
          return { participant, decided: { version: one.version, state: one.state }, failure: null };
        const { code, detail } = refusal(one);
        return { participant, decided: null, failure: { code, detail } };
      });
      return { committed: made.committed, outcomes };
    },
  );
  done();
};
