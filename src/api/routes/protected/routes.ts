/**
 * Persons with protected identities, one at a time: POST takes one down, GET reads one, GET .../places ranks what is free for them, POST and
 * DELETE .../place give and end a place. There is no list. What is sent lies in bodies only; addresses hold an id that means nothing.
 */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { key } from '../../../domain/tables/cells.ts';
import {
  addProtected,
  endProtected,
  placeProtected,
  protectedData,
  readProtected,
} from '../../../store/protected/protected-person.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofProposal as byId, ofRegion, type PairDependencies } from '../pairs/dependencies.ts';
import { nothingThere, refusal } from '../pairs/outcomes.ts';
import { rankedPlace } from '../pairs/rank-places.ts';

const config = { access: 'protected.match' } as const;
const place = z.strictObject({ team: key, sfiGroup: key });

export const protectedRoutes: FastifyPluginCallbackZod<PairDependencies> = (app, deps, done) => {
  const { store, pool, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.post(
    '/v1/regions/:region/protected-persons',
    {
      config,
      schema: {
        summary: 'Take down a person with protected data',
        params: ofRegion,
        body: protectedData,
        response: { 201: z.strictObject({ id: z.uuid() }), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { actor, body: data } = request;
      const outcome = await addProtected(store, { ...request.params, data, actor });
      if (outcome.status !== 'added') return sendFailure(request, reply, refusal(outcome));
      return reply.code(201).send({ id: outcome.id });
    },
  );
  app.get(
    '/v1/protected-persons/:id',
    {
      config,
      schema: {
        summary: 'A person with protected data',
        params: byId,
        response: {
          200: z.strictObject({ region: z.string(), data: protectedData, place: place.nullable() }),
          ...failureResponses('usage', 'not_found'),
        },
      },
    },
    async (request, reply) => {
      const found = await readProtected(store, { id: request.params.id, actor: request.actor });
      if (found.status !== 'found') return sendFailure(request, reply, refusal(found));
      const { region, data, place: at } = found;
      return { region, data, place: at };
    },
  );
  app.get(
    '/v1/protected-persons/:id/places',
    {
      config,
      schema: {
        summary: 'What is free for a person with protected data',
        params: byId,
        response: {
          200: z.strictObject({ places: z.array(rankedPlace) }),
          ...failureResponses('usage', 'not_found', 'nothing_found', 'too_large', 'busy', 'interrupted'),
        },
      },
    },
    async (request, reply) => {
      const { userId, grants, only } = request.actor;
      const question = { access, id: request.params.id, actor: { userId, grants, only } };
      const found = await inThread(request, reply, jobLimitMs, (run) =>
        pool.run('rankProtected', question, run),
      );
      if (found === null) return reply;
      if (found.status !== 'ranked') return sendFailure(request, reply, nothingThere);
      return { places: found.places.slice(0, 100) };
    },
  );
  app.post(
    '/v1/protected-persons/:id/place',
    {
      config,
      schema: {
        summary: 'Place a person with protected data',
        params: byId,
        body: place,
        response: {
          201: z.strictObject({ status: z.literal('placed') }),
          ...failureResponses('usage', 'not_found', 'refused'),
        },
      },
    },
    async (request, reply) => {
      const outcome = await placeProtected(store, {
        ...request.params,
        ...request.body,
        actor: request.actor,
      });
      if (outcome.status !== 'placed') return sendFailure(request, reply, refusal(outcome));
      return reply.code(201).send(outcome);
    },
  );
  app.delete(
    '/v1/protected-persons/:id/place',
    {
      config,
      schema: {
        summary: "End such a person's place",
        params: byId,
        response: { 204: z.null(), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const outcome = await endProtected(store, { id: request.params.id, actor: request.actor });
      if (outcome.status !== 'ended') return sendFailure(request, reply, refusal(outcome));
      return reply.code(204).send(null);
    },
  );
  done();
};
