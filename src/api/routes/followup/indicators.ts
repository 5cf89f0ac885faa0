/** GET and POST /v1/regions/:region/indicators: what the partners steer by, in versions; a new one stands beside the old, from a day on. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../domain/dates.ts';
import { date } from '../../../domain/tables/cells.ts';
import { failure } from '../../../errors.ts';
import { nextVersion, readEntries, settingsOn, toKeep } from '../../../followup/agreements.ts';
import { indicatorSchema, indicatorsOn } from '../../../followup/indicators/indicator-format.ts';
import { agree, agreementsIn } from '../../../store/followup/agreements.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const path = '/v1/regions/:region/indicators';

export const listIndicatorsRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.get(
    path,
    {
      config: { access: 'statistics.read' },
      schema: {
        summary: 'The indicators: all versions, or those that hold on a day',
        params: ofRegion,
        querystring: z.strictObject({ on: date.optional() }),
        response: { 200: z.array(indicatorSchema), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'statistics.read', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { on } = request.query;
      const today = dayOf(deps.clock());
      const entries = readEntries(await agreementsIn(deps.store.db, region));
      const { indicators } = settingsOn(on ?? today, entries);
      return on === undefined ? indicators : [...indicatorsOn(on, indicators)];
    },
  );
  done();
};

export const saveIndicatorRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  app.post(
    path,
    {
      config: { access: 'agreement.write' },
      schema: {
        summary: 'Agree on an indicator, or on a new version of one',
        description:
          'Its `version` is the number after the latest, 1 for a new one: who comes second gets a conflict.',
        params: ofRegion,
        body: indicatorSchema,
        response: {
          201: z.strictObject({ id: z.string(), version: z.int() }),
          ...failureResponses('usage', 'not_found', 'changed_meanwhile'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'agreement.write', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { body: indicator, actor } = request;
      const { id, version } = indicator;
      const given = { region, action: 'agreement.write', by: actor.userId } as const;
      const agreed = await agree(deps.store.db, given, (standing) => {
        const next = nextVersion(readEntries(standing), id);
        if (next.version !== version) return { status: 'superseded', next: next.version } as const;
        return { status: 'agreed', entries: toKeep({ indicator: [...next.first, indicator] }) } as const;
      });
      if (agreed.status === 'not_found') return sendFailure(request, reply, noRegion);
      if (agreed.status === 'superseded') return sendFailure(request, reply, notNext(agreed.next));
      return reply.code(201).send({ id, version });
    },
  );
  done();
};

const notNext = (version: number) =>
  failure('changed_meanwhile', {
    sv: `Nästa version av indikatorn är ${version}: en tidigare ändras aldrig.`,
    en: `The next version of the indicator is ${version}: an earlier one is never changed.`,
  });
