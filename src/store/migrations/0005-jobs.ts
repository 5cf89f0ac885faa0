/** What is to be computed and how far it has come, and the log of who saw and did what. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createJobs(db);
  await createAuditLog(db);
}

async function createJobs(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table jobs (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind ~ '^[a-z_]{1,40}$'),
      proposal uuid references proposals,
      scenario_version bigint references scenario_versions,
      input json,
      state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
      attempts integer not null default 0 check (attempts >= 0),
      losses integer not null default 0 check (losses >= 0),
      events integer not null default 0 check (events >= 0),
      worker text,
      phase text,
      objective double precision,
      bound double precision,
      gap double precision check (gap >= 0),
      created_at timestamptz not null default now(),
      created_by uuid references users,
      started_at timestamptz,
      heartbeat_at timestamptz,
      cancel_requested_at timestamptz,
      cancel_requested_by uuid references users,
      ended_at timestamptz,
      result json,
      failure json,
      check (num_nonnulls(proposal, scenario_version) <= 1),
      check (state <> 'running' or (started_at is not null and worker is not null)),
      check ((state in ('done', 'failed', 'cancelled')) = (ended_at is not null)),
      check ((state = 'failed') = (failure is not null))
    )`.execute(db);
  await sql`create index jobs_waiting on jobs (created_at) where state in ('queued', 'running')`.execute(db);
  await sql`
    create unique index one_job_a_proposal on jobs (proposal) where state in ('queued', 'running', 'done')`.execute(
    db,
  );
  await sql`create index jobs_of_scenario on jobs (scenario_version)`.execute(db);

  await sql`
    create table job_events (
      job uuid not null references jobs on delete cascade,
      seq integer not null check (seq > 0),
      at timestamptz not null default now(),
      event json not null,
      primary key (job, seq)
    )`.execute(db);
}

async function createAuditLog(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_log (
      seq bigint primary key check (seq > 0),
      at timestamptz not null,
      actor uuid references users,
      action text not null,
      region text references regions,
      subject text,
      detail json not null,
      previous_hash bytea not null unique check (octet_length(previous_hash) = 32),
      hash bytea not null unique check (octet_length(hash) = 32)
    )`.execute(db);
  await sql`create index audit_log_of_subject on audit_log (region, subject, seq)`.execute(db);
  await sql`create index audit_log_of_actor on audit_log (actor, seq)`.execute(db);
  await sql`
    create trigger written_once before update or delete or truncate on audit_log
    for each statement execute function refuse_change('always')`.execute(db);
}
