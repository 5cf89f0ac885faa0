/** GET and POST /v1/regions/:region/followup/approvals: that an authority has approved research on these people, without which no lottery is looked at. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../domain/dates.ts';
import { type Failure, failure } from '../../../errors.ts';
import { readEntries, toKeep } from '../../../followup/agreements.ts';
import {
  approvalState,
  type EthicalApproval,
  ethicalApprovalSchema,
  isLatest,
} from '../../../followup/lottery/approval.ts';
import { agree, agreementsIn } from '../../../store/followup/agreements.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

/** `replaced` where a later entry is about the same approval. */
const shownApproval = ethicalApprovalSchema.extend({
  state: z.enum(['stands', 'ahead', 'ended', 'withdrawn', 'replaced']),
  recordedAt: z.iso.datetime(),
  /** A user's name; null where files were read in by a command. */
  user: z.string().nullable(),
});

const path = '/v1/regions/:region/followup/approvals';

export const listApprovalsRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.get(
    path,
    {
      config: { access: 'lottery.compare' },
      schema: {
        summary: 'The ethical approvals, in the order in which they were recorded',
        params: ofRegion,
        response: { 200: z.array(shownApproval), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'lottery.compare', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const today = dayOf(deps.clock());
      const kept = await agreementsIn(deps.store.db, region);
      const approvals = readEntries(kept).ethical_approval;
      const records = kept.filter(({ kind }) => kind === 'ethical_approval');
      return approvals.map((approval, k) => ({
        ...approval,
        state: isLatest(approvals, k) ? approvalState(approval, today) : ('replaced' as const),
        recordedAt: records[k].at.toISOString(),
        user: records[k].byName,
      }));
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
        summary: 'Record an ethical approval, or the latest word on one',
        description:
          'An entry with the authority and reference of an earlier one takes its place: so an approval is withdrawn (`withdrawn_on`), or its end moved (`valid_until`). The earlier one stays on record.',
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
      const fault = faultOf(approval, dayOf(deps.clock()));
      if (fault !== null) return sendFailure(request, reply, fault);
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

function faultOf({ decided_on, valid_until, withdrawn_on }: EthicalApproval, today: string): Failure | null {
  if (decided_on > today || (withdrawn_on !== undefined && withdrawn_on > today)) return notYet;
  const ends = [valid_until, withdrawn_on].filter((end) => end !== undefined);
  return ends.some((end) => end < decided_on) ? endsFirst : null;
}

const notYet = failure('refused', {
  sv: 'Dagen ligger framåt i tiden: anteckna beslutet när det finns.',
  en: 'The day lies ahead: record the decision once it is there.',
});

const endsFirst = failure('refused', {
  sv: 'Godkännandet kan inte ta slut före dagen då det beslutades.',
  en: 'The approval cannot end before the day on which it was decided.',
});
