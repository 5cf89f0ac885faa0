/**
 * Idempotency-Key on every POST of somebody signed in: the same actor, key and question get the answer that was given, and the work is done
 * once; another question under the same key is refused. Only answers of work that was done (2xx) are kept: after a refusal or a fault
 * nothing was done, and the key is free again. What is guaranteed, src/store/idempotency.ts says.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { failure } from '../errors.ts';
import { type Claim, type ClaimOutcome, claimKey, keepAnswer, releaseKey } from '../store/idempotency.ts';
import type { Store } from '../store/open-store.ts';
import type { Database } from '../store/schema/database.ts';
import type { Vault } from '../store/vault.ts';
import { jsonMedia } from './media.ts';
import { sendFailure } from './problem-document.ts';

export interface IdempotencyDependencies {
  readonly store: Pick<Store, 'db' | 'vault'>;
  readonly clock: () => Date;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while a request with an Idempotency-Key is worked on. */
    keyed: { readonly claim: Claim; readonly vault: Vault; recorded: boolean } | null;
  }
}

/** So long and so often a second request waits for the first; then its client is told to come back. */
const waits = 50;
const waitMs = 100;

export function answerOnce(app: FastifyInstance, { store, clock }: IdempotencyDependencies): void {
  app.decorateRequest('keyed', null);
  app.addHook('preValidation', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || request.foundActor === null) return;
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
      return sendFailure(request, reply, noKey);
    const outcome = await settle(() => claimKey(store, keyedRequest(request, key), clock()));
    switch (outcome.status) {
      case 'claimed':
        request.keyed = { claim: outcome.claim, vault: store.vault, recorded: false };
        return;
      case 'answered': {
        const { status, type, body } = outcome.answer;
        return reply
          .code(status)
          .type(type)
          .header('idempotency-replayed', 'true')
          .serializer(String)
          .send(body);
      }
      case 'reused':
        return sendFailure(request, reply, reused);
      case 'running':
        return sendFailure(request, reply.header('retry-after', 5), running);
    }
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const { keyed } = request;
    if (keyed === null) return payload;
    request.keyed = null;
    if (reply.statusCode >= 300) await releaseKey(store.db, keyed.claim);
    else if (!keyed.recorded) await keepAnswer(store.db, store.vault, keyed.claim, answerOf(reply, payload));
    return payload;
  });
}

/**
 * To be called in the transaction of the effect, with what will be answered: effect and answer are then committed together. Does nothing for
 * a request without a key.
 */
export async function recordAnswer(
  { keyed }: FastifyRequest,
  transaction: Kysely<Database>,
  status: number,
  body: unknown,
): Promise<void> {
  if (keyed === null) return;
  const answer = { status, type: jsonMedia, body: JSON.stringify(body) };
  await keepAnswer(transaction, keyed.vault, keyed.claim, answer);
  keyed.recorded = true;
}

async function settle(ask: () => Promise<ClaimOutcome>): Promise<ClaimOutcome> {
  for (let left = waits; ; left--) {
    const outcome = await ask();
    if (outcome.status !== 'running' || left === 0) return outcome;
    await pause(waitMs);
  }
}

function keyedRequest(request: FastifyRequest, key: string) {
  const { actor, url, body, routeOptions } = request;
  const hash = createHash('sha256').update(`POST ${url}\n`);
  if (Buffer.isBuffer(body)) hash.update(body);
  return { actor: actor.userId, key, route: routeOptions.url ?? '', digest: hash.digest('hex') };
}

function answerOf(reply: FastifyReply, payload: unknown) {
  if (payload !== null && typeof payload !== 'string' && !Buffer.isBuffer(payload))
    throw new Error('a streamed answer to a POST cannot be kept: answer with the address of what was made');
  return {
    status: reply.statusCode,
    type: String(reply.getHeader('content-type') ?? jsonMedia),
    body: payload === null ? '' : payload.toString('utf8'),
  };
}

const noKey = failure('usage', {
  sv: 'Idempotency-Key ska vara 1 till 200 synliga ASCII-tecken.',
  en: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
});
const reused = failure('key_reused', {
  sv: 'Samma Idempotency-Key har använts för en annan fråga.',
  en: 'The same Idempotency-Key has been used for another question.',
});
const running = failure('still_running', {
  sv: 'En fråga med samma Idempotency-Key besvaras just nu.',
  en: 'A question with the same Idempotency-Key is being answered right now.',
});
