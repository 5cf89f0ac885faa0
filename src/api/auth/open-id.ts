/**
 * Sign-in through an organisation's OpenID Connect provider: authorisation code with PKCE, state and nonce. What must be remembered between the
 * two steps stays in the browser that began, in a cookie of ten minutes: a code that somebody else obtained, or that comes back to another
 * browser, fits no cookie there. It is SameSite=Lax, since the way back starts at the provider.
 */
import type { CookieSerializeOptions } from '@fastify/cookie';
import * as client from 'openid-client';
import { z } from 'zod';
import type { OpenIdSettings } from '../../settings.ts';
import type { OpenIdentity } from '../../store/users/users.ts';
import type { SessionDependencies } from './accounts.ts';
import { pagePath } from './page-path.ts';

export const callbackPath = '/v1/sessions/openid/callback';

const begun = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  page: z.string().transform(pagePath),
});

export interface OpenId {
  /** The provider's page to go to, and what the cookie is to remember; throws where the provider does not answer. */
  readonly begin: (page: string) => Promise<{ readonly url: URL; readonly remember: string }>;
  /** Who came back and the page that they came for, or null where the way back does not fit what was remembered, or the provider refused. */
  readonly finish: (url: string, remembered: string | undefined) => Promise<CameBack | null>;
}

interface CameBack {
  readonly identity: OpenIdentity;
  readonly page: string;
}

/** What the two routes need. */
export interface OpenIdDependencies extends Omit<SessionDependencies, 'openId'> {
  readonly openId: OpenId;
}

export function openIdSignIn(provider: OpenIdSettings): OpenId {
  const configuration = keepingSuccess(() => discover(provider));
  return {
    begin: async (page) => {
      const [state, nonce, verifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ];
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: new URL(callbackPath, provider.publicUrl).href,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      const remember = Buffer.from(JSON.stringify({ state, nonce, verifier, page })).toString('base64url');
      return { url, remember };
    },
    finish: async (url, remembered) => {
      const known = recall(remembered);
      if (known === null) return null;
      try {
        const tokens = await client.authorizationCodeGrant(
          await configuration(),
          new URL(url, provider.publicUrl),
          {
            expectedState: known.state,
            expectedNonce: known.nonce,
            pkceCodeVerifier: known.verifier,
            idTokenExpected: true,
          },
        );
        const claims = tokens.claims();
        if (claims === undefined) return null;
        return { identity: { issuer: claims.iss, subject: claims.sub }, page: known.page };
      } catch {
        // Whatever is wrong with an answer from outside, nobody is signed in by it; its text may quote tokens.
        return null;
      }
    },
  };
}

export function beginCookie(secure: boolean): string {
  return secure ? '__Host-resursutbyte-openid' : 'resursutbyte-openid';
}

export function beginCookieOptions(secure: boolean): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 600 };
}

function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<client.Configuration> {
  // Plain HTTP is for a provider on this machine, which settings allow and nothing else.
  const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  return client.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: 10 });
}

/** Asks once and keeps the answer; a failure is forgotten, so that a provider that was down is asked again. */
function keepingSuccess<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= ask().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}

function recall(remembered: string | undefined): z.infer<typeof begun> | null {
  try {
    return begun.parse(JSON.parse(Buffer.from(remembered ?? '', 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
