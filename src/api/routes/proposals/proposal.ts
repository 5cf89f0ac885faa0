/** GET /v1/proposals/:id: what has become of a proposal, and how good it is for certain; its pairs have a route of their own. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { gapText } from '../../../jobs/proposals/gap-text.ts';
import { proposalSummary, withoutSmallGroups } from '../../../jobs/proposals/summary.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { allowed } from '../../guard.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { storedFailure } from '../jobs/stored-failure.ts';
import { byProposal, findProposal, noProposal } from './find-proposal.ts';

const text = z.strictObject({ sv: z.string(), en: z.string() });
const time = z.iso.datetime();
export const proposalAnswer = z.strictObject({
  id: z.uuid(),
  region: z.string(),
  /** Numbers within the region. */
  regionVersion: z.int(),
  policy: z.int(),
  previous: z.uuid().nullable(),
  /** Whether it is the one that stands in its region, may become that, or has been. */
  standing: z.enum(['standing', 'draft', 'superseded']),
  status: z.enum(['requested', 'running', 'proposed', 'failed', 'cancelled']),
  job: z.uuid().nullable(),
  requestedAt: time,
  endedAt: time.nullable(),
  /** SHA-256 of the problem that was solved, as GET .../proof gives it. */
  problemDigest: z.string().nullable(),
  /** Once it is proposed. */
  summary: proposalSummary.nullable(),
  /** How much better any other proposal could be. */
  gapText: text.nullable(),
  failure: storedFailure.nullable(),
  /** Somebody whom it was made from has been erased since: it stands as it is, but nobody can make it again or prove it. */
  cannotBeRepeated: z.boolean(),
});

export const proposalRoute: FastifyPluginCallbackZod<{ readonly store: Pick<StoreData, 'db'> }> = (
  app,
  { store },
  done,
) => {
  app.get(
    '/v1/proposals/:id',
    {
      config: { access: 'proposal.head' },
      schema: {
        summary: "A proposal's figures",
        params: byProposal,
        response: { 200: proposalAnswer, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const proposal = await findProposal(request, store, request.params.id, 'proposal.head');
      if (proposal === null) return sendFailure(request, reply, noProposal);
      const { summary, requestedAt, endedAt, region } = proposal;
      // Whoever may take the whole region out may see everybody in it.
      const whole = allowed(request, 'region.export', { region });
      return {
        ...proposal,
        summary: summary === null || whole ? summary : withoutSmallGroups(summary),
        requestedAt: requestedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        gapText: summary === null ? null : gapText(summary),
      };
    },
  );
  done();
};
