/**
 * GET /v1/regions/:region/overview: a region in figures, for the first page and its map. Of people it tells figures of the whole region only,
 * without small numbers unless whoever asks may see everybody there; of places those within their scope.
 */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../domain/dates.ts';
import { languageName } from '../../../domain/languages.ts';
import { unitRow } from '../../../domain/tables/teams.ts';
import { sfiGroupRow } from '../../../domain/tables/timetable.ts';
import { placeFigures } from '../../../store/places/unit-figures.ts';
import { allowed, scope } from '../../guard.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import {
  noRegion,
  ofRegion,
  type RegionDependencies,
  refusedIn,
  versionAsked,
  versionNumber,
} from '../../regions/door.ts';

const action = 'region.figures';

const shownCount = z.union([z.int(), z.enum(['<5', 'hidden'])]).describe('a count of 1 to 4 is shown as <5');
const seats = { seats: z.int(), held: z.int(), taken: z.int(), left: z.int() };
const figures = z.strictObject({
  version: z.int(),
  today: z.iso.date(),
  waiting: shownCount,
  placed: shownCount,
  waited: z
    .array(z.strictObject({ from: z.int(), to: z.int().nullable(), people: shownCount }))
    .readonly()
    .describe('whole months since the residence permit, of those who wait'),
  languages: z
    .array(
      z.strictObject({
        language: z.string(),
        name: z.strictObject({ sv: z.string(), en: z.string() }),
        teams: z.int().describe('that want adults who speak it'),
        wanted: z.int(),
        present: z.int(),
        placed: shownCount,
        waiting: shownCount,
      }),
    )
    .readonly(),
  units: z.array(unitRow.extend({ teams: z.int(), ...seats })).readonly(),
  sfiGroups: z
    .array(
      sfiGroupRow
        .pick({ id: true, provider: true, path: true, course: true, lat: true, lon: true })
        .extend(seats),
    )
    .readonly(),
});

export const overviewRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { store, pool, clock, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.get(
    '/v1/regions/:region/overview',
    {
      config: { access: action },
      schema: {
        summary: 'A region in figures',
        params: ofRegion,
        querystring: z.strictObject({ version: versionNumber.optional() }),
        response: {
          200: figures,
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, action, region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const version = await versionAsked(store, region, request.query.version);
      if (version === null) return sendFailure(request, reply, noRegion);
      const today = dayOf(clock());
      // Whoever may take the whole region out may see everybody in it.
      const whole = allowed(request, 'region.export', { region });
      const question = { access, region, version: version.id, today, whole };
      const people = await inThread(request, reply, jobLimitMs, (run) => pool.run('overview', question, run));
      if (people === null) return reply;
      const asked = { region, version: version.id, scope: scope(request, action) };
      const languages = people.languages.map((row) => ({ ...row, name: languageName(row.language) }));
      const places = await placeFigures(store.db, asked);
      return { version: version.number, today, ...people, languages, ...places };
    },
  );
  done();
};
