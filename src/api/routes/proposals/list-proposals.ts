/** GET /v1/regions/:region/proposals: what has been proposed, the newest first. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listProposals } from '../../../jobs/proposals/read-proposal.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, refusedIn } from '../../regions/door.ts';
import { proposalAnswer } from './proposal.ts';

const pageAsked = z.strictObject({
  /** Only those that were asked for before this proposal, such as the last of the page before. */
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const proposalLine = proposalAnswer
  .pick({ id: true, regionVersion: true, policy: true, status: true, job: true, requestedAt: true })
  .extend({
    ...proposalAnswer.pick({ endedAt: true, standing: true }).shape,
    /** Null where a command of the machine's own asked. */
    requestedBy: z.string().nullable(),
    /** Once it is proposed. */
    result: z
      .strictObject({ placed: z.int(), unplaced: z.int(), objective: z.number(), bound: z.number() })
      .nullable(),
  });

export const listProposalsRoute: FastifyPluginCallbackZod<{ readonly store: Pick<StoreData, 'db'> }> = (
  app,
  { store },
  done,
) => {
  app.get(
    '/v1/regions/:region/proposals',
    {
      config: { access: 'proposal.head' },
      schema: {
        summary: "A region's proposals",
        params: ofRegion,
        querystring: pageAsked,
        response: { 200: z.array(proposalLine), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const { before, limit } = request.query;
      const refused = refusedIn(request, 'proposal.head', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const lines = await listProposals(store.db, { region, before: before ?? null, limit });
      return lines.map(({ requestedAt, endedAt, ...line }) => ({
        ...line,
        requestedAt: requestedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      }));
    },
  );
  done();
};
