/** A proposal without its pairs. */
import { type Kysely, sql } from 'kysely';
import { findPointer, type ProposalStanding, standingOf } from '../../store/proposals/standing-proposal.ts';
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
  readonly standing: ProposalStanding;
  /** Somebody whom it was made from has been erased since: it stands as it is, but nobody can make it again or prove it. */
  readonly cannotBeRepeated: boolean;
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
      'kept_at as keptAt',
      erasedSince.as('cannotBeRepeated'),
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
  const { keptAt, ...head } = row;
  return {
    ...head,
    summary: row.summary === null ? null : proposalSummary.parse(row.summary),
    failure: readFailure(row.failure),
    standing: standingOf(await findPointer(db, row.region), { id, keptAt }),
  };
}

/** Looked up from the few who have been erased, not from the many who have not. */
const erasedSince = sql<boolean>`exists (
  select from person_keys as person where person.region = proposals.region and person.wrapped is null and (
    exists (select from participants where version = proposals.region_version and id = person.participant)
    or exists (select from proposal_inputs where proposal = proposals.id and participant = person.participant)))`;
