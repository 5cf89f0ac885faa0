/** Seats held in reserve: POST holds some of a team or an SFI group, DELETE gives back what one has held oneself. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { key } from '../../../domain/tables/cells.ts';
import { holdSeats, releaseSeats } from '../../../store/seats/held-seats.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal, ofRegion, type PairDependencies } from './dependencies.ts';
import { refusal } from './outcomes.ts';

export const heldSeatsRoutes: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
  app.post(
    '/v1/regions/:region/held-seats',
    {
      config: { access: 'seats.hold' },
      schema: {
        summary: 'Hold seats in reserve',
        params: ofRegion,
        body: z.strictObject({
          kind: z.enum(['team', 'sfi_group']),
          place: key,
          seats: z.int().min(1).max(1000),
        }),
        response: {
          201: z.strictObject({ id: z.uuid() }),
          ...failureResponses('usage', 'not_found', 'not_allowed', 'refused'),
        },
      },
    },
    async (request, reply) => {
      const outcome = await holdSeats(store, { ...request.params, ...request.body, actor: request.actor });
      if (outcome.status !== 'held') return sendFailure(request, reply, refusal(outcome));
      return reply.code(201).send({ id: outcome.id });
    },
  );
  app.delete(
    '/v1/held-seats/:id',
    {
      config: { access: 'seats.hold' },
      schema: {
        summary: 'Give held seats back',
        params: ofProposal,
        response: { 204: z.null(), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const outcome = await releaseSeats(store, { id: request.params.id, actor: request.actor });
      if (outcome.status !== 'released') return sendFailure(request, reply, refusal(outcome));
      return reply.code(204).send(null);
    },
  );
  done();
};
