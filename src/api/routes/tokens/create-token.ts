/** POST /v1/tokens: a token of one's own, for a machine. Its secret is shown here and never again. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createToken } from '../../../store/users/tokens.ts';
import { type AccountDependencies, newToken } from '../../auth/accounts.ts';
import { notAllowed } from '../../guard.ts';
import { recordAnswer } from '../../idempotency.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

const dayMs = 24 * 60 * 60_000;
const created = z.strictObject({
  id: z.uuid(),
  /** Sent as Authorization: Bearer. */
  secret: z.string(),
  expiresAt: z.iso.datetime(),
});

export const createTokenRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.post(
    '/v1/tokens',
    {
      config: { access: 'tokens.own' },
      schema: {
        summary: 'Make a token',
        body: newToken,
        response: { 201: created, ...failureResponses('usage') },
      },
    },
    async (request, reply) => {
      const { name, actions, days } = request.body;
      const { userId, only } = request.actor;
      if (only !== null && !actions.every((action) => only.has(action)))
        return sendFailure(request, reply, notAllowed);
      const now = deps.clock();
      const expiresAt = new Date(now.getTime() + days * dayMs);
      const answer = await deps.store.db.transaction().execute(async (transaction) => {
        const token = await createToken(transaction, userId, { name, actions, expiresAt }, now);
        const body = { ...token, expiresAt: expiresAt.toISOString() };
        await recordAnswer(request, transaction, 201, body);
        return body;
      });
      return reply.code(201).header('cache-control', 'no-store').send(answer);
    },
  );
  done();
};
