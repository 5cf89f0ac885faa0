/**
 * Requests that carry an Idempotency-Key, and what was answered. Three states of a row:
 *
 * - claimed: somebody works on it, until `claimed_until`. Another request with the key waits or is told to come back.
 * - claimed, and the time is past: whoever worked on it died. The next to come takes the claim over.
 * - answered: status and answer are there, and every further request gets them.
 *
 * What is guaranteed. A handler that records its answer in the transaction of its effect (recordAnswer in src/api) is carried out exactly
 * once: effect and answer are committed together or not at all, and a claim that was taken over meanwhile makes the transaction fail, so
 * that a slow first and an early second cannot both succeed. For a handler that does not, the answer is recorded after its effect and
 * before the client hears of it: acknowledged work is not doubled either, but work whose process died between the two may be done again.
 *
 * Answers may tell about people and hold new secrets, so they are sealed, under a key of their own, and forgotten after a day.
 */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Store } from './open-store.ts';
import type { Database } from './schema/database.ts';
import { open, seal, type Vault } from './vault.ts';

/** Longer than a request may take. */
const claimMs = 120_000;
const keptMs = 24 * 60 * 60_000;

export interface KeyedRequest {
  readonly actor: string;
  readonly key: string;
  readonly route: string;
  /** SHA-256 of what was asked, in hexadecimal. */
  readonly digest: string;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface Claim {
  readonly actor: string;
  readonly key: string;
  /** Names this claim among those of the same key. */
  readonly claim: string;
}

export type ClaimOutcome =
  | { readonly status: 'claimed'; readonly claim: Claim }
  | { readonly status: 'answered'; readonly answer: Answered }
  /** The key belongs to another question. */
  | { readonly status: 'reused' }
  | { readonly status: 'running' };

/** Claims a key, or tells what came of it. */
export async function claimKey(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  request: KeyedRequest,
  now: Date,
): Promise<ClaimOutcome> {
  await db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', new Date(now.getTime() - keptMs))
    .execute();
  const { actor, key, route, digest } = request;
  const until = new Date(now.getTime() + claimMs);
  const { rows } = await sql<{ claim: string }>`
    insert into idempotency_keys as known (actor, key, route, request_digest, claim, claimed_until, created_at)
    values (${actor}, ${key}, ${route}, ${digest}, gen_random_uuid(), ${until}, ${now})
    on conflict (actor, key) do update set claim = excluded.claim, claimed_until = excluded.claimed_until
      where known.status is null and known.claimed_until <= ${now} and known.request_digest = excluded.request_digest
    returning claim`.execute(db);
  const [own] = rows;
  if (own !== undefined) return { status: 'claimed', claim: { actor, key, claim: own.claim } };
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['request_digest', 'status', 'answer_key', 'answer_sealed'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return { status: 'running' };
  if (row.request_digest !== digest) return { status: 'reused' };
  if (row.status === null || row.answer_key === null || row.answer_sealed === null)
    return { status: 'running' };
  const owner = answerKeyOwner(request);
  const text = open(vault.unwrap(row.answer_key, owner), row.answer_sealed, owner).toString('utf8');
  return { status: 'answered', answer: { status: row.status, ...answerText.parse(JSON.parse(text)) } };
}

const answerText = z.strictObject({ type: z.string(), body: z.string() });

/** Keeps the answer; throws where the claim was taken over, so that the transaction of the effect fails with it. */
export async function keepAnswer(
  db: Kysely<Database>,
  vault: Vault,
  claim: Claim,
  { status, type, body }: Answered,
): Promise<void> {
  const owner = answerKeyOwner(claim);
  const { key, wrapped } = vault.newKey(owner);
  const { numUpdatedRows } = await db
    .updateTable('idempotency_keys')
    .set({
      status,
      answer_key: wrapped,
      answer_sealed: seal(key, Buffer.from(JSON.stringify({ type, body })), owner),
    })
    .where('actor', '=', claim.actor)
    .where('key', '=', claim.key)
    .where('claim', '=', claim.claim)
    .where('status', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('the claim of an Idempotency-Key was taken over meanwhile');
}

/** Gives a key back: nothing was done. */
export async function releaseKey(db: Kysely<Database>, { actor, key, claim }: Claim): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('claim', '=', claim)
    .where('status', 'is', null)
    .execute();
}

export function answerKeyOwner({ actor, key }: Pick<Claim, 'actor' | 'key'>): string {
  return `idempotency/${actor}/${key}`;
}
