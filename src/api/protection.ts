/**
 * What keeps the service standing when too much comes: a limit of requests per client and minute, a stricter one where a route sets it
 * (sign-in), and a refusal with Retry-After while the event loop is so late that nobody would be served in time.
 */
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { failure } from '../errors.ts';
import { sendFailure } from './problem-document.ts';

export interface Limits {
  /** From one address. */
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
  readonly maxEventLoopDelayMs: number;
}

export const defaultLimits: Limits = {
  requestsPerMinute: 30_000,
  signInsPerMinute: 20,
  maxEventLoopDelayMs: 3_000,
};

/** Must come before the guard, so that refused requests count too. */
export async function protect(app: FastifyInstance, limits: Limits): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: limits.maxEventLoopDelayMs,
    exposeStatusRoute: false,
    pressureHandler: (request, reply) => {
      sendFailure(request, reply.header('retry-after', 5), overloaded);
    },
  });
  await app.register(rateLimit, { global: false });
  app.addHook('onRequest', app.rateLimit({ max: limits.requestsPerMinute, timeWindow: 60_000 }));
}

const overloaded = failure('not_ready', {
  sv: 'Tjänsten hinner inte med just nu.',
  en: 'The service cannot keep up right now.',
});
