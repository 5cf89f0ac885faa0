/** GET and POST /v1/regions/:region/commitments: what partners promised for a period and what came of it; a later report corrects an earlier one. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { partnersOf } from '../../../domain/access/grants.ts';
import { dayOf } from '../../../domain/dates.ts';
import { commitmentRow } from '../../../domain/tables/followup.ts';
import { failure } from '../../../errors.ts';
import { readEntries, settingsOn, toKeep } from '../../../followup/agreements.ts';
import { checkCommitments, timesReported } from '../../../followup/commitments.ts';
import { agree, agreementsIn } from '../../../store/followup/agreements.ts';
import { ordinal } from '../../given.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const path = '/v1/regions/:region/commitments';

export const listCommitmentsRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.get(
    path,
    {
      config: { access: 'commitment.read' },
      schema: {
        summary: 'Every report of a commitment, in the order in which they were recorded',
        description: 'A partner sees their own.',
        params: ofRegion,
        response: { 200: z.array(commitmentRow), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'commitment.read', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const partners = partnersOf(request.actor.grants, 'commitment.read', region);
      const { commitment } = readEntries(await agreementsIn(deps.store.db, region));
      return commitment.filter(({ partner }) => partners === 'all' || partners.has(partner));
    },
  );
  done();
};

export const reportCommitmentRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.post(
    path,
    {
      config: { access: 'agreement.write' },
      schema: {
        summary: 'Record what a partner promised, or what came of it',
        description:
          '`version` is the number of reports of that promise that were read, 0 where there was none: who comes second gets a conflict. The later of two of one day holds.',
        params: ofRegion,
        body: commitmentRow.omit({ recorded_on: true }).extend({ version: ordinal }),
        response: {
          201: commitmentRow,
          ...failureResponses('usage', 'not_found', 'refused', 'changed_meanwhile'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'agreement.write', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const recorded_on = dayOf(deps.clock());
      const { version, ...told } = request.body;
      const commitment = { ...told, recorded_on };
      const given = { region, action: 'agreement.write', by: request.actor.userId } as const;
      const agreed = await agree(deps.store.db, given, (standing) => {
        const entries = readEntries(standing);
        if (timesReported(commitment, entries.commitment) !== version)
          return { status: 'superseded' } as const;
        const settings = settingsOn(recorded_on, entries);
        const faults = checkCommitments([commitment], settings, () => 1);
        return faults.length > 0
          ? ({ status: 'faulty', faults } as const)
          : ({ status: 'agreed', entries: toKeep({ commitment: [commitment] }) } as const);
      });
      if (agreed.status === 'not_found') return sendFailure(request, reply, noRegion);
      if (agreed.status === 'superseded') return sendFailure(request, reply, superseded);
      if (agreed.status === 'faulty')
        return sendFailure(request, reply, failure('refused', unknownPromise, agreed.faults));
      return reply.code(201).send(commitment);
    },
  );
  done();
};

const superseded = failure('changed_meanwhile', {
  sv: 'Någon annan har rapporterat löftet sedan du hämtade det. Hämta det på nytt och se vad som gäller.',
  en: 'Somebody else has reported the promise since you fetched it. Fetch it anew and see what holds.',
});

const unknownPromise = {
  sv: 'Parten eller perioden är inte bland dem som samarbetet har.',
  en: 'The partner or the period is not among those of the partnership.',
};
