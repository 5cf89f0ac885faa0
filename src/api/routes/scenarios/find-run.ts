/** A run that whoever asks may have to do with, as it is told. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { failure } from '../../../errors.ts';
import { runQuestion } from '../../../jobs/scenarios/question.ts';
import { type RunHead, readRun } from '../../../jobs/scenarios/read-run.ts';
import type { StoreData } from '../../../store/open-store.ts';
import { allowed } from '../../guard.ts';
import { storedFailure } from '../jobs/stored-failure.ts';

export const runAnswer = z.strictObject({
  id: z.uuid(),
  region: z.string(),
  kind: z.enum(['run', 'worth', 'sweep', 'capacity', 'simulate']),
  /** Numbers within the region. */
  regionVersion: z.int(),
  policy: z.int(),
  /** What was asked, with what was left out filled in. */
  question: runQuestion,
  /** The versions of scenarios that it was asked about, in their order. */
  scenarios: z.array(z.strictObject({ id: z.uuid(), number: z.int(), name: z.string() })),
  job: z.uuid(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  requestedAt: z.iso.datetime(),
  requestedBy: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** False where somebody stopped it: the result is of what was done by then. Null before. */
  complete: z.boolean().nullable(),
  /** SHA-256 of the result as it was kept. */
  digest: z.string().nullable(),
  /** The run whose question it asks again, and whether both came to the same bytes. */
  repeats: z.uuid().nullable(),
  sameBytes: z.boolean().nullable(),
  failure: storedFailure.nullable(),
});

export function toldRun({ requestedAt, endedAt, scenarios, ...head }: RunHead): z.infer<typeof runAnswer> {
  return {
    ...head,
    scenarios: [...scenarios],
    requestedAt: requestedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** Null where there is none, or none for them: the two look the same. */
export async function findRun(
  request: FastifyRequest,
  { db }: Pick<StoreData, 'db'>,
  id: string,
  action: 'scenario.figures' | 'scenario.run',
): Promise<RunHead | null> {
  const run = await readRun(db, id);
  return run !== null && allowed(request, action, { region: run.region }) ? run : null;
}

export const noRun = failure('not_found', { sv: 'Körningen finns inte.', en: 'There is no such run.' });
