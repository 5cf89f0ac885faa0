/** POST /v1/grants: gives a role to somebody else, no wider than one's own. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { giveGrant } from '../../../store/users/grants.ts';
import { findUser } from '../../../store/users/users.ts';
import { type AccountDependencies, login, made, newGrant } from '../../auth/accounts.ts';
import { mayManage } from '../../auth/grant-targets.ts';
import { notAllowed } from '../../guard.ts';
import { recordAnswer } from '../../idempotency.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

export const giveGrantRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.post(
    '/v1/grants',
    {
      config: { access: 'grants.manage' },
      schema: {
        summary: 'Give a role',
        body: z.strictObject({ login, grant: newGrant }),
        response: { 201: made, ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { grant, login: to } = request.body;
      const { userId } = request.actor;
      if (!mayManage(request, grant)) return sendFailure(request, reply, notAllowed);
      const user = await findUser(deps.store.db, { login: to });
      if (user === null) return sendFailure(request, reply, unknown);
      if (user.id === userId) return sendFailure(request, reply, oneself);
      const outcome = await deps.store.db.transaction().execute(async (transaction) => {
        const given = await giveGrant(transaction, user.id, grant, userId, deps.clock());
        if (given.status === 'given') await recordAnswer(request, transaction, 201, { id: given.id });
        return given;
      });
      if (outcome.status === 'unknown') return sendFailure(request, reply, unknown);
      return reply.code(201).send({ id: outcome.id });
    },
  );
  done();
};

const unknown = failure('not_found', {
  sv: 'Användaren eller regionen finns inte.',
  en: 'There is no such user or region.',
});
/** An administrator sees no personal data: who could give a role to themselves would have them all. */
const oneself = failure('not_allowed', {
  sv: 'Ingen ger sig själv en roll.',
  en: 'Nobody gives themselves a role.',
});
