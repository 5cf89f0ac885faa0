/** GET /v1/regions/:region/followup/lottery: what can be compared through a lottery: the proposals, the places and the outcomes. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../domain/dates.ts';
import { key } from '../../../domain/tables/cells.ts';
import { readEntries, settingsOn } from '../../../followup/agreements.ts';
import { indicatorsOn, textSchema } from '../../../followup/indicators/indicator-format.ts';
import { armsOf } from '../../../followup/lottery/arms.ts';
import { isShare } from '../../../followup/lottery/tell-lottery.ts';
import { listProposals } from '../../../jobs/proposals/read-proposal.ts';
import { agreementsIn } from '../../../store/followup/agreements.ts';
import { loadUnitsAndTeams } from '../../../store/regions/load-places.ts';
import { latestVersion } from '../../../store/regions/region-version.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { noRegion, ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

/** Of the newest; who wants an older one knows its id. */
const mostProposals = 200;

const choices = z.strictObject({
  /** The newest first. */
  proposals: z.array(
    z.strictObject({ id: z.uuid(), requestedAt: z.iso.datetime(), regionVersion: z.int(), policy: z.int() }),
  ),
  /** Those of the newest version, the widest first. */
  arms: z.array(z.strictObject({ key: z.string(), name: textSchema })),
  /** The indicators that are shares, as they hold today. */
  outcomes: z.array(z.strictObject({ id: key, name: textSchema })),
});

export const lotteryChoicesRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { db } = deps.store;
  app.get(
    '/v1/regions/:region/followup/lottery',
    {
      config: { access: 'lottery.compare' },
      schema: {
        summary: 'What can be compared through the lottery of a proposal',
        params: ofRegion,
        response: { 200: choices, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'lottery.compare', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const version = await latestVersion(db, region);
      if (version === null) return sendFailure(request, reply, noRegion);
      const today = dayOf(deps.clock());
      const lines = await listProposals(db, { region, before: null, limit: mostProposals });
      const { indicators } = settingsOn(today, readEntries(await agreementsIn(db, region)));
      const arms = armsOf(await loadUnitsAndTeams(db, version.id));
      return {
        proposals: lines
          .filter(({ status }) => status === 'proposed')
          .map(({ id, requestedAt, regionVersion, policy }) => ({
            ...{ id, regionVersion, policy },
            requestedAt: requestedAt.toISOString(),
          })),
        arms: arms.map(({ key, name }) => ({ key, name })),
        outcomes: indicatorsOn(today, indicators)
          .filter(isShare)
          .map(({ id, name }) => ({ id, name })),
      };
    },
  );
  done();
};
