/** What is to be computed and how far it has come, and the log of who saw and did what. */
import type { Generated } from 'kysely';
import type {
  Fixed,
  FixedDefault,
  FixedJson,
  Optional,
  OptionalFixed,
  OptionalFixedJson,
  OptionalJson,
} from './columns.ts';

type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobTable {
  readonly id: FixedDefault<string>;
  readonly kind: Fixed<string>;
  /** One job a proposal, unless it failed or was cancelled. */
  readonly proposal: OptionalFixed<string>;
  /** One job a run, besides those that share its work. */
  readonly scenario_run: OptionalFixed<string>;
  readonly input: OptionalFixedJson;
  readonly state: Generated<JobState>;
  /** Times that a worker has taken it up: with the worker's name, whose word on it counts. */
  readonly attempts: Generated<number>;
  /** Attempts that ended with the worker lost or a fault in the program; after a few of them the job fails. */
  readonly losses: Generated<number>;
  /** The number of its latest event. */
  readonly events: Generated<number>;
  /** Who runs it, or ran it last. */
  readonly worker: Optional<string>;
  readonly phase: Optional<string>;
  readonly objective: Optional<number>;
  readonly bound: Optional<number>;
  readonly gap: Optional<number>;
  /** Parts that are done, of so many. */
  readonly finished: Optional<number>;
  readonly parts: Optional<number>;
  readonly created_at: FixedDefault<Date>;
  readonly created_by: OptionalFixed<string>;
  readonly started_at: Optional<Date>;
  readonly heartbeat_at: Optional<Date>;
  readonly cancel_requested_at: Optional<Date>;
  readonly cancel_requested_by: Optional<string>;
  readonly ended_at: Optional<Date>;
  readonly result: OptionalJson;
  readonly failure: OptionalJson;
}

/** Progress in order, so that a listener who lost the line can go on from the last that they heard. */
export interface JobEventTable {
  readonly job: Fixed<string>;
  /** 1, 2, 3 ... within the job. */
  readonly seq: Fixed<number>;
  readonly at: FixedDefault<Date>;
  readonly event: FixedJson;
}

/** A chain: each entry's hash covers the one before it, so that a change anywhere shows. */
export interface AuditLogTable {
  /** 1, 2, 3 ... without gaps. */
  readonly seq: Fixed<number>;
  readonly at: Fixed<Date>;
  readonly actor: OptionalFixed<string>;
  readonly action: Fixed<string>;
  readonly region: OptionalFixed<string>;
  /** A pseudonym or an id, never a name. */
  readonly subject: OptionalFixed<string>;
  readonly detail: FixedJson;
  /** 32 zero bytes before the first. */
  readonly previous_hash: Fixed<Buffer>;
  readonly hash: Fixed<Buffer>;
}
