/** GET and PUT /v1/regions/:region/partnership: who the partners are, their periods, and what the figures rest on. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { partnersOf } from '../../../domain/access/grants.ts';
import { dayOf } from '../../../domain/dates.ts';
import { failure } from '../../../errors.ts';
import { partnershipSchema, readEntries, settingsOn, toKeep } from '../../../followup/agreements.ts';
import { ethicalApprovalSchema } from '../../../followup/lottery/approval.ts';
import { agree, agreementsIn } from '../../../store/followup/agreements.ts';
import { ordinal } from '../../given.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const path = '/v1/regions/:region/partnership';

export const readPartnershipRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.get(
    path,
    {
      config: { access: 'statistics.read' },
      schema: {
        summary: 'The partners, their periods, and what the figures rest on',
        description: 'A partner sees of the partners their own, and no approval.',
        params: ofRegion,
        response: {
          200: z.strictObject({
            partnership: partnershipSchema,
            /** How often it has been saved. */
            version: z.int(),
            approval: ethicalApprovalSchema.nullable(),
          }),
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'statistics.read', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const entries = readEntries(await agreementsIn(deps.store.db, region));
      const settings = settingsOn(dayOf(deps.clock()), entries);
      const { as_of: _, indicators: __, learning: ___, ethical_approval, ...partnership } = settings;
      const own = partnersOf(request.actor.grants, 'statistics.read', region);
      const version = entries.settings.length;
      if (own === 'all') return { partnership, version, approval: ethical_approval ?? null };
      const partners = partnership.partners.filter(({ id }) => own.has(id));
      return { partnership: { ...partnership, partners }, version, approval: null };
    },
  );
  done();
};

export const savePartnershipRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.put(
    path,
    {
      config: { access: 'agreement.write' },
      schema: {
        summary: 'Save the partners, their periods, and what the figures rest on',
        description:
          '`version` is the one that was read, 0 where there was none: who comes second gets a conflict.',
        params: ofRegion,
        body: z.strictObject({ partnership: partnershipSchema, version: ordinal }),
        response: {
          200: z.strictObject({ version: z.int() }),
          ...failureResponses('usage', 'not_found', 'changed_meanwhile'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'agreement.write', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { partnership, version } = request.body;
      const given = { region, action: 'agreement.write', by: request.actor.userId } as const;
      const agreed = await agree(deps.store.db, given, (standing) =>
        readEntries(standing).settings.length === version
          ? ({ status: 'agreed', entries: toKeep({ settings: [partnership] }) } as const)
          : ({ status: 'superseded' } as const),
      );
      if (agreed.status === 'not_found') return sendFailure(request, reply, noRegion);
      if (agreed.status === 'superseded') return sendFailure(request, reply, superseded);
      return { version: version + 1 };
    },
  );
  done();
};

const superseded = failure('changed_meanwhile', {
  sv: 'Någon annan har sparat sedan du hämtade uppgifterna.',
  en: 'Somebody else has saved since you fetched it.',
});
