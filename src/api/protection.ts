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
  // As a check of its own: the plugin's hooks run once a request, and a route's stricter limit would not.
  const check = app.createRateLimit({ max: limits.requestsPerMinute, timeWindow: 60_000 });
  app.addHook('onRequest', async (request, reply) => {
    const client = await check(request);
    if (!client.isAllowed && client.isExceeded)
      return sendFailure(request, reply.header('retry-after', client.ttlInSeconds), tooOften);
  });
}

export const tooOften = failure('too_often', {
  sv: 'För många frågor kom på kort tid.',
  en: 'Too many questions came in a short time.',
});
const overloaded = failure('not_ready', {
  sv: 'Tjänsten hinner inte med just nu.',
  en: 'The service cannot keep up right now.',
});
