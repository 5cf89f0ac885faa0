/** DELETE /v1/sessions/current: signs out. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { leave } from '../../../store/users/sessions.ts';
import type { AccountDependencies } from '../../auth/accounts.ts';
import { sessionCookie } from '../../auth/cookie.ts';

export const signOutRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  app.delete(
    '/v1/sessions/current',
    { config: { access: 'signed-in' }, schema: { summary: 'Sign out', response: { 204: z.null() } } },
    async (request, reply) => {
      const name = sessionCookie(deps.secureCookies);
      const token = request.cookies[name];
      if (token !== undefined) await leave(deps.store.db, token);
      return reply.clearCookie(name, { path: '/', secure: deps.secureCookies }).code(204).send(null);
    },
  );
  done();
};
