/** What waits for somebody, in all regions where they have a role: only what they themselves may deal with, by numbers and ids. */
import { type Kysely, sql } from 'kysely';
import { type Acting, visible } from './acting.ts';
import { casesWithin } from './proposals/list-cases.ts';
import { pairsWithin } from './proposals/pair-scope.ts';
import type { Database } from './schema/database.ts';
import { withinScope } from './scope-filter.ts';

interface WaitingDraft {
  readonly proposal: string;
  readonly requestedAt: Date;
}

interface FailedJob {
  readonly job: string;
  readonly kind: string;
  readonly endedAt: Date;
}

interface WaitingUpload {
  readonly upload: string;
  readonly uploadedAt: Date;
  readonly expiresAt: Date;
}

export interface WaitingInRegion {
  readonly region: string;
  readonly name: string;
  /** The proposal that stands; null where none does. */
  readonly proposal: string | null;
  /** Its pairs that nobody has decided on, for whoever may accept them. */
  readonly undecided: number;
  /** Its accepted pairs that wait for the school's word, for whoever may give it. */
  readonly unconfirmed: number;
  /** Proposals that follow it and that nobody has kept, the newest first. */
  readonly drafts: readonly WaitingDraft[];
  /** Objections without an answer. */
  readonly contests: number;
  /** Of what one has asked for oneself, in the last seven days. */
  readonly failed: readonly FailedJob[];
  /** What one has sent and not confirmed. */
  readonly uploads: readonly WaitingUpload[];
}

/** By the regions' names; a region where nothing waits is there too. */
export async function waitingFor(
  db: Kysely<Database>,
  actor: Acting,
  now: Date,
): Promise<readonly WaitingInRegion[]> {
  const regions = await regionsOf(db, actor);
  const undecided = await countPairs(db, actor, 'pair.accept', 'proposed');
  const unconfirmed = await countPairs(db, actor, 'pair.confirm', 'accepted');
  const drafts = Map.groupBy(await findDrafts(db, actor), ({ region }) => region);
  const contests = await countContests(db, actor);
  const failed = Map.groupBy(await findFailed(db, actor, now), ({ region }) => region);
  const uploads = Map.groupBy(await findUploads(db, actor, now), ({ region }) => region);
  return regions.map(({ id, name, proposal }) => ({
    ...{ region: id, name, proposal },
    undecided: undecided.get(id) ?? 0,
    unconfirmed: unconfirmed.get(id) ?? 0,
    drafts: (drafts.get(id) ?? []).map(withoutRegion),
    contests: contests.get(id) ?? 0,
    failed: (failed.get(id) ?? []).map(withoutRegion),
    uploads: (uploads.get(id) ?? []).map(withoutRegion),
  }));
}

function withoutRegion<T extends { readonly region: string }>({ region: _, ...row }: T): Omit<T, 'region'> {
  return row;
}

async function regionsOf(db: Kysely<Database>, { grants }: Acting) {
  const named = grants.flatMap(({ region }) => (region === undefined ? [] : [region]));
  return db
    .selectFrom('regions')
    .leftJoin('standing_proposals', 'standing_proposals.region', 'regions.id')
    .select(['regions.id', 'regions.name', 'standing_proposals.proposal'])
    .$if(named.length === grants.length, (rows) =>
      rows.where(sql<boolean>`regions.id = any(${named}::text[])`),
    )
    .orderBy('regions.name')
    .orderBy('regions.id')
    .execute();
}

async function countPairs(
  db: Kysely<Database>,
  actor: Acting,
  action: 'pair.accept' | 'pair.confirm',
  state: 'proposed' | 'accepted',
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('pairs')
    .select((eb) => ['pairs.region', eb.fn.countAll<number>().as('count')])
    .where('pairs.proposal', 'in', (eb) => eb.selectFrom('standing_proposals').select('proposal'))
    .where('pairs.state', '=', state)
    .where(pairsWithin(visible(actor, action)))
    .groupBy('pairs.region')
    .execute();
  return new Map(rows.map(({ region, count }) => [region, count]));
}

/** Only what follows the proposal that stands can be kept. */
async function findDrafts(db: Kysely<Database>, actor: Acting) {
  return db
    .selectFrom('proposals')
    .innerJoin('standing_proposals', (join) =>
      join
        .onRef('standing_proposals.region', '=', 'proposals.region')
        .onRef('standing_proposals.proposal', '=', 'proposals.previous'),
    )
    .select(['proposals.region', 'proposals.id as proposal', 'proposals.requested_at as requestedAt'])
    .where('proposals.status', '=', 'proposed')
    .where('proposals.kept_at', 'is', null)
    .where((eb) => withinScope(visible(actor, 'proposal.keep'), { region: eb.ref('proposals.region') }))
    .orderBy('proposals.requested_at', 'desc')
    .execute();
}

async function countContests(db: Kysely<Database>, actor: Acting): Promise<ReadonlyMap<string, number>> {
  const rows = await casesWithin(db, actor)
    .select((eb) => ['proposals.region', eb.fn.countAll<number>().as('count')])
    .where('cases.answered_at', 'is', null)
    .groupBy('proposals.region')
    .execute();
  return new Map(rows.map(({ region, count }) => [region, count]));
}

const failedForMs = 7 * 86_400_000;

async function findFailed(db: Kysely<Database>, { userId }: Acting, now: Date) {
  return db
    .selectFrom('jobs')
    .leftJoin('proposals', 'proposals.id', 'jobs.proposal')
    .leftJoin('scenario_runs', 'scenario_runs.id', 'jobs.scenario_run')
    .select((eb) => [
      eb.fn.coalesce('proposals.region', 'scenario_runs.region').as('region'),
      ...(['jobs.id as job', 'jobs.kind', 'jobs.ended_at as endedAt'] as const),
    ])
    .where('jobs.state', '=', 'failed')
    .where('jobs.created_by', '=', userId)
    .where('jobs.ended_at', '>', new Date(now.getTime() - failedForMs))
    .$narrowType<{ region: string; endedAt: Date }>()
    .orderBy('jobs.ended_at', 'desc')
    .execute();
}

async function findUploads(db: Kysely<Database>, { userId }: Acting, now: Date) {
  return db
    .selectFrom('uploads')
    .select(['region', 'id as upload', 'uploaded_at as uploadedAt', 'expires_at as expiresAt'])
    .where('uploaded_by', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('uploaded_at', 'desc')
    .execute();
}
