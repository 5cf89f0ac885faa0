/** GET /v1/proposals/:id/places/:participant: every place that the rules allow a participant, best first, as things stand now. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findPerson } from '../../../store/proposals/person-target.ts';
import { allowed } from '../../guard.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofPair, type PairDependencies } from './dependencies.ts';
import { nothingThere } from './outcomes.ts';

export const rankedPlace = z.strictObject({
  team: z.string(),
  unit: z.string(),
  sfiGroup: z.string(),
  points: z.int(),
  /** What the place is worth to others, in points. */
  price: z.number(),
  net: z.number(),
  teamSeatsLeft: z.int(),
  sfiSeatsLeft: z.int(),
});

export const rankPlacesRoute: FastifyPluginCallbackZod<PairDependencies> = (app, deps, done) => {
  const { store, pool, reads, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.get(
    '/v1/proposals/:id/places/:participant',
    {
      config: { access: 'participant.rank' },
      schema: {
        summary: "A participant's possible places",
        params: ofPair,
        querystring: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(50) }),
        response: {
          200: z.strictObject({ places: z.array(rankedPlace), more: z.int() }),
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { id: proposal, participant } = request.params;
      const { limit } = request.query;
      const person = await findPerson(store.db, proposal, participant);
      if (person === undefined || !allowed(request, 'participant.rank', person.target))
        return sendFailure(request, reply, nothingThere);
      const question = { access, proposal, participant };
      const found = await inThread(request, reply, jobLimitMs, (run) =>
        pool.run('rankPlaces', question, run),
      );
      if (found === null) return reply;
      if (found.status === 'not_found') return sendFailure(request, reply, nothingThere);
      const { userId: actor } = request.actor;
      const { region } = person.proposal;
      const detail = { proposal };
      await reads.record({ actor, action: 'participant.rank', region, subject: participant, detail });
      return { places: found.places.slice(0, limit), more: Math.max(0, found.places.length - limit) };
    },
  );
  done();
};
