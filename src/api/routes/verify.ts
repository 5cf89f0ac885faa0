/** POST /v1/verify: whether a proposal stands up to being recomputed from its region. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { defaultPolicy, policySchema } from '../../domain/policy.ts';
import { failure } from '../../errors.ts';
import { check } from '../../input-faults.ts';
import { proposalSchema } from '../../matching/proposal-format.ts';
import { verifyProposal } from '../../matching/verify-proposal.ts';
import { mismatchFailure } from '../../proposal-failure.ts';
import { exampleNames } from '../examples.ts';
import { failureResponses, sendFailure } from '../problem-document.ts';
import { jsonRequest, openRegion } from '../region-request.ts';

const text = z.object({ sv: z.string(), en: z.string() });

/** The region by name or as JSON, and the proposal that was made from it. */
const body = z
  .strictObject({
    example: z.enum(exampleNames).optional(),
    region: jsonRequest.optional(),
    policy: policySchema.optional(),
    proposal: z.unknown(),
  })
  .refine(({ example, region }) => (example === undefined) !== (region === undefined), {
    error: 'expected either example or region',
  });

export const verifyRoute: FastifyPluginCallbackZod = (app, _options, done) => {
  app.post(
    '/v1/verify',
    {
      schema: {
        summary: 'Whether a proposal stands up to being recomputed',
        body,
        response: {
          200: z.object({ verified: z.literal(true), onTrust: z.array(text) }),
          ...failureResponses('usage', 'input_refused', 'not_verified', 'too_large', 'unknown_media'),
        },
      },
    },
    async (request, reply) => {
      const { example, region, policy, proposal } = request.body;
      const named = region ?? (example && ({ kind: 'example', name: example, policy } as const));
      if (!named) throw new Error('the schema asks for either example or region');
      const opened = await openRegion(named);
      if (opened.status === 'failed') return sendFailure(request, reply, opened);
      const claimed = check(proposalSchema, proposal, 'proposal');
      if (claimed.status === 'faulty') {
        const detail = {
          sv: 'Det som skickades är inte ett förslag.',
          en: 'What was sent is not a proposal.',
        };
        return sendFailure(request, reply, failure('input_refused', detail, claimed.faults));
      }
      const checked = verifyProposal(opened.region, policy ?? opened.policy ?? defaultPolicy, claimed.value);
      const failed = mismatchFailure(checked.mismatches);
      if (failed !== null) return sendFailure(request, reply, failed);
      return { verified: true as const, onTrust: [...checked.onTrust] };
    },
  );
  done();
};
