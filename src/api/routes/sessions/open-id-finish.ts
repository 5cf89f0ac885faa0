/** GET /v1/sessions/openid/callback: comes back from the provider. Whoever is registered here is signed in; nobody else is. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { failure } from '../../../errors.ts';
import { enter } from '../../../store/users/sessions.ts';
import { userOfOpenId } from '../../../store/users/users.ts';
import { cookieOptions, sessionCookie } from '../../auth/cookie.ts';
import { beginCookie, callbackPath, type OpenIdDependencies } from '../../auth/open-id.ts';
import { sendFailure } from '../../problem-document.ts';

export const openIdFinishRoute: FastifyPluginCallbackZod<OpenIdDependencies> = (
  app,
  { store, clock, openId, secureCookies, refusals },
  done,
) => {
  app.get(callbackPath, { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const remembering = beginCookie(secureCookies);
    const back = await openId.finish(request.url, request.cookies[remembering]);
    reply.clearCookie(remembering, { path: '/', secure: secureCookies });
    if (back === null) {
      refusals.ofOpenId();
      return sendFailure(request, reply, refused);
    }
    const userId = await userOfOpenId(store.db, back.identity);
    if (userId === null) {
      refusals.ofOpenId();
      return sendFailure(request, reply, stranger);
    }
    const session = sessionCookie(secureCookies);
    const came = { userId, by: 'openid', before: request.cookies[session] } as const;
    const { token, expiresAt } = await enter(store.db, came, clock());
    return reply.setCookie(session, token, cookieOptions(secureCookies, expiresAt)).redirect(back.page, 303);
  });
  done();
};

const refused = failure('not_signed_in', {
  sv: 'Inloggningen fullföljdes inte: börja om.',
  en: 'The sign-in was not completed: start again.',
});
const stranger = failure('not_signed_in', {
  sv: 'Du är inloggad hos din organisation men inte upplagd här: be den som sköter konton.',
  en: 'You are signed in at your organisation but not registered here: ask whoever manages users.',
});
