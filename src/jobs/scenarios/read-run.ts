/** A run without its result. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../store/schema/database.ts';
import type { ScenarioRunKind } from '../../store/schema/scenarios.ts';
import { readFailure, type StoredFailure } from '../queue/read-job.ts';
import { type RunQuestion, runQuestion } from './question.ts';

export interface RunHead {
  readonly id: string;
  readonly region: string;
  readonly kind: ScenarioRunKind;
  /** Numbers within the region. */
  readonly regionVersion: number;
  readonly policy: number;
  readonly question: RunQuestion;
  /** The versions of scenarios that it was asked about, in their order. */
  readonly scenarios: readonly NamedVersion[];
  /** The one that answers for it. */
  readonly job: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly requestedAt: Date;
  /** A user's name; null where a command of the machine's own asked. */
  readonly requestedBy: string | null;
  readonly endedAt: Date | null;
  /** False where somebody stopped it: the result is of what was done by then. Null before. */
  readonly complete: boolean | null;
  readonly digest: string | null;
  /** The run whose question it asks again, and whether it came to the same bytes. */
  readonly repeats: string | null;
  readonly sameBytes: boolean | null;
  readonly failure: StoredFailure | null;
}

const namedVersion = z.strictObject({ id: z.uuid(), number: z.int(), name: z.string() });
type NamedVersion = Readonly<z.infer<typeof namedVersion>>;

export async function readRun(db: Kysely<Database>, id: string): Promise<RunHead | null> {
  const row = await selectRuns(db).where('scenario_runs.id', '=', id).executeTakeFirst();
  return row === undefined ? null : headOf(row);
}

export interface RunsAsked {
  readonly region: string;
  /** Only those that were asked for before this run. */
  readonly before: string | null;
  readonly limit: number;
}

/** The newest first. */
export async function listRuns(
  db: Kysely<Database>,
  { region, before, limit }: RunsAsked,
): Promise<readonly RunHead[]> {
  const asked = selectRuns(db)
    .where('scenario_runs.region', '=', region)
    .orderBy('scenario_runs.requested_at', 'desc')
    .orderBy('scenario_runs.id', 'desc')
    .limit(limit);
  const earlier = sql<boolean>`(scenario_runs.requested_at, scenario_runs.id) < (
    select requested_at, id from scenario_runs where id = ${before} and region = ${region})`;
  const rows = await (before === null ? asked : asked.where(earlier)).execute();
  return rows.map(headOf);
}

/** The versions that a run was given, as they are given to another. */
export async function readGiven(
  db: Kysely<Database>,
  run: string,
): Promise<{ readonly scenarios: readonly number[]; readonly sources: ReadonlyMap<string, number> }> {
  const scenarios = await db
    .selectFrom('scenarios_of_runs')
    .select('scenario_version as id')
    .where('run', '=', run)
    .orderBy('position')
    .execute();
  const sources = await db
    .selectFrom('sources_of_runs')
    .select(['name', 'region_version as id'])
    .where('run', '=', run)
    .execute();
  return {
    scenarios: scenarios.map(({ id }) => id),
    sources: new Map(sources.map(({ name, id }) => [name, id])),
  };
}

/** How many of those whom a run reads have been erased since it was answered; 0 before. */
export async function countErasedSince(db: Kysely<Database>, run: string): Promise<number> {
  const { rows } = await sql<{ since: number | null }>`
    with read as (
      select region_version as version from scenario_runs where id = ${run}
      union all select region_version from sources_of_runs where run = ${run}
    )
    select count(*) - max(scenario_runs.erased) as since
    from read
    join scenario_runs on scenario_runs.id = ${run}
    join participants on participants.version = read.version
    join region_versions on region_versions.id = read.version
    join person_keys on person_keys.region = region_versions.region and person_keys.participant = participants.id
    where person_keys.wrapped is null`.execute(db);
  return rows[0]?.since ?? 0;
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRuns>['execute']>>[number];

function headOf({ question, scenarios, failure, ...row }: Row): RunHead {
  return {
    ...row,
    question: runQuestion.parse(question),
    scenarios: z.array(namedVersion).parse(scenarios),
    failure: readFailure(failure),
  };
}

function selectRuns(db: Kysely<Database>) {
  return db
    .selectFrom('scenario_runs')
    .innerJoin('region_versions', 'region_versions.id', 'scenario_runs.region_version')
    .innerJoin('policies', 'policies.id', 'scenario_runs.policy')
    .innerJoin('jobs', (join) =>
      join.onRef('jobs.scenario_run', '=', 'scenario_runs.id').on('jobs.kind', '<>', 'scenario_share'),
    )
    .leftJoin('users', 'users.id', 'scenario_runs.requested_by')
    .leftJoin('scenario_runs as repeated', 'repeated.id', 'scenario_runs.repeats')
    .select([
      ...(['scenario_runs.id', 'scenario_runs.region', 'scenario_runs.kind'] as const),
      ...(['scenario_runs.question', 'scenario_runs.complete', 'scenario_runs.digest'] as const),
      ...(['scenario_runs.repeats', 'scenario_runs.requested_at as requestedAt'] as const),
      ...(['region_versions.number as regionVersion', 'policies.number as policy'] as const),
      ...(['jobs.id as job', 'jobs.state', 'jobs.ended_at as endedAt', 'jobs.failure'] as const),
      'users.display_name as requestedBy',
    ])
    .select(sql<boolean | null>`scenario_runs.digest = repeated.digest`.as('sameBytes'))
    .select(
      sql<unknown>`(
        select coalesce(json_agg(json_build_object('id', scenario, 'number', number, 'name', document->'name'->>'sv') order by position), '[]')
        from scenarios_of_runs join scenario_versions on scenario_versions.id = scenario_version
        where run = scenario_runs.id
      )`.as('scenarios'),
    );
}
