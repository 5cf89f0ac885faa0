/**
 * The API as a Fastify app: plugins, limits and routes, in plain sight. It never listens and reads no environment; what
 * it needs is handed in.
 */
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyError, type FastifyInstance, type FastifySchemaCompiler } from 'fastify';
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { InputProblem } from '../domain/checks/input-problem.ts';
import { type Failure, failure } from '../errors.ts';
import { check } from '../input-faults.ts';
import { createAdmission } from './admission.ts';
import { sendFailure } from './problem-document.ts';
import { examplesRoute } from './routes/examples.ts';
import { healthRoute } from './routes/health.ts';
import { matchRoute } from './routes/match.ts';
import { verifyRoute } from './routes/verify.ts';
import type { SolveProblem } from './solving.ts';

export interface AppDependencies {
  /** Solves away from the event loop. */
  readonly solve: SolveProblem;
  /** How many solves may be under way or waiting; more are turned away with `busy`. */
  readonly places: number;
  readonly bodyLimitBytes: number;
  /** The longest that one request may solve, in milliseconds; what is asked for is cut to it. */
  readonly timeLimitMs: number;
  /** Aborted when the service ends. */
  readonly stopping: AbortSignal;
}

export async function buildApp(deps: AppDependencies): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: deps.bodyLimitBytes,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
  });
  app.setValidatorCompiler<z.ZodType>(validate);
  app.setSerializerCompiler(serializerCompiler);
  app.addContentTypeParser('application/zip', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.setNotFoundHandler((request, reply) =>
    sendFailure(
      request,
      reply,
      failure('not_found', { sv: 'Adressen finns inte.', en: 'There is no such address.' }),
    ),
  );
  app.setErrorHandler<FastifyError | RequestFaults>((error, request, reply) => {
    const failed = asFailure(error);
    if (failed.code === 'internal') request.log.error(error);
    return sendFailure(request, reply, failed);
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
      },
    },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'resursutbyte',
        version: '1',
        description: 'Matches participants with work teams, with proof.',
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  app.get('/v1/openapi.json', { schema: { hide: true } }, () => app.swagger());

  const solving = { ...deps, admission: createAdmission(deps.places) };
  await app.register(healthRoute);
  await app.register(examplesRoute);
  await app.register(matchRoute, solving);
  await app.register(verifyRoute);
  return app;
}

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
    const checked = check(schema, data, httpPart ?? 'request');
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
      sv: 'Det som skickades är varken JSON eller zip.',
      en: 'What was sent is neither JSON nor zip.',
    });
  }
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
