/** Proposals without their pairs. */
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
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
  const row = await selectProposals(db)
    .select(['previous', 'failure', 'problem_digest as problemDigest', erasedSince.as('cannotBeRepeated')])
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

/** A proposal as a line in a list. */
export interface ProposalLine
  extends Pick<
    ProposalHead,
    'id' | 'regionVersion' | 'policy' | 'status' | 'job' | 'requestedAt' | 'endedAt' | 'standing'
  > {
  /** A user's name; null where a command of the machine's own asked. */
  readonly requestedBy: string | null;
  /** Once it is proposed: how many it places and leaves, and how many points it is worth and could be at most. */
  readonly result: z.infer<typeof result> | null;
}

const result = proposalSummary.pick({ placed: true, unplaced: true, objective: true, bound: true });

export interface ProposalsAsked {
  readonly region: string;
  /** Only those that were asked for before this proposal. */
  readonly before: string | null;
  readonly limit: number;
}

/** A region's proposals, the newest first. */
export async function listProposals(
  db: Kysely<Database>,
  { region, before, limit }: ProposalsAsked,
): Promise<readonly ProposalLine[]> {
  const asked = selectProposals(db)
    .leftJoin('users', 'users.id', 'proposals.requested_by')
    .select('users.display_name as requestedBy')
    .where('proposals.region', '=', region)
    .orderBy('proposals.requested_at', 'desc')
    .orderBy('proposals.id', 'desc')
    .limit(limit);
  const earlier = sql<boolean>`(proposals.requested_at, proposals.id) < (
    select requested_at, id from proposals where id = ${before} and region = ${region})`;
  const rows = await (before === null ? asked : asked.where(earlier)).execute();
  const pointer = await findPointer(db, region);
  return rows.map(({ summary, keptAt, region: _, ...row }) => ({
    ...row,
    result: summary === null ? null : result.strip().parse(summary),
    standing: standingOf(pointer, { id: row.id, keptAt }),
  }));
}

function selectProposals(db: Kysely<Database>) {
  return db
    .selectFrom('proposals')
    .innerJoin('region_versions', 'region_versions.id', 'proposals.region_version')
    .innerJoin('policies', 'policies.id', 'proposals.policy')
    .select([
      ...(['proposals.id', 'proposals.region', 'status', 'summary', 'kept_at as keptAt'] as const),
      ...(['region_versions.number as regionVersion', 'policies.number as policy'] as const),
      ...(['requested_at as requestedAt', 'ended_at as endedAt'] as const),
    ])
    .select(({ selectFrom }) =>
      selectFrom('jobs')
        .select('jobs.id')
        .whereRef('jobs.proposal', '=', 'proposals.id')
        .orderBy('jobs.created_at', 'desc')
        .limit(1)
        .as('job'),
    );
}

/** Looked up from the few who have been erased, not from the many who have not. */
const erasedSince = sql<boolean>`exists (
  select from person_keys as person where person.region = proposals.region and person.wrapped is null and (
    exists (select from participants where version = proposals.region_version and id = person.participant)
    or exists (select from proposal_inputs where proposal = proposals.id and participant = person.participant)))`;
