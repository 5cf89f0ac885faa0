/** GET /v1/me: who is signed in, and what unsafe requests of the session must carry. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import type { AccountDependencies } from '../../auth/accounts.ts';
import { csrfToken, sessionCookie } from '../../auth/cookie.ts';
import { describeUser, whoAnswer } from '../../auth/who.ts';

export const meRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.get(
    '/v1/me',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Who is signed in', response: { 200: whoAnswer } },
    },
    ({ actor, cookies }, reply) => {
      const session = actor.by === 'session' ? cookies[sessionCookie(deps.secureCookies)] : undefined;
      reply.header('cache-control', 'no-store');
      return describeUser(deps.store.db, actor.userId, session === undefined ? null : csrfToken(session));
    },
  );
  done();
};
