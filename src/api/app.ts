/**
 * The API as a Fastify app: plugins, limits and routes, in plain sight. It never listens and reads no environment; what
 * it needs is handed in.
 */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifySchemaCompiler,
} from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { InputProblem } from '../domain/checks/input-problem.ts';
import { type Failure, failure } from '../errors.ts';
import { check } from '../input-faults.ts';
import type { OpenIdSettings } from '../settings.ts';
import { auditReads } from '../store/audit/reads.ts';
import type { StoreAccess, StoreData } from '../store/open-store.ts';
import type { AccountDependencies } from './auth/accounts.ts';
import { checkBody, smallBodyBytes } from './body.ts';
import { type GuardDependencies, guardRoutes } from './guard.ts';
import { answerOnce } from './idempotency.ts';
import type { Jobs } from './jobs.ts';
import { logFault, logRequests, type WriteLine } from './log.ts';
import { jsonMedia, packedMedia } from './media.ts';
import { serveMetrics } from './metrics.ts';
import { describing } from './openapi.ts';
import { isPage, sendPage, servePages } from './pages.ts';
import { sendFailure } from './problem-document.ts';
import { defaultLimits, type Limits, protect, tooOften } from './protection.ts';
import { accountRoutes } from './routes/accounts.ts';
import { readAuditRoute } from './routes/audit/read-audit.ts';
import { verifyAuditRoute } from './routes/audit/verify-audit.ts';
import { examplesRoute } from './routes/examples.ts';
import { explainRoute } from './routes/explain.ts';
import { followupRoutes } from './routes/followup/routes.ts';
import { healthRoute } from './routes/health.ts';
import { jobRoutes } from './routes/jobs/routes.ts';
import { matchRoute } from './routes/match.ts';
import { pairRoutes } from './routes/pairs/routes.ts';
import { personRoutes } from './routes/persons.ts';
import type { RequestDependencies } from './routes/proposals/request-proposal.ts';
import { proposalRoutes } from './routes/proposals/routes.ts';
import { protectedRoutes } from './routes/protected/routes.ts';
import { readyRoute } from './routes/ready.ts';
import { regionRoutes } from './routes/regions.ts';
import { scenarioRoutes } from './routes/scenarios/routes.ts';
import { verifyRoute } from './routes/verify.ts';

export interface AppDependencies extends Jobs, GuardDependencies, RequestDependencies {
  readonly store: StoreData & StoreAccess;
  /** Where the audit log's anchor lies. */
  readonly dataDir: string;
  /** The organisation's OpenID Connect provider, where there is one. */
  readonly openId?: OpenIdSettings | undefined;
  /** Proxies whose word about the client's address is taken; none by default. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly limits?: Limits;
  /** Where the built pages lie; without them the API stands alone. */
  readonly pages?: string | undefined;
  /** The largest body of a route that hands its bytes to a thread; all others take small ones. */
  readonly bodyLimitBytes: number;
  /** Takes the lines that the service writes of itself. */
  readonly log: WriteLine;
}

/** So long may answers under way take once the service closes: longer than jobs are given to stop. */
const LAST_ANSWERS_MS = 7_000;

