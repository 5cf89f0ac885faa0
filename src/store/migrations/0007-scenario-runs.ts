/** What was asked of scenarios and what came of it. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A version keeps the whole of what was written, name and description too, not the edits alone.
  await sql`alter table scenario_versions rename column edits to document`.execute(db);
  await sql`
    create table scenario_runs (
      id uuid primary key default gen_random_uuid(),
      region text not null,
      region_version bigint not null,
      policy bigint not null,
      kind text not null check (kind in ('run', 'worth', 'sweep', 'capacity', 'simulate')),
      question json not null,
      repeats uuid references scenario_runs,
      requested_at timestamptz not null default now(),
      requested_by uuid references users,
      erased integer check (erased >= 0),
      complete boolean,
      result json,
      digest text check (digest ~ '^[0-9a-f]{64}$'),
      foreign key (region, region_version) references region_versions (region, id),
      foreign key (region, policy) references policies (region, id),
      check (num_nulls(erased, complete, result, digest) in (0, 4))
    )`.execute(db);
  await sql`create index scenario_runs_of_region on scenario_runs (region, requested_at, id)`.execute(db);
  await sql`
    create table scenarios_of_runs (
      run uuid not null references scenario_runs,
      position integer not null check (position >= 0),
      scenario_version bigint not null references scenario_versions,
      primary key (run, position)
    )`.execute(db);
  await sql`create index runs_of_scenario on scenarios_of_runs (scenario_version)`.execute(db);
  // The other versions that a run reads: those that districts come from.
  await sql`
    create table sources_of_runs (
      run uuid not null references scenario_runs,
      name text not null,
      region_version bigint not null references region_versions,
      primary key (run, name)
    )`.execute(db);
  await sql`
    create table parts_of_runs (
      run uuid not null references scenario_runs,
      part integer not null check (part >= 0),
      result json,
      primary key (run, part)
    )`.execute(db);
  await tieJobs(db);
}

/** A run has one job that answers for it, and any number that share its work. */
async function tieJobs(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table jobs
      drop column scenario_version,
      add column scenario_run uuid references scenario_runs,
      add column finished integer check (finished >= 0),
      add column parts integer check (parts >= 0),
      add check (num_nonnulls(proposal, scenario_run) <= 1)`.execute(db);
  await sql`
    create unique index one_job_a_run on jobs (scenario_run) where kind <> 'scenario_share'`.execute(db);
  await sql`create index jobs_of_run on jobs (scenario_run)`.execute(db);
}
