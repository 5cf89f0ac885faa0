/** GET /v1/proposals/:id/difference: what a proposal changes against the one that it follows: who moves, from where to where, why, what it is worth. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { differenceSchema } from '../../../matching/difference/difference-format.ts';
import { findProposed } from '../../../store/proposals/pair-row.ts';
import { allowed } from '../../guard.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal, type PairDependencies } from './dependencies.ts';
import { nothingThere } from './outcomes.ts';

const { format, changes, totals, summary } = differenceSchema.shape;

export const differenceRoute: FastifyPluginCallbackZod<PairDependencies> = (app, deps, done) => {
  const { store, pool, reads, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.get(
    '/v1/proposals/:id/difference',
    {
      config: { access: 'proposal.difference' },
      schema: {
        summary: 'What a proposal changes',
        description: 'Changes of those whom the asker may see; sums for whoever sees the whole region.',
        params: ofProposal,
        response: {
          200: z.strictObject({
            format,
            changes: changes.readonly(),
            totals: totals.nullable(),
            summary: summary.nullable(),
          }),
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const head = await findProposed(store.db, request.params.id);
      if (head?.previous == null || !allowed(request, 'proposal.difference', { region: head.region }))
        return sendFailure(request, reply, nothingThere);
      const { grants } = request.actor;
      const question = { access, before: head.previous, after: head.id, region: head.region, grants };
      const found = await inThread(request, reply, jobLimitMs, (run) =>
        pool.run('compareProposals', question, run),
      );
      if (found === null) return reply;
      const detail = { proposal: head.id, previous: head.previous, participants: found.changes.length };
      const { userId: actor } = request.actor;
      await reads.record({
        actor,
        action: 'proposal.difference',
        region: head.region,
        subject: null,
        detail,
      });
      return found;
    },
  );
  done();
};
