/** DELETE /v1/grants/:id: takes a role back. It counts no more from the next request on. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { findGrant, revokeGrant } from '../../../store/users/grants.ts';
import { type AccountDependencies, byId } from '../../auth/accounts.ts';
import { mayManage } from '../../auth/grant-targets.ts';
import { notAllowed, scope } from '../../guard.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

export const revokeGrantRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.delete(
    '/v1/grants/:id',
    {
      config: { access: 'grants.manage' },
      schema: {
        summary: 'Take a role back',
        params: byId,
        response: { 204: z.null(), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { db } = deps.store;
      const found = await findGrant(db, request.params.id, scope(request, 'grants.manage'));
      if (found === null) return sendFailure(request, reply, noGrant);
      if (!mayManage(request, found.grant)) return sendFailure(request, reply, notAllowed);
      const revoked = await revokeGrant(db, found.id, request.actor.userId, deps.clock());
      return revoked ? reply.code(204).send(null) : sendFailure(request, reply, noGrant);
    },
  );
  done();
};

const noGrant = failure('not_found', { sv: 'Rollen finns inte.', en: 'There is no such role given.' });
