/** Seats: GET tells how many are free now, and which are held in reserve; POST holds some of a team or an SFI group, DELETE gives back one's own. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { key } from '../../../domain/tables/cells.ts';
import { holdSeats, releaseSeats } from '../../../store/seats/held-seats.ts';
import { listHeldSeats, listSeats } from '../../../store/seats/list-seats.ts';
import { scope } from '../../guard.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal, ofRegion, type PairDependencies } from './dependencies.ts';
import { refusal } from './outcomes.ts';

const kind = z.enum(['team', 'sfi_group']);
const placeSeats = z.strictObject({
  kind,
  place: z.string(),
  seats: z.int(),
  held: z.int().describe('by the region and by hand'),
  taken: z.int(),
  left: z.int().describe('below 0 where more stand there than it has seats for'),
});
const heldAtPlace = z.strictObject({
  kind,
  place: z.string(),
  seats: z.int(),
  own: z
    .array(z.strictObject({ id: z.uuid(), seats: z.int(), heldAt: z.iso.datetime() }))
    .describe('what you have held yourself, and can give back'),
});

export const seatsRoutes: FastifyPluginCallbackZod<PairDependencies> = (app, { store }, done) => {
  app.get(
    '/v1/regions/:region/seats',
    {
      config: { access: 'places.read' },
      schema: {
        summary: 'Seats as they are now',
        params: ofRegion,
        querystring: z.strictObject({
          kind: kind.default('team'),
          onlyFree: z.stringbool().default(false),
          after: key.exactOptional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: {
          200: z.strictObject({ seats: z.array(placeSeats).readonly(), next: z.string().nullable() }),
          ...failureResponses('usage'),
        },
      },
    },
    async (request) => {
      const { after = null, ...asked } = request.query;
      const of = { ...request.params, ...asked, after, scope: scope(request, 'places.read') };
      const seats = await listSeats(store.db, of);
      return { seats, next: seats.length === asked.limit ? (seats.at(-1)?.place ?? null) : null };
    },
  );
  app.get(
    '/v1/regions/:region/held-seats',
    {
      config: { access: 'seats.hold' },
      schema: {
        summary: 'Seats held in reserve, by place',
        params: ofRegion,
        response: { 200: z.strictObject({ held: z.array(heldAtPlace) }), ...failureResponses('usage') },
      },
    },
    async (request) => {
      const { userId } = request.actor;
      const asked = { ...request.params, scope: scope(request, 'seats.hold'), userId };
      const held = await listHeldSeats(store.db, asked);
      const own = (rows: (typeof held)[number]['own']) =>
        rows.map((row) => ({ ...row, heldAt: row.heldAt.toISOString() }));
      return { held: held.map((row) => ({ ...row, own: own(row.own) })) };
    },
  );
  app.post(
    '/v1/regions/:region/held-seats',
    {
      config: { access: 'seats.hold' },
      schema: {
        summary: 'Hold seats in reserve',
        params: ofRegion,
        body: z.strictObject({
          kind,
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
