/** A proposal follows the job that makes it: it waits, runs, fails and is cancelled with it. That it is proposed, saving it says. */
import { type Kysely, sql } from 'kysely';
import type { Failure } from '../../errors.ts';
import type { Database } from '../../store/schema/database.ts';

export type Following =
  | { readonly status: 'requested' | 'running' | 'cancelled' }
  | { readonly status: 'failed'; readonly failure: Failure };

/** Sets the status of the job's proposal, where it has one. */
export async function setProposalStatus(
  db: Kysely<Database>,
  job: string,
  following: Following,
): Promise<void> {
  const { status } = following;
  const over = status === 'failed' || status === 'cancelled';
  await db
    .updateTable('proposals')
    .from('jobs')
    .set({
      status,
      ...(status === 'running' && { started_at: sql<Date>`now()` }),
      ...(over && { ended_at: sql<Date>`now()` }),
      ...(status === 'failed' && { failure: JSON.stringify(following.failure) }),
      version: sql<number>`proposals.version + 1`,
    })
    .whereRef('proposals.id', '=', 'jobs.proposal')
    .where('jobs.id', '=', job)
    .execute();
}
