/**
 * Why somebody has the place that they have: GET .../why gives terms, week and what else there is; GET .../why-not/:team says why not a certain
 * team. Both at once, as things stand now, for whoever has a place and for whoever waits.
 */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { key } from '../../../domain/tables/cells.ts';
import { findPerson } from '../../../store/proposals/person-target.ts';
import { allowed } from '../../guard.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofPair, type PairDependencies, text, weekSchema } from './dependencies.ts';
import { nothingThere } from './outcomes.ts';
import { rankedPlace } from './rank-places.ts';

const words = text.shape;
const alternative = rankedPlace.extend({
  difference: z.int().describe('its points less those of the place that the person has'),
  displaced: z
    .array(
      z.strictObject({ participant: z.string(), team: z.string(), sfiGroup: z.string(), points: z.int() }),
    )
    .readonly()
    .describe('who would have to give way, of those whom you may see'),
  displacedElsewhere: z.int().describe('how many others would'),
  change: z.number().describe('of the objective, if those displaced get nothing else'),
  verdict: z.enum(['possible', 'override', 'impossible']),
});

const account = z.strictObject({
  place: z
    .strictObject({
      team: z.string(),
      unit: z.string(),
      sfiGroup: z.string(),
      points: z.int(),
      terms: z
        .array(z.strictObject({ term: z.string(), points: z.int(), most: z.int(), ...words }))
        .readonly(),
      teamHours: z.number(),
      sfiHours: z.number(),
      week: weekSchema,
    })
    .nullable(),
  alternatives: z.array(alternative).readonly(),
});

const reason = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('stands'), ...words }),
  z.strictObject({
    verdict: z.literal('excluded'),
    rules: z.array(z.strictObject({ rule: z.string(), ...words })),
    ...words,
  }),
  z.strictObject({ verdict: z.literal('open'), place: alternative, ...words }),
]);

const unfinished = failureResponses(
  'usage',
  'not_found',
  'nothing_found',
  'too_large',
  'busy',
  'interrupted',
);
const action = 'proposal.explain';

export const whyRoutes: FastifyPluginCallbackZod<PairDependencies> = (app, deps, done) => {
  const { store, pool, reads, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.get(
    '/v1/proposals/:id/pairs/:participant/why',
    {
      config: { access: action },
      schema: {
        summary: 'Why this place, and what else there is',
        params: ofPair,
        response: { 200: account, ...unfinished },
      },
    },
    async (request, reply) => {
      const { actor } = request;
      const { id: proposal, participant } = request.params;
      const person = await findPerson(store.db, proposal, participant);
      if (person === undefined || !allowed(request, action, person.target))
        return sendFailure(request, reply, nothingThere);
      const { region } = person.proposal;
      const question = { access, actor, region, proposal, participant };
      const found = await inThread(request, reply, jobLimitMs, (run) => pool.run('whyPair', question, run));
      if (found === null) return reply;
      if (found.status === 'not_found') return sendFailure(request, reply, nothingThere);
      await reads.record({
        ...{ actor: actor.userId, action, region, subject: participant },
        detail: { proposal },
      });
      const { place, alternatives } = found;
      return { place, alternatives };
    },
  );
  app.get(
    '/v1/proposals/:id/pairs/:participant/why-not/:team',
    {
      config: { access: action },
      schema: {
        summary: 'Why not this team',
        params: ofPair.extend({ team: key }),
        response: { 200: reason, ...unfinished },
      },
    },
    async (request, reply) => {
      const { actor } = request;
      const { id: proposal, participant, team } = request.params;
      const person = await findPerson(store.db, proposal, participant);
      if (person === undefined || !allowed(request, action, person.target))
        return sendFailure(request, reply, nothingThere);
      const { region } = person.proposal;
      const question = { access, actor, region, proposal, participant, team };
      const found = await inThread(request, reply, jobLimitMs, (run) => pool.run('whyNot', question, run));
      if (found === null) return reply;
      if (found.status === 'not_found') return sendFailure(request, reply, nothingThere);
      await reads.record({
        ...{ actor: actor.userId, action, region, subject: participant },
        detail: { proposal, team },
      });
      return found.why;
    },
  );
  done();
};
