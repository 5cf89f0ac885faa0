/** POST /v1/proposals/:id/pairs/:participant/check: what it would mean to make a pair by hand, before anybody does. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { key } from '../../../domain/tables/cells.ts';
import { findPerson } from '../../../store/proposals/person-target.ts';
import { notStanding } from '../../../store/proposals/standing-proposal.ts';
import { allowed, notAllowed } from '../../guard.ts';
import { inThread } from '../../in-thread.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';
import { ofPair, type PairDependencies, text } from './dependencies.ts';
import { nothingThere, refusal } from './outcomes.ts';

export const place = { team: key, sfiGroup: key };

const words = text.shape;
const checked = z.strictObject({
  participant: z.string(),
  team: z.string(),
  unit: z.string(),
  sfiGroup: z.string(),
  points: z.int(),
  terms: z.array(z.strictObject({ term: z.string(), points: z.int(), ...words })).readonly(),
  rules: z.array(z.strictObject({ rule: z.string(), overridable: z.boolean(), ...words })).readonly(),
  overruns: z
    .array(z.strictObject({ constraint: z.string(), by: z.number(), cost: z.number().nullable(), ...words }))
    .readonly(),
  displaced: z
    .array(
      z.strictObject({ participant: z.string(), team: z.string(), sfiGroup: z.string(), points: z.int() }),
    )
    .readonly(),
  /** Of the objective, if those displaced get nothing else. */
  change: z.number(),
  verdict: z.enum(['possible', 'override', 'impossible']),
});

export const checkPairRoute: FastifyPluginCallbackZod<PairDependencies> = (app, deps, done) => {
  const { store, pool, reads, jobLimitMs } = deps;
  const access = { url: store.url, masterKey: store.masterKey };
  app.post(
    '/v1/proposals/:id/pairs/:participant/check',
    {
      config: { access: 'pair.manual' },
      schema: {
        summary: 'What a pair by hand would mean',
        params: ofPair,
        body: z.strictObject(place),
        response: {
          200: checked,
          ...failureResponses(
            'usage',
            'not_found',
            'not_allowed',
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
      const { id: proposal, participant } = request.params;
      const person = await findPerson(store.db, proposal, participant);
      if (person === undefined || !allowed(request, 'participant.read', person.target))
        return sendFailure(request, reply, nothingThere);
      if (!allowed(request, 'pair.manual', person.target)) return sendFailure(request, reply, notAllowed);
      const question = { access, proposal, participant, ...request.body };
      const found = await inThread(request, reply, jobLimitMs, (run) => pool.run('checkPair', question, run));
      if (found === null) return reply;
      if (found.status === 'not_found') return sendFailure(request, reply, nothingThere);
      if (found.status === 'not_standing')
        return sendFailure(request, reply, refusal({ status: 'refused', text: notStanding.draft }));
      const { userId: actor } = request.actor;
      const { region } = person.proposal;
      const detail = { proposal, ...request.body };
      await reads.record({ actor, action: 'participant.rank', region, subject: participant, detail });
      const { status: _, ...check } = found.check;
      return check;
    },
  );
  done();
};
