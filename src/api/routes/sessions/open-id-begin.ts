/** GET /v1/sessions/openid: goes to the organisation's provider to sign in, and remembers the page that was asked for. */
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { beginCookie, beginCookieOptions, type OpenIdDependencies } from '../../auth/open-id.ts';
import { sendFailure } from '../../problem-document.ts';

/** A longer address than the cookie has room for leads to the first page. */
const question = z.object({ page: z.string().max(1000).catch('/').default('/') });

export const openIdBeginRoute: FastifyPluginCallbackZod<OpenIdDependencies> = (
  app,
  { openId, secureCookies },
  done,
) => {
  app.get(
    '/v1/sessions/openid',
    { config: { access: 'public' }, schema: { hide: true, querystring: question } },
    async (request, reply) => {
      const begun = await openId.begin(request.query.page).catch(() => null);
      if (begun === null) return sendFailure(request, reply, silent);
      return reply
        .setCookie(beginCookie(secureCookies), begun.remember, beginCookieOptions(secureCookies))
        .redirect(begun.url.href, 303);
    },
  );
  done();
};

const silent = failure('not_ready', {
  sv: 'Organisationens inloggning svarar inte.',
  en: "The organisation's sign-in does not answer.",
});
