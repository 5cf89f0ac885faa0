/** PUT /v1/me/password: a new password of one's own, in a session; an API token changes none. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { changePassword } from '../../../store/users/change-password.ts';
import { longestPassword, shortestPassword } from '../../../store/users/password.ts';
import type { AccountDependencies } from '../../auth/accounts.ts';
import { sessionCookie } from '../../auth/cookie.ts';
import { notAllowed } from '../../guard.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

const passwords = z.strictObject({
  current: z.string().min(1).max(longestPassword),
  next: z.string().min(shortestPassword).max(longestPassword),
});

export const changePasswordRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  const { store, clock, secureCookies } = deps;
  app.put(
    '/v1/me/password',
    {
      config: {
        access: 'signed-in',
        rateLimit: { max: deps.limits.signInsPerMinute, timeWindow: 60_000 },
      },
      schema: {
        summary: 'Change your own password',
        body: passwords,
        response: { 204: z.null(), ...failureResponses('usage', 'not_allowed', 'refused', 'too_often') },
      },
    },
    async (request, reply) => {
      const { actor, body, cookies } = request;
      const session = actor.by === 'session' ? cookies[sessionCookie(secureCookies)] : undefined;
      if (session === undefined) return sendFailure(request, reply, notAllowed);
      const outcome = await changePassword(store.db, { ...body, userId: actor.userId, session }, clock());
      if (outcome === 'refused') return sendFailure(request, reply, refused);
      return reply.code(204).send(null);
    },
  );
  done();
};

const refused = failure('refused', {
  sv: 'Det nuvarande lösenordet stämmer inte, eller så har det blivit fel för många gånger: vänta då en stund.',
  en: 'The present password is not right, or it went wrong too many times: then wait for a while.',
});
