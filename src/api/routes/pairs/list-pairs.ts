/** GET /v1/proposals/:id/pairs: the pairs that whoever asks may see, a page at a time, and how many there are in each state. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { key } from '../../../domain/tables/cells.ts';
import { listPairs, pairSorts } from '../../../store/proposals/list-pairs.ts';
import { keptCounts } from '../../../store/proposals/pair-counts.ts';
import { findProposed } from '../../../store/proposals/pair-row.ts';
import { word } from '../../given.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { languageCode, ofProposal, type PairDependencies, paging, search, status } from './dependencies.ts';
import { recordListed } from './listed.ts';
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

export const listPairsRoute: FastifyPluginCallbackZod<PairDependencies> = (app, deps, done) => {
  const { store, pool, reads, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
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
          language: languageCode.exactOptional().describe('that the participant speaks'),
          search,
        }),
        response: {
          200: z.strictObject({
            pairs: z.array(listedPair).readonly(),
            next: z.string().nullable(),
            counts: z.partialRecord(status, z.int()).readonly(),
          }),
          ...failureResponses('usage', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { sort, descending, limit, after, beyond, language, ...filter } = request.query;
      const { id: proposal } = request.params;
      const from = await findProposed(store.db, proposal);
      if (from === undefined) return { pairs: [], next: null, counts: {} };
      let speakers: readonly string[] | undefined;
      if (language !== undefined) {
        const { region, regionVersion: version } = from;
        const sought = { access, region, version, language, order: { descending: false, after: null } };
        const found = await inThread(request, reply, jobLimitMs, (run) =>
          pool.run('findPeople', sought, run),
        );
        if (found === null) return reply;
        speakers = found;
      }
      const asked = { proposal, actor: request.actor, filter: { ...filter, speakers } };
      const page = await listPairs(store, { ...asked, sort, descending, limit, after, beyond });
      if (page.status !== 'listed') return sendFailure(request, reply, refusal(page));
      const listed = { action: 'proposal.pairs', region: from.region, proposal } as const;
      await recordListed(reads, request, listed, page.pairs);
      const counts = await countPairs(asked);
      return { pairs: page.pairs, next: page.next, counts };
    },
  );
  done();
};
