/** GET and POST /v1/regions/:region/followup/approvals: that an authority has approved research on these people, without which no lottery is looked at. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { readEntries, toKeep } from '../../../followup/agreements.ts';
import { ethicalApprovalSchema } from '../../../followup/settings-format.ts';
import { agree, agreementsIn } from '../../../store/followup/agreements.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const path = '/v1/regions/:region/followup/approvals';

export const listApprovalsRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.get(
    path,
    {
      config: { access: 'lottery.compare' },
      schema: {
        summary: 'The ethical approvals, in the order in which they were recorded',
        params: ofRegion,
        response: { 200: z.array(ethicalApprovalSchema), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'lottery.compare', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      return [...readEntries(await agreementsIn(deps.store.db, region)).ethical_approval];
    },
  );
  done();
};

export const recordApprovalRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.post(
    path,
    {
      config: { access: 'lottery.approve' },
      schema: {
        summary: 'Record an ethical approval',
        params: ofRegion,
        body: ethicalApprovalSchema,
        response: { 201: ethicalApprovalSchema, ...failureResponses('usage', 'not_found', 'refused') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'lottery.approve', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { body: approval, actor } = request;
      if (approval.decided_on > deps.clock().toISOString().slice(0, 10))
        return sendFailure(request, reply, notYet);
      const asking = { region, action: 'lottery.approve', by: actor.userId } as const;
      const agreed = await agree(deps.store.db, asking, () => ({
        status: 'agreed',
        entries: toKeep({ ethical_approval: [approval] }),
      }));
      if (agreed.status === 'not_found') return sendFailure(request, reply, noRegion);
      return reply.code(201).send(approval);
    },
  );
  done();
};

const notYet = failure('refused', {
  sv: 'Beslutsdagen ligger framåt i tiden: anteckna godkännandet när det finns.',
  en: 'The day of the decision lies ahead: record the approval once it is there.',
});
