/**
 * The guard of every door. Each route says in its `config.access` who may come in: an action of the table in src/domain/access, 'signed-in', or
 * 'public'; with a route that says nothing the service does not start. Before a body is read, the guard finds out who asks (a session's cookie, or an API
 * token as Authorization: Bearer), and refuses whoever is not signed in (401), may not do such a thing anywhere (403), or comes with a
 * cookie but not from our own page (403). What remains is for the handler: row filters (scope), and a single target (allowed).
 */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { mayDo, type Scope, type Target } from '../domain/access/grants.ts';
import type { Action } from '../domain/access/table.ts';
import { failure } from '../errors.ts';
import type { Store } from '../store/open-store.ts';
import { type Actor, actorOfSession, actorOfToken, actorScope, mayAnywhere } from '../store/users/actor.ts';
import { isCsrfToken, sessionCookie } from './auth/cookie.ts';
import { sendFailure } from './problem-document.ts';

type Access = Action | 'public' | 'signed-in';

/** A registered route and who may come in. */
interface Door {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route that the guard stands before; known once the app is ready. */
    readonly doors: readonly Door[];
  }
  interface FastifyContextConfig {
    readonly access?: Access;
  }
  interface FastifyRequest {
    /** Who asks. Only routes that demand a sign-in have one; elsewhere to ask for it is a fault of the program. */
    readonly actor: Actor;
    /** The actor, or null on a public route. */
    foundActor: Actor | null;
  }
}

export interface GuardDependencies {
  readonly store: Pick<Store, 'db'>;
  readonly clock: () => Date;
  /** Whether clients reach the service over HTTPS. */
  readonly secureCookies: boolean;
}

/** Puts the guard before all routes that are registered from here on. Needs @fastify/cookie. */
export function guardRoutes(app: FastifyInstance, deps: GuardDependencies): void {
  app.decorateRequest('foundActor', null);
  app.decorateRequest('actor', {
    getter(this: FastifyRequest) {
      if (this.foundActor === null) throw new Error('a route that demands no sign-in has no actor');
      return this.foundActor;
    },
  });
  const routes: RouteOptions[] = [];
  const doors: Door[] = [];
  app.decorate('doors', doors);
  // Looked at once all are there: a package's routes are told their access after they are registered.
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    for (const { method, url, config } of routes) {
      const access = config?.access;
      if (access === undefined)
        throw new Error(`${String(method)} ${url} does not say who may ask (config.access)`);
      doors.push(...[method].flat().map((name) => ({ method: name, url, access })));
    }
  });
  app.addHook('onRequest', async (request, reply) => {
    const access = request.is404 ? 'public' : request.routeOptions.config.access;
    if (access === 'public') return;
    const found = await whoAsks(request, deps);
    if (found === null) return sendFailure(request, reply.header('www-authenticate', 'Bearer'), notSignedIn);
    if (found === 'forged') return sendFailure(request, reply, forged);
    if (access === undefined || (access !== 'signed-in' && !mayAnywhere(found, access)))
      return sendFailure(request, reply, notAllowed);
    request.foundActor = found;
  });
}

/** The rows that whoever asks may see for an action: for withinScope (src/store/scope-filter.ts). */
export function scope(request: FastifyRequest, action: Action): Scope {
  return actorScope(request.actor, action);
}

/** Whether whoever asks may do this to that. What they may not even see is not found; what they may see but not do is notAllowed. */
export function allowed({ actor }: FastifyRequest, action: Action, target: Target): boolean {
  return (actor.only === null || actor.only.has(action)) && mayDo(actor.grants, action, target);
}

export const notAllowed = failure('not_allowed', {
  sv: 'Din roll ger inte rätt till det här.',
  en: 'Your role does not allow this.',
});
const notSignedIn = failure('not_signed_in', {
  sv: 'Det här kräver inloggning, eller en nyckel som gäller.',
  en: 'This needs a sign-in, or a token that is valid.',
});
const forged = failure('not_allowed', {
  sv: 'Frågan saknar det som visar att den kommer från den inloggades egen sida: x-csrf-token från GET /v1/me.',
  en: "The request lacks what shows that it comes from the user's own page: x-csrf-token from GET /v1/me.",
});

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

async function whoAsks(
  request: FastifyRequest,
  { store, clock, secureCookies }: GuardDependencies,
): Promise<Actor | 'forged' | null> {
  const [, bearer] = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '') ?? [];
  if (bearer !== undefined) return await actorOfToken(store.db, bearer, clock());
  const session = request.cookies[sessionCookie(secureCookies)];
  if (session === undefined) return null;
  const actor = await actorOfSession(store.db, session, clock());
  if (actor === null || safeMethods.has(request.method)) return actor;
  return isCsrfToken(request.headers['x-csrf-token'], session) ? actor : 'forged';
}
