/** GET /v1/me/waiting: what waits for whoever is signed in, in each region where they have a role. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { waitingFor } from '../../../store/waiting-for.ts';
import type { AccountDependencies } from '../../auth/accounts.ts';

const time = z.iso.datetime();
const waiting = z.strictObject({
  region: z.string(),
  name: z.string(),
  proposal: z.uuid().nullable().describe('the one that stands'),
  undecided: z.int().describe('pairs that nobody has decided on'),
  unconfirmed: z.int().describe('accepted pairs that wait for the school'),
  drafts: z.array(z.strictObject({ proposal: z.uuid(), requestedAt: time })),
  contests: z.int().describe('objections without an answer'),
  failed: z
    .array(z.strictObject({ job: z.uuid(), kind: z.string(), endedAt: time }))
    .describe('jobs of your own, in the last seven days'),
  uploads: z
    .array(z.strictObject({ upload: z.uuid(), uploadedAt: time, expiresAt: time }))
    .describe('what you have sent and not confirmed'),
});

export const waitingRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, { store, clock }, done) => {
  app.get(
    '/v1/me/waiting',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'What waits for you',
        response: { 200: z.strictObject({ regions: z.array(waiting) }) },
      },
    },
    async ({ actor }, reply) => {
      reply.header('cache-control', 'no-store');
      const regions = await waitingFor(store.db, actor, clock());
      return {
        regions: regions.map(({ drafts, failed, uploads, ...row }) => ({
          ...row,
          drafts: drafts.map((draft) => ({ ...draft, requestedAt: draft.requestedAt.toISOString() })),
          failed: failed.map((job) => ({ ...job, endedAt: job.endedAt.toISOString() })),
          uploads: uploads.map((sent) => ({
            ...sent,
            uploadedAt: sent.uploadedAt.toISOString(),
            expiresAt: sent.expiresAt.toISOString(),
          })),
        })),
      };
    },
  );
  done();
};
