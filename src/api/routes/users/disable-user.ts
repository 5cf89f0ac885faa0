/** DELETE /v1/users/:id: shuts a user out at once. What they did stays theirs, so the user is not removed. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { disableUser } from '../../../store/users/users.ts';
import { type AccountDependencies, byId } from '../../auth/accounts.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

export const disableUserRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.delete(
    '/v1/users/:id',
    {
      config: { access: 'users.manage' },
      schema: {
        summary: 'Disable a user',
        params: byId,
        response: { 204: z.null(), ...failureResponses('usage', 'not_found') },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (id === request.actor.userId) return sendFailure(request, reply, oneself);
      const disabled = await disableUser(deps.store.db, id, request.actor.userId, deps.clock());
      return disabled ? reply.code(204).send(null) : sendFailure(request, reply, noUser);
    },
  );
  done();
};

const oneself = failure('not_allowed', {
  sv: 'Ingen stänger av sig själv: den sista som sköter konton kunde då försvinna.',
  en: 'Nobody disables themselves: the last who manages users could then be gone.',
});
const noUser = failure('not_found', {
  sv: 'Användaren finns inte, eller är redan avstängd.',
  en: 'There is no such user, or they are disabled already.',
});
