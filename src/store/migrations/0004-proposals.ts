/** Proposals and their pairs, what people decided and answered, and scenarios. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createProposals(db);
  await createPairs(db);
  await createDecisions(db);
  await createAnswers(db);
  await createScenarios(db);
}

async function createProposals(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table proposals (
      id uuid primary key default gen_random_uuid(),
      region text not null,
      region_version bigint not null,
      policy bigint not null,
      previous uuid references proposals,
      seed bigint not null,
      settings json not null,
      status text not null default 'requested'
        check (status in ('requested', 'running', 'proposed', 'failed', 'cancelled')),
      version integer not null default 1 check (version > 0),
      requested_at timestamptz not null default now(),
      requested_by uuid references users,
      started_at timestamptz,
      ended_at timestamptz,
      problem_digest text check (problem_digest ~ '^[0-9a-f]{64}$'),
      solution bytea,
      summary json,
      failure json,
      held_seats json,
      kept_at timestamptz,
      kept_by uuid references users,
      foreign key (region, region_version) references region_versions (region, id),
      foreign key (region, policy) references policies (region, id),
      unique (id, region, region_version),
      check (status not in ('running', 'proposed') or started_at is not null),
      check ((status in ('proposed', 'failed', 'cancelled')) = (ended_at is not null)),
      check (status <> 'proposed' or (problem_digest is not null and summary is not null)),
      check ((solution is null) or (problem_digest is not null and summary is not null)),
      check ((status = 'failed') = (failure is not null)),
      check (kept_at is null or status = 'proposed'),
      check (kept_at is not null or kept_by is null)
    )`.execute(db);
  await sql`create index proposals_of_region on proposals (region, requested_at desc)`.execute(db);

  await sql`
    create table standing_proposals (
      region text primary key references regions,
      proposal uuid not null references proposals,
      version integer not null default 1 check (version > 0)
    )`.execute(db);

  await sql`
    create table proposal_inputs (
      proposal uuid not null references proposals,
      participant text not null,
      pair_version integer check (pair_version > 0),
      sealed bytea not null,
      primary key (proposal, participant)
    )`.execute(db);
  await sql`
    create trigger written_once before update or delete or truncate on proposal_inputs
    for each statement execute function refuse_change()`.execute(db);
}

async function createPairs(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pairs (
      proposal uuid not null,
      participant text not null,
      region text not null,
      region_version bigint not null,
      participant_district text,
      team text not null,
      sfi_group text not null,
      unit text not null,
      district text not null,
      principal text not null,
      points integer not null,
      origin text not null check (origin in ('proposed', 'kept', 'manual')),
      sealed bytea not null,
      state text not null default 'proposed'
        check (state in ('proposed', 'locked', 'accepted', 'confirmed', 'started', 'ended', 'turned_down')),
      ended_as text check (ended_as in ('completed', 'left_early')),
      turned_down_by text check (turned_down_by in ('participant', 'school', 'officer')),
      state_reason text,
      decision uuid,
      version integer not null default 1 check (version > 0),
      primary key (proposal, participant),
      foreign key (proposal, region, region_version) references proposals (id, region, region_version),
      foreign key (region_version, participant) references participants (version, id),
      foreign key (region_version, team) references teams (version, id),
      foreign key (region_version, sfi_group) references sfi_groups (version, id),
      check ((state = 'ended') = (ended_as is not null)),
      check ((state = 'turned_down') = (turned_down_by is not null)),
      check ((state_reason is not null) = (state = 'turned_down' or coalesce(ended_as = 'left_early', false))),
      check (state = 'proposed' or decision is not null)
    )`.execute(db);
  await sql`create index pairs_by_district on pairs (proposal, district, participant)`.execute(db);
  await sql`create index pairs_by_home_district on pairs (proposal, participant_district, participant)`.execute(
    db,
  );
  await sql`create index pairs_by_principal on pairs (proposal, principal, participant)`.execute(db);
  await sql`create index pairs_by_team on pairs (proposal, team, participant)`.execute(db);
  await sql`create index pairs_by_unit on pairs (proposal, unit, participant)`.execute(db);
  await sql`create index pairs_by_points on pairs (proposal, points, participant)`.execute(db);
  await sql`create index pairs_by_state on pairs (proposal, state, participant)`.execute(db);
  await sql`create index pairs_by_sfi_group on pairs (proposal, sfi_group)`.execute(db);
  await sql`create index pairs_of_person on pairs (region, participant)`.execute(db);

  await sql`
    create table unplaced (
      proposal uuid not null,
      participant text not null,
      region text not null,
      region_version bigint not null,
      participant_district text,
      reason text not null,
      sealed bytea not null,
      primary key (proposal, participant),
      foreign key (proposal, region, region_version) references proposals (id, region, region_version),
      foreign key (region_version, participant) references participants (version, id)
    )`.execute(db);
  await sql`create index unplaced_by_district on unplaced (proposal, participant_district, participant)`.execute(
    db,
  );
}

async function createDecisions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table decisions (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity unique,
      proposal uuid not null references proposals,
      participant text not null,
      pair_version integer not null check (pair_version > 0),
      at timestamptz not null default now(),
      actor uuid not null references users,
      action text not null check (action in ('lock', 'unlock', 'accept', 'withdraw_acceptance', 'confirm',
        'withdraw_confirmation', 'start', 'undo_start', 'complete', 'leave_early', 'turn_down', 'take_back',
        'pair_manually')),
      from_state text,
      to_state text not null,
      pair_before json,
      pair_after json not null,
      turned_down_by text check (turned_down_by in ('participant', 'school', 'officer')),
      reason text,
      rules_broken text[] not null default '{}',
      note_sealed bytea,
      unique (proposal, participant, pair_version),
      check ((turned_down_by is not null) = (action = 'turn_down')),
      check ((reason is not null) = (action in ('turn_down', 'leave_early'))),
      check (cardinality(rules_broken) = 0 or (action = 'pair_manually' and note_sealed is not null))
    )`.execute(db);
  await sql`create index decisions_of_person on decisions (participant, proposal, seq)`.execute(db);
  await sql`alter table pairs add foreign key (decision) references decisions`.execute(db);
  await sql`
    create trigger written_once before update or delete or truncate on decisions
    for each statement execute function refuse_change()`.execute(db);
}

async function createAnswers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table answers (
      id bigint generated always as identity primary key,
      proposal uuid not null references proposals,
      participant text not null,
      sealed bytea not null,
      at timestamptz not null default now(),
      recorded_by uuid not null references users
    )`.execute(db);
  await sql`create index answers_of_person on answers (proposal, participant, id desc)`.execute(db);
  await sql`
    create trigger written_once before update or delete or truncate on answers
    for each statement execute function refuse_change()`.execute(db);

  await sql`
    create table cases (
      id uuid primary key default gen_random_uuid(),
      proposal uuid not null references proposals,
      participant text not null,
      participant_district text,
      question_sealed bytea not null,
      opened_at timestamptz not null default now(),
      opened_by uuid not null references users,
      answer_sealed bytea,
      answered_at timestamptz,
      answered_by uuid references users,
      version integer not null default 1 check (version > 0),
      check (num_nulls(answer_sealed, answered_at, answered_by) in (0, 3))
    )`.execute(db);
  await sql`create index cases_of_person on cases (proposal, participant)`.execute(db);
  await sql`create index cases_open on cases (participant_district, opened_at) where answered_at is null`.execute(
    db,
  );
}

async function createScenarios(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table scenarios (
      id uuid primary key default gen_random_uuid(),
      region text not null references regions,
      name text not null,
      created_at timestamptz not null default now(),
      created_by uuid references users,
      archived_at timestamptz,
      unique (id, region)
    )`.execute(db);
  await sql`create unique index scenario_names on scenarios (region, name) where archived_at is null`.execute(
    db,
  );

  await sql`
    create table scenario_versions (
      id bigint generated always as identity primary key,
      scenario uuid not null,
      region text not null,
      number integer not null check (number > 0),
      region_version bigint not null,
      policy bigint not null,
      edits json not null,
      created_at timestamptz not null default now(),
      created_by uuid references users,
      unique (scenario, number),
      foreign key (scenario, region) references scenarios (id, region),
      foreign key (region, region_version) references region_versions (region, id),
      foreign key (region, policy) references policies (region, id)
    )`.execute(db);
  await sql`
    create trigger written_once before update or delete or truncate on scenario_versions
    for each statement execute function refuse_change()`.execute(db);
}
