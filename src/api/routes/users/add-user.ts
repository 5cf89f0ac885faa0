/** POST /v1/users: a user with a password, or one who signs in through the organisation's provider. Roles are given apart. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { name } from '../../../domain/tables/cells.ts';
import { failure } from '../../../errors.ts';
import { hashPassword, longestPassword, shortestPassword } from '../../../store/users/password.ts';
import { addUser } from '../../../store/users/users.ts';
import { type AccountDependencies, login, made, openIdentity } from '../../auth/accounts.ts';
import { recordAnswer } from '../../idempotency.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

const newUser = z
  .strictObject({
    login,
    name,
    password: z.string().min(shortestPassword).max(longestPassword).exactOptional(),
    openId: openIdentity.exactOptional(),
  })
  .refine(({ password, openId }) => password !== undefined || openId !== undefined, { path: ['password'] });

export const addUserRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.post(
    '/v1/users',
    {
      config: { access: 'users.manage' },
      schema: {
        summary: 'Add a user',
        body: newUser,
        response: { 201: made, ...failureResponses('usage', 'exists_already') },
      },
    },
    async (request, reply) => {
      const { password, openId = null, ...named } = request.body;
      const passwordHash = password === undefined ? null : await hashPassword(password);
      const outcome = await deps.store.db.transaction().execute(async (transaction) => {
        const user = { ...named, passwordHash, openId };
        const added = await addUser(transaction, user, request.actor.userId, deps.clock());
        if (added.status === 'added') await recordAnswer(request, transaction, 201, { id: added.id });
        return added;
      });
      if (outcome.status === 'exists') return sendFailure(request, reply, taken);
      return reply.code(201).send({ id: outcome.id });
    },
  );
  done();
};

const taken = failure('exists_already', {
  sv: 'Namnet, eller identiteten hos utfärdaren, hör redan till någon.',
  en: 'The name, or the identity at the provider, belongs to somebody already.',
});