export async function buildApp(deps: AppDependencies): Promise<FastifyInstance> {
  const answerFault = (error: FastifyError | RequestFaults, request: FastifyRequest, reply: FastifyReply) => {
    const failed = asFailure(error);
    if (failed.code === 'internal') logFault(deps.log, error);
    return sendFailure(request, reply, failed);
  };
  const app = fastify({
    bodyLimit: smallBodyBytes,
    trustProxy: deps.trustedProxies === undefined ? false : [...deps.trustedProxies],
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    // A request that comes while the service closes gets the same kind of answer as any other.
    return503OnClosing: false,
    frameworkErrors: answerFault,
  });
  app.setValidatorCompiler<z.ZodType>(validate);
  app.setSerializerCompiler(serializerCompiler);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([jsonMedia, ...packedMedia], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.setNotFoundHandler((request, reply) =>
    deps.pages !== undefined && isPage(request) ? sendPage(reply) : sendFailure(request, reply, noAddress),
  );
  app.setErrorHandler<FastifyError | RequestFaults>(answerFault);
  logRequests(app, deps.log);
  // Browsers open connections in advance and keep them: at the end, the service does not wait for those.
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS_MS).unref();
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The pages of /docs set styles inline and draw icons from data URLs; nothing comes from elsewhere.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
      },
    },
  });
  const limits = deps.limits ?? defaultLimits;
  await protect(app, limits);
  await app.register(cookie);
  await app.register(swagger, describing);
  guardRoutes(app, deps);
  answerOnce(app, deps);
  await app.register(describe);
  await registerRoutes(app, { ...deps, limits });
  if (deps.pages !== undefined) await servePages(app, deps.pages);
  return app;
}

/** The pages of /docs, which are a package's own and open to all. */
async function describe(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: 'public' };
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
}

/** Every other route. */
async function registerRoutes(
  app: FastifyInstance,
  deps: AppDependencies & AccountDependencies,
): Promise<void> {
  app.get('/v1/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger());
  await app.register(healthRoute);
  await app.register(readyRoute, deps);
  serveMetrics(app);
  await app.register(examplesRoute);
  await app.register(matchRoute, deps);
  await app.register(verifyRoute, deps);
  await app.register(explainRoute, deps);
  const reads = auditReads(deps.store);
  await app.register(accountRoutes, { ...deps, reads });
  await app.register(jobRoutes, deps);
  await app.register(proposalRoutes, { ...deps, reads });
  await app.register(scenarioRoutes, deps);
  await app.register(pairRoutes, { ...deps, reads });
  await app.register(protectedRoutes, { ...deps, reads });
  await app.register(regionRoutes, { ...deps, reads });
  await app.register(personRoutes, { ...deps, reads });
  await app.register(followupRoutes, { ...deps, reads });
  await app.register(readAuditRoute, deps);
  await app.register(verifyAuditRoute, deps);
}

const noAddress = failure('not_found', { sv: 'Adressen finns inte.', en: 'There is no such address.' });

/** What is wrong with a request, for Fastify to carry to the error handler: it takes nothing but an Error. */
class RequestFaults extends Error {
  readonly statusCode = 400;
  readonly faults: readonly InputProblem[];
  constructor(faults: readonly InputProblem[]) {
    super('the request does not fit its schema');
    this.faults = faults;
  }
}

/** Checks with zod as fastify-type-provider-zod does, but keeps what is wrong in both languages. */
const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data) => {
    const checked =
      httpPart === 'body' ? checkBody(schema, data) : check(schema, data, httpPart ?? 'request');
    return checked.status === 'valid'
      ? { value: checked.value }
      : { error: new RequestFaults(checked.faults) };
  };

/** What Fastify throws, as one of the failures that clients know; the text of an unforeseen fault stays inside. */
function asFailure(error: FastifyError | RequestFaults): Failure {
  if (error instanceof RequestFaults) {
    return failure(
      'usage',
      { sv: 'Frågan har inte den form som väntas.', en: 'The request does not have the form expected.' },
      error.faults,
    );
  }
  if (error.statusCode === 413) {
    return failure('too_large', { sv: 'Det som skickades är för stort.', en: 'What was sent is too large.' });
  }
  if (error.statusCode === 415) {
    return failure('unknown_media', {
      sv: 'Det som skickades är varken JSON, zip eller arbetsbok (.xlsx).',
      en: 'What was sent is neither JSON, a zip nor a workbook (.xlsx).',
    });
  }
  if (error.statusCode === 429) return tooOften;
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return failure('usage', {
      sv: 'Det som skickades går inte att läsa.',
      en: 'What was sent cannot be read.',
    });
  }
  return failure('internal', {
    sv: 'Något gick fel som inte var väntat.',
    en: 'Something went wrong that was not foreseen.',
  });
}
