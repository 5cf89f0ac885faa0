/** GET /v1/proposals/:id/told: what had been decided or answered and could not be kept as it stood when the proposal was asked for. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listTold } from '../../../store/proposals/told.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal, type PairDependencies, text } from './dependencies.ts';
import { refusal } from './outcomes.ts';

const told = z.strictObject({
  position: z.int(),
  code: z.string(),
  participant: z.string().nullable(),
  place: z.string().nullable().describe('a team or SFI group, where it is about nobody'),
  ...text.shape,
});

export const toldRoute: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/proposals/:id/told',
    {
      config: { access: 'proposal.difference' },
      schema: {
        summary: 'What could not be kept as it stood',
        params: ofProposal,
        querystring: z.strictObject({
          after: z.coerce
            .number()
            .int()
            .min(0)
            .max(2 ** 31 - 1)
            .default(0),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: {
          200: z.strictObject({ told: z.array(told).readonly(), next: z.int().nullable() }),
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const { limit } = request.query;
      const asked = { proposal: request.params.id, actor: request.actor, ...request.query };
      const page = await listTold(store, asked);
      if (page.status !== 'listed') return sendFailure(request, reply, refusal(page));
      const { told: rows } = page;
      return { told: rows, next: rows.length === limit ? (rows.at(-1)?.position ?? null) : null };
    },
  );
  done();
};
