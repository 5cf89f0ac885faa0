/** POST /v1/regions/:region/followup/lottery: outcomes compared through the lottery of a proposal, which is drawn anew for it. */

import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../../domain/dates.ts';
import { date, key } from '../../../domain/tables/cells.ts';
import { lotteryAnswer } from '../../../followup/lottery/lottery-format.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofRegion, type RegionDependencies, refusedIn } from '../../regions/door.ts';

const arm = z
  .string()
  .min(1)
  .max(200)
  .describe('placed, unplaced, form:preschool, district:NAME, unit:ID or team:ID');

const body = z.strictObject({
  proposal: z.uuid(),
  arms: z.tuple([arm, arm]),
  outcome: key.describe('an indicator that is a share; its numerator is the outcome'),
  draws: z.int().min(2).max(1000).default(100),
  asOf: date.optional(),
});

export const compareLotteryRoute: FastifyPluginCallbackZod<RegionDependencies> = (app, deps, done) => {
  const { store, pool, reads, jobLimitMs } = deps;
  app.post(
    '/v1/regions/:region/followup/lottery',
    {
      config: { access: 'lottery.compare' },
      schema: {
        summary: 'What the lottery of a proposal tells of an outcome',
        description:
          'Each drawing is a solve. Where so many take longer than a request may, ask for fewer, or use the command followup lottery. Without an ethical approval on record nothing is drawn.',
        params: ofRegion,
        body,
        response: {
          200: lotteryAnswer,
          ...failureResponses(
            'usage',
            'not_found',
            'refused',
            'nothing_found',
            'too_large',
            'busy',
            'interrupted',
          ),
        },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      const refused = refusedIn(request, 'lottery.compare', region);
      if (refused !== null) return sendFailure(request, reply, refused);
      const { proposal, arms, outcome, draws, asOf = dayOf(deps.clock()) } = request.body;
      const access = { url: store.url, masterKey: store.masterKey };
      const asked = { access, region, proposal, asOf, draws, question: { arms, outcome } };
      const told = await inThread(request, reply, jobLimitMs, (run) =>
        pool.run('followupLottery', asked, run),
      );
      if (told === null) return reply;
      if (told.status === 'failed') return sendFailure(request, reply, told);
      const { userId: actor } = request.actor;
      const detail = { proposal, arms, outcome, draws: told.answer.draws };
      await reads.record({ actor, action: 'lottery.compare', region, subject: null, detail });
      return told.answer;
    },
  );
  done();
};
