/** GET /v1/proposals/:id/unplaced: who waits for a place after a proposal, and why. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { countUnplaced, listUnplaced } from '../../../store/proposals/list-unplaced.ts';
import { findProposed } from '../../../store/proposals/pair-row.ts';
import { word } from '../../given.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal, type PairDependencies, paging, search, text } from './dependencies.ts';
import { recordListed } from './listed.ts';
import { refusal } from './outcomes.ts';

const waiting = z.strictObject({
  participant: z.string(),
  district: z.string().nullable(),
  reason: z.object({ code: z.string(), sv: z.string(), en: z.string(), change: text }).nullable(),
});

export const listUnplacedRoute: FastifyPluginCallbackZod<PairDependencies> = (
  app,
  { store, reads },
  done,
) => {
  app.get(
    '/v1/proposals/:id/unplaced',
    {
      config: { access: 'proposal.pairs' },
      schema: {
        summary: 'Who waits for a place',
        params: ofProposal,
        querystring: z.strictObject({
          ...paging,
          reason: word.exactOptional(),
          district: word.exactOptional(),
          search,
        }),
        response: {
          200: z.strictObject({
            unplaced: z.array(waiting).readonly(),
            next: z.string().nullable(),
            counts: z.record(z.string(), z.int()).readonly(),
          }),
          ...failureResponses('usage'),
        },
      },
    },
    async (request, reply) => {
      const { limit, after, ...filter } = request.query;
      const from = await findProposed(store.db, request.params.id);
      if (from === undefined) return { unplaced: [], next: null, counts: {} };
      const asked = { proposal: from.id, actor: request.actor, ...filter };
      const page = await listUnplaced(store, { ...asked, limit, after });
      if (page.status !== 'listed') return sendFailure(request, reply, refusal(page));
      const listed = { action: 'proposal.pairs', region: from.region, proposal: from.id } as const;
      await recordListed(reads, request, listed, page.unplaced);
      return { unplaced: page.unplaced, next: page.next, counts: await countUnplaced(store, asked) };
    },
  );
  done();
};
