/** Who may sign in, in which role and where; and the refusal to change what is written once. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createRegions(db);
  await createUsers(db);
  await createSignIns(db);
}

/**
 * refuse_change: retention alone may delete, in a transaction that says so (src/store/retention/apply.ts), and never where the trigger has an
 * argument.
 */
async function createRegions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and tg_nargs = 0 and current_setting('resursutbyte.retention', true) = 'on' then
        return null;
      end if;
      raise exception 'rows of % are written once and never changed', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);

  await sql`
    create table regions (
      id text primary key check (id ~ '^[a-z0-9](-?[a-z0-9]){0,62}$'),
      name text not null,
      created_at timestamptz not null default now()
    )`.execute(db);
}

async function createUsers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users (
      id uuid primary key default gen_random_uuid(),
      login text not null unique check (login = lower(login) and login <> ''),
      display_name text not null,
      password_hash text,
      oidc_issuer text,
      oidc_subject text,
      failed_sign_ins integer not null default 0 check (failed_sign_ins >= 0),
      locked_until timestamptz,
      disabled_at timestamptz,
      created_at timestamptz not null default now(),
      created_by uuid references users,
      unique (oidc_issuer, oidc_subject),
      check ((oidc_issuer is null) = (oidc_subject is null))
    )`.execute(db);

  await sql`
    create table role_grants (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users,
      role text not null check (role in ('officer', 'planner', 'sfi_coordinator', 'school_supervisor', 'evaluator',
        'administrator', 'protected_identity_handler')),
      region text references regions,
      district text,
      principal text,
      teams text[],
      granted_at timestamptz not null default now(),
      granted_by uuid references users,
      revoked_at timestamptz,
      revoked_by uuid references users,
      check (region is not null or (district is null and principal is null and teams is null)),
      check (role <> 'school_supervisor' or coalesce(cardinality(teams), 0) > 0),
      check (revoked_at is not null or revoked_by is null)
    )`.execute(db);
  await sql`create index role_grants_in_force on role_grants (user_id) where revoked_at is null`.execute(db);
}

async function createSignIns(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table user_sessions (
      token_hash bytea primary key check (octet_length(token_hash) = 32),
      user_id uuid not null references users,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      expires_at timestamptz not null,
      check (expires_at > created_at)
    )`.execute(db);
  await sql`create index user_sessions_of_user on user_sessions (user_id)`.execute(db);
  await sql`create index user_sessions_by_expiry on user_sessions (expires_at)`.execute(db);

  await sql`
    create table api_tokens (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users,
      name text not null,
      token_hash bytea not null unique check (octet_length(token_hash) = 32),
      scopes text[] not null check (cardinality(scopes) > 0),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      check (expires_at > created_at)
    )`.execute(db);
  await sql`create index api_tokens_of_user on api_tokens (user_id)`.execute(db);

  await sql`
    create table idempotency_keys (
      actor uuid not null references users,
      key text not null check (length(key) between 1 and 200),
      route text not null,
      request_digest text not null,
      status integer,
      claim uuid not null,
      claimed_until timestamptz not null,
      answer_key bytea,
      answer_sealed bytea,
      created_at timestamptz not null default now(),
      primary key (actor, key),
      check (num_nulls(status, answer_key, answer_sealed) in (0, 3))
    )`.execute(db);
  await sql`create index idempotency_keys_by_age on idempotency_keys (created_at)`.execute(db);
}
