/**
 * GET /v1/sessions/current: what a page asks first, also while nobody is signed in: who is, and the ways to sign in. Nobody is an answer here, not
 * a refusal.
 */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actorOfSession } from '../../../store/users/actor.ts';
import type { AccountDependencies } from '../../auth/accounts.ts';
import { csrfToken, sessionCookie } from '../../auth/cookie.ts';
import { describeUser, whoAnswer } from '../../auth/who.ts';

const current = z.strictObject({
  who: whoAnswer.nullable(),
  /** Whether the organisation's OpenID Connect provider signs in too. */
  openId: z.boolean(),
});

export const currentSessionRoute: FastifyPluginCallbackZod<AccountDependencies> = (app, deps, done) => {
  const { store, clock, secureCookies } = deps;
  const openId = deps.openId !== undefined;
  app.get(
    '/v1/sessions/current',
    {
      config: { access: 'public' },
      schema: { summary: 'Who is signed in, if anybody, and how one signs in', response: { 200: current } },
    },
    async ({ cookies }, reply) => {
      reply.header('cache-control', 'no-store');
      const token = cookies[sessionCookie(secureCookies)];
      const actor = token === undefined ? null : await actorOfSession(store.db, token, clock());
      if (token === undefined || actor === null) return { who: null, openId };
      return { who: await describeUser(store.db, actor.userId, csrfToken(token)), openId };
    },
  );
  done();
};
