/** A job as it stands, for whoever follows it. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Text } from '../../domain/text.ts';
import type { Database } from '../../store/schema/database.ts';

export interface JobHead {
  readonly id: string;
  readonly kind: string;
  /** Of the proposal or run that it makes. */
  readonly region: string;
  readonly proposal: string | null;
  readonly scenarioRun: string | null;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly attempts: number;
  readonly phase: string | null;
  /** The engine's own word, in points. */
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  /** Parts that are done, of so many; null where it has none. */
  readonly finished: number | null;
  readonly parts: number | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly cancelRequested: boolean;
  readonly failure: StoredFailure | null;
  /** The number of its latest event. */
  readonly events: number;
}

export interface StoredFailure {
  readonly code: string;
  readonly detail: Text;
}

const storedFailure = z.object({
  code: z.string(),
  detail: z.strictObject({ sv: z.string(), en: z.string() }),
});

/** A failure as jobs and proposals keep it. */
export function readFailure(json: unknown): StoredFailure | null {
  return json === null ? null : storedFailure.parse(json);
}

export async function readJob(db: Kysely<Database>, id: string): Promise<JobHead | null> {
  const row = await db
    .selectFrom('jobs')
    .leftJoin('proposals', 'proposals.id', 'jobs.proposal')
    .leftJoin('scenario_runs', 'scenario_runs.id', 'jobs.scenario_run')
    .select([
      ...([
        'jobs.id',
        'jobs.kind',
        'proposal',
        'scenario_run as scenarioRun',
        'state',
        'attempts',
        'phase',
        'objective',
        'bound',
        'gap',
        'finished',
        'parts',
      ] as const),
      ...([
        'jobs.created_at as createdAt',
        'jobs.started_at as startedAt',
        'jobs.ended_at as endedAt',
      ] as const),
      ...(['jobs.failure', 'events'] as const),
    ])
    .select(sql<string>`coalesce(proposals.region, scenario_runs.region)`.as('region'))
    .select(sql<boolean>`cancel_requested_at is not null`.as('cancelRequested'))
    .where('jobs.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, failure: readFailure(row.failure) };
}
