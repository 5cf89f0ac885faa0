/** POST /v1/regions/:region/proposals: asks for a proposal, which a worker makes; the answer says where to look for it. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { engineNames } from '../../../../solver/engines/names.ts';
import { failure } from '../../../errors.ts';
import { learntChanceIsOff } from '../../../jobs/followup/learnt-chance.ts';
import { requestProposal } from '../../../jobs/queue/request-proposal.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { findPointer } from '../../../store/proposals/standing-proposal.ts';
import { ordinal, word } from '../../given.ts';
import { allowed } from '../../guard.ts';
import { recordAnswer } from '../../idempotency.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

export interface RequestDependencies {
  readonly store: StoreData;
  /** The longest that a proposal may be solved for, in milliseconds; what is asked for is cut to it. */
  readonly longestSolveMs?: number;
  /** Jobs that may wait at the same time. */
  readonly mostWaiting?: number;
}

const defaultLongestMs = 30 * 60_000;
const defaultMostWaiting = 100;

const proposalBody = z.strictObject({
  /** The number of the region's version; the newest by default. */
  version: ordinal.min(1).exactOptional(),
  /** The number of the policy; the newest by default. */
  policy: ordinal.min(1).exactOptional(),
  /** A proposal whose standing pairs are to be kept where it costs little; the one that stands by default, as only what follows it can be kept; null for none. */
  previous: z.uuid().nullable().exactOptional(),
  engine: z.enum(['auto', ...engineNames]).default('auto'),
  /** Of the lottery that decides between equals. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(0),
  /** The largest gap to stop at; 0.01 is 1 %. */
  gap: z.number().min(0).max(1).default(0),
  /** Seconds of solving. */
  timeLimit: z.number().positive().max(86_400).default(120),
});

const requested = z.strictObject({ proposal: z.uuid(), job: z.uuid() });

export const requestProposalRoute: FastifyPluginCallbackZod<RequestDependencies> = (app, deps, done) => {
  const { store, longestSolveMs = defaultLongestMs, mostWaiting = defaultMostWaiting } = deps;
  app.post(
    '/v1/regions/:region/proposals',
    {
      config: { access: 'proposal.request' },
      schema: {
        summary: 'Ask for a proposal',
        params: z.strictObject({ region: word }),
        body: proposalBody,
        response: { 202: requested, ...failureResponses('usage', 'not_found', 'refused', 'busy') },
      },
    },
    async (request, reply) => {
      const { region } = request.params;
      if (!allowed(request, 'proposal.request', { region }))
        return sendFailure(request, reply, missing.region);
      const { version, policy, seed, engine, gap, timeLimit } = request.body;
      const { previous = (await findPointer(store.db, region))?.proposal } = request.body;
      const asked = {
        ...{ region, version, policy, seed, actor: request.actor.userId },
        previous: previous ?? undefined,
        settings: { engine, gap, timeLimitMs: Math.min(timeLimit * 1000, longestSolveMs) },
      };
      const outcome = await requestProposal(store, asked, {
        mostWaiting,
        alongside: (transaction, { proposal, job }) =>
          recordAnswer(request, transaction, 202, { proposal, job }),
      });
      switch (outcome.status) {
        case 'full':
          reply.header('retry-after', Math.max(1, Math.ceil(outcome.retryAfterMs / 1000)));
          return sendFailure(request, reply, full);
        case 'not_found':
          return sendFailure(request, reply, missing[outcome.what]);
        case 'learning_off':
          return sendFailure(request, reply, learntChanceIsOff);
        case 'requested': {
          const { proposal, job } = outcome;
          return reply.code(202).header('location', `/v1/jobs/${job}`).send({ proposal, job });
        }
      }
    },
  );
  done();
};

const missing = {
  region: failure('not_found', { sv: 'Regionen finns inte.', en: 'There is no such region.' }),
  version: failure('not_found', {
    sv: 'Regionen har ingen sådan version.',
    en: 'The region has no such version.',
  }),
  policy: failure('not_found', {
    sv: 'Regionen har ingen sådan policy.',
    en: 'The region has no such policy.',
  }),
  previous: failure('not_found', {
    sv: 'Det tidigare förslaget finns inte, eller är inte klart.',
    en: 'The earlier proposal is not there, or not finished.',
  }),
};
const full = failure('busy', {
  sv: 'Många förslag väntar redan på att räknas ut.',
  en: 'Many proposals wait to be worked out already.',
});
