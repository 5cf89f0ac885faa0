/**
 * What is told of a job on its way, numbered within the job and kept, so that a listener who lost the line goes on from the last that they
 * heard. No event says anything of a person.
 */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../store/schema/database.ts';

const points = z.number().nullable();

export const jobEventSchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('queued'),
    /** Why it waits: newly asked for, or again, since its worker stopped, was lost, or met a fault in the program. */
    why: z.enum(['requested', 'worker_stopped', 'worker_lost', 'fault']),
  }),
  z.strictObject({ event: z.literal('running'), attempt: z.int().min(1) }),
  z.strictObject({
    event: z.literal('progress'),
    phase: z.string(),
    /** The engine's own word, in points; certified figures come with the proposal. */
    objective: points,
    bound: points,
    /** (bound - objective) / max(1, |objective|). */
    gap: points,
    /** Parts that are done, of so many, where the job has parts. */
    finished: z.int().exactOptional(),
    parts: z.int().exactOptional(),
  }),
  z.strictObject({ event: z.literal('cancel_requested') }),
  z.strictObject({ event: z.literal('ended'), state: z.enum(['done', 'failed', 'cancelled']) }),
]);
export type JobEvent = z.infer<typeof jobEventSchema>;

/** Notified, with the job's id, whenever a job has a new event. */
export const eventChannel = 'job_event';
/** Notified, with the job's id, when a running job is asked to stop. */
export const cancelChannel = 'job_cancel';

/** Keeps an event as the job's next, and wakes whoever listens once the transaction is committed. */
export async function announce(db: Kysely<Database>, job: string, event: JobEvent): Promise<void> {
  await sql`
    with counted as (update jobs set events = events + 1 where id = ${job} returning id, events)
    insert into job_events (job, seq, event) select id, events, ${JSON.stringify(event)} from counted`.execute(
    db,
  );
  await sql`select pg_notify(${eventChannel}, ${job})`.execute(db);
}
