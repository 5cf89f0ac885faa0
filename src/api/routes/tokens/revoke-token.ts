/** DELETE /v1/tokens/:id: revokes a token of one's own, or anybody's for who looks after them. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { revokeToken } from '../../../store/users/tokens.ts';
import { type AccountDependencies, byId } from '../../auth/accounts.ts';
import { allowed } from '../../guard.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

export const revokeTokenRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.delete(
    '/v1/tokens/:id',
    {
      config: { access: 'tokens.own' },
      schema: {
        summary: 'Revoke a token',
        params: byId,
        response: { 204: z.null(), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const who = { actor: request.actor.userId, own: !allowed(request, 'tokens.manage', {}) };
      const revoked = await revokeToken(deps.store.db, request.params.id, who, deps.clock());
      return revoked ? reply.code(204).send(null) : sendFailure(request, reply, noToken);
    },
  );
  done();
};

const noToken = failure('not_found', { sv: 'Nyckeln finns inte.', en: 'There is no such token.' });
