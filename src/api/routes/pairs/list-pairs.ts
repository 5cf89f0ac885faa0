/** GET /v1/proposals/:id/pairs: the pairs that whoever asks may see, a page at a time, and how many there are in each state. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { key } from '../../../domain/tables/cells.ts';
import { listPairs, pairSorts } from '../../../store/proposals/list-pairs.ts';
import { keptCounts } from '../../../store/proposals/pair-counts.ts';
import { word } from '../../given.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal, type PairDependencies, paging, search, status } from './dependencies.ts';
import { refusal } from './outcomes.ts';

const listedPair = z.strictObject({
  participant: z.string(),
  version: z.int(),
  team: z.string().exactOptional(),
  teamName: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  unitName: z.string().exactOptional(),
  district: z.string().exactOptional(),
  sfiGroup: z.string().exactOptional(),
  points: z.int().exactOptional(),
  state: status.exactOptional(),
  origin: z.enum(['proposed', 'kept', 'manual']).exactOptional(),
});

export const listPairsRoute: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
  const countPairs = keptCounts(store);
  app.get(
    '/v1/proposals/:id/pairs',
    {
      config: { access: 'proposal.pairs' },
      schema: {
        summary: "A proposal's pairs",
        description: 'Who may not see a field can neither sort, filter nor search by it.',
        params: ofProposal,
        querystring: z.strictObject({
          ...paging,
          sort: z.enum(pairSorts).default('participant'),
          descending: z.stringbool().default(false),
          beyond: key.exactOptional().describe('begin after the pair of this participant'),
          district: word.exactOptional(),
          unit: word.exactOptional(),
          state: status.exactOptional(),
          search,
        }),
        response: {
          200: z.strictObject({
            pairs: z.array(listedPair).readonly(),
            next: z.string().nullable(),
            counts: z.partialRecord(status, z.int()).readonly(),
          }),
          ...failureResponses('usage'),
        },
      },
    },
    async (request, reply) => {
      const { sort, descending, limit, after, beyond, ...filter } = request.query;
      const asked = { proposal: request.params.id, actor: request.actor, filter };
      const page = await listPairs(store, { ...asked, sort, descending, limit, after, beyond });
      if (page.status !== 'listed') return sendFailure(request, reply, refusal(page));
      const counts = await countPairs(asked);
      return { pairs: page.pairs, next: page.next, counts };
    },
  );
  done();
};
