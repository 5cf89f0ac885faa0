/** POST /v1/sessions: signs in with a local account. The session's token goes into a cookie that no script reads. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { longestPassword } from '../../../store/users/password.ts';
import { enter } from '../../../store/users/sessions.ts';
import { signIn } from '../../../store/users/sign-in.ts';
import type { SessionDependencies } from '../../auth/accounts.ts';
import { cookieOptions, csrfToken, sessionCookie } from '../../auth/cookie.ts';
import { describeUser, whoAnswer } from '../../auth/who.ts';
import { word } from '../../given.ts';
import { failureResponses, sendFailure } from '../../problem-document.ts';

const credentials = z.strictObject({
  login: word.min(1),
  password: z.string().min(1).max(longestPassword),
});

export const signInRoute: FastifyPluginCallbackZod<SessionDependencies> = (app, deps, done) => {
  const { store, clock, secureCookies, refusals } = deps;
  app.post(
    '/v1/sessions',
    {
      config: { access: 'public', rateLimit: { max: deps.limits.signInsPerMinute, timeWindow: 60_000 } },
      schema: {
        summary: 'Sign in',
        body: credentials,
        response: { 201: whoAnswer, ...failureResponses('usage', 'not_signed_in', 'too_often') },
      },
    },
    async (request, reply) => {
      const name = sessionCookie(secureCookies);
      const { login, password } = request.body;
      const outcome = await signIn(store.db, login, password, clock());
      if (outcome.status === 'refused') {
        refusals.ofPassword(outcome);
        return sendFailure(request, reply, refused);
      }
      const { userId } = outcome;
      const came = { userId, by: 'password', before: request.cookies[name] } as const;
      const { token, expiresAt } = await enter(store.db, came, clock());
      reply.setCookie(name, token, cookieOptions(secureCookies, expiresAt)).code(201);
      return describeUser(store.db, userId, csrfToken(token));
    },
  );
  done();
};

/** The same, whatever was wrong: it must not tell which accounts there are. */
const refused = failure('not_signed_in', {
  sv: 'Namn och lösenord hör inte ihop, eller så har det blivit fel för många gånger: vänta då en stund.',
  en: 'Name and password do not belong together, or it went wrong too many times: then wait for a while.',
});
