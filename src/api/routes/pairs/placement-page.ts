/** GET /v1/proposals/:id/pairs/:participant/page: what a person's printed page says of their place, and nothing more than that. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findPerson } from '../../../store/proposals/person-target.ts';
import { storedPair } from '../../../store/proposals/stored-pair.ts';
import { allowed } from '../../guard.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofPair, type PairDependencies, weekSchema } from './dependencies.ts';
import { nothingThere } from './outcomes.ts';

const page = z.strictObject({
  region: z.string(),
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  participant: z.string(),
  team: z.strictObject({ name: z.string(), unit: z.string(), district: z.string() }),
  sfi: z.strictObject({ group: z.string(), provider: z.string(), course: z.string() }),
  startsOn: z.iso.date(),
  teamHours: z.number(),
  sfiHours: z.number(),
  week: weekSchema,
  conditions: storedPair.shape.conditions,
});

export const placementPageRoute: FastifyPluginCallbackZod<PairDependencies> = (app, deps, done) => {
  const { store, pool, reads, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.get(
    '/v1/proposals/:id/pairs/:participant/page',
    {
      config: { access: 'participant.print' },
      schema: {
        summary: 'What a participant takes home on paper',
        params: ofPair,
        response: {
          200: page,
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { id: proposal, participant } = request.params;
      const person = await findPerson(store.db, proposal, participant);
      if (person === undefined || !allowed(request, 'participant.print', person.target))
        return sendFailure(request, reply, nothingThere);
      const question = { access, proposal, participant };
      const found = await inThread(request, reply, jobLimitMs, (run) =>
        pool.run('placementPage', question, run),
      );
      if (found === null) return reply;
      if (found.status === 'not_found') return sendFailure(request, reply, nothingThere);
      const { userId: actor } = request.actor;
      const { region } = person.proposal;
      const detail = { proposal };
      await reads.record({ actor, action: 'participant.print', region, subject: participant, detail });
      return found.page;
    },
  );
  done();
};
