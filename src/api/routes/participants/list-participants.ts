/**
 * GET /v1/regions/:region/participants: the pseudonyms of those whom the asker may see, and where each is. What lies sealed is not told to the
 * database: who speaks a language, lives in an area or has waited for so long is found in a thread, and the query takes it from there.
 */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ParticipantField } from '../../../domain/access/fields.ts';
import { dayOf } from '../../../domain/dates.ts';
import { visible } from '../../../store/acting.ts';
import { listParticipants, participantStates } from '../../../store/participants/find-participants.ts';
import { openParticipants } from '../../../store/participants/open-participant.ts';
import { word } from '../../given.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import {
  noRegion,
  ofRegion,
  page,
  pageOf,
  pageQuery,
  type RegionDependencies,
  refusedIn,
  versionAsked,
} from '../../regions/door.ts';
import { fieldsOf, listed, listedParticipant } from '../../regions/participant-view.ts';
import { languageCode, search } from '../pairs/dependencies.ts';

const action = 'participants.list';

const question = pageQuery.extend({
  search: search.describe('a part of a pseudonym'),
  district: word.exactOptional().describe('where they live'),
  area: word.min(1).exactOptional().describe('a part of the name of the area where they live'),
  language: languageCode.exactOptional().describe('that they speak'),
  state: z.enum(participantStates).exactOptional(),
  waitedMonths: z.coerce
    .number()
    .int()
    .min(0)
    .max(1200)
    .exactOptional()
    .describe('since the residence permit, at least'),
  sort: z.enum(['id', 'permit_date']).default('id'),
  descending: z.stringbool().default(false),
});
type Question = z.infer<typeof question>;

export const listParticipantsRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { store, reads, pool, clock, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.get(
    '/v1/regions/:region/participants',
    {
      config: { access: action },
      schema: {
        summary: 'The participants whom you may see',
        description: 'Who may not see a field can neither sort nor filter by it.',
        params: ofRegion,
        querystring: question,
        response: {
          200: pageOf(listedParticipant),
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const { version: number, after = null, limit, sort, descending, ...filter } = request.query;
      const { search: sought, district, state, language, area, waitedMonths } = filter;
      const refused = refusedIn(request, action, region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const version = await versionAsked(store, region, number);
      if (version === null) return sendFailure(request, reply, noRegion);
      const today = dayOf(clock());
      let among: readonly string[] | null = null;
      if (sort === 'permit_date' || [language, area, waitedMonths].some((one) => one !== undefined)) {
        const asked = {
          ...{ access, region, version: version.id, language, area },
          ...(waitedMonths !== undefined && {
            waited: { months: waitedMonths, today },
          }),
          order: sort === 'permit_date' ? { descending, after } : { descending: false, after: null },
        };
        among = await inThread(request, reply, jobLimitMs, (run) => pool.run('findPeople', asked, run));
        if (among === null) return reply;
      }
      const found = await listParticipants(store.db, {
        ...{ region, version: version.id, after, limit, search: sought, district, state, among, descending },
        scope: visible(request.actor, action, fieldsAsked(request.query)),
        sort: sort === 'id' ? 'id' : 'among',
      });
      const ids = found.map(({ id }) => id);
      const actor = request.actor.userId;
      const detail = { version: version.number, participants: ids };
      await reads.record({ actor, action, region, subject: null, detail });
      const bundles = await openParticipants(store, region, version.id, ids);
      const rows = found.map((one) =>
        listed(one, bundles.get(one.id) ?? null, fieldsOf(request.actor, region, one), today),
      );
      return page(version, rows, limit);
    },
  );
  done();
};

/** What the asker must see of a person to narrow or sort by it. */
function fieldsAsked({ district, area, language, state, waitedMonths, sort }: Question): ParticipantField[] {
  return [
    ...(district === undefined && area === undefined ? [] : (['area'] as const)),
    ...(language === undefined ? [] : (['languages'] as const)),
    ...(state === undefined ? [] : (['status'] as const)),
    ...(waitedMonths === undefined && sort === 'id' ? [] : (['permit_date'] as const)),
  ];
}
