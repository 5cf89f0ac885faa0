/** A proposal without its pairs. */
import type { Kysely } from 'kysely';
import type { Database } from '../../store/schema/database.ts';
import { readFailure, type StoredFailure } from '../queue/read-job.ts';
import { type ProposalSummary, proposalSummary } from './summary.ts';

export interface ProposalHead {
  readonly id: string;
  readonly region: string;
  /** The number of the region's version. */
  readonly regionVersion: number;
  /** The number of the policy. */
  readonly policy: number;
  readonly previous: string | null;
  readonly status: 'requested' | 'running' | 'proposed' | 'failed' | 'cancelled';
  /** The latest that was to make it; null where none is known. */
  readonly job: string | null;
  readonly requestedAt: Date;
  readonly endedAt: Date | null;
  readonly problemDigest: string | null;
  readonly summary: ProposalSummary | null;
  readonly failure: StoredFailure | null;
}

export async function readProposal(db: Kysely<Database>, id: string): Promise<ProposalHead | null> {
  const row = await db
    .selectFrom('proposals')
    .innerJoin('region_versions', 'region_versions.id', 'proposals.region_version')
    .innerJoin('policies', 'policies.id', 'proposals.policy')
    .select([
      ...(['proposals.id', 'proposals.region', 'previous', 'status', 'summary', 'failure'] as const),
      ...(['region_versions.number as regionVersion', 'policies.number as policy'] as const),
      ...(['requested_at as requestedAt', 'ended_at as endedAt', 'problem_digest as problemDigest'] as const),
    ])
    .select(({ selectFrom }) =>
      selectFrom('jobs')
        .select('jobs.id')
        .whereRef('jobs.proposal', '=', 'proposals.id')
        .orderBy('created_at', 'desc')
        .limit(1)
        .as('job'),
    )
    .where('proposals.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const summary = row.summary === null ? null : proposalSummary.parse(row.summary);
  return { ...row, summary, failure: readFailure(row.failure) };
}
