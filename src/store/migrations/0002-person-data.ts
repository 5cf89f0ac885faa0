/**
 * What tells about a person lies sealed under a key of that person's own, which lies wrapped under the master key. Erasing a person is
 * forgetting that key: whatever was sealed under it, in any version, is then beyond reach, while the rows stay as they are.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPersonKeys(db);
  await createProtectedPersons(db);
}

async function createPersonKeys(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table master_keys (
      fingerprint text primary key,
      created_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table person_keys (
      region text not null references regions,
      participant text not null,
      master_key text not null references master_keys,
      wrapped bytea,
      created_at timestamptz not null default now(),
      shredded_at timestamptz,
      primary key (region, participant),
      check ((wrapped is null) = (shredded_at is not null))
    )`.execute(db);

  await sql`
    create table contacts (
      region text not null,
      participant text not null,
      sealed bytea not null,
      version integer not null default 1 check (version > 0),
      updated_at timestamptz not null default now(),
      updated_by uuid references users,
      primary key (region, participant),
      foreign key (region, participant) references person_keys
    )`.execute(db);
}

async function createProtectedPersons(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table protected_persons (
      id uuid primary key default gen_random_uuid(),
      region text not null references regions,
      master_key text not null references master_keys,
      wrapped bytea,
      sealed bytea not null,
      version integer not null default 1 check (version > 0),
      created_at timestamptz not null default now(),
      created_by uuid references users,
      shredded_at timestamptz,
      check ((wrapped is null) = (shredded_at is not null))
    )`.execute(db);

  await sql`
    create table protected_placements (
      id uuid primary key default gen_random_uuid(),
      person uuid not null references protected_persons,
      state text not null check (state in ('accepted', 'confirmed', 'started', 'ended', 'turned_down')),
      sealed bytea not null,
      version integer not null default 1 check (version > 0),
      decided_at timestamptz not null default now(),
      decided_by uuid not null references users
    )`.execute(db);
  await sql`create index protected_placements_of_person on protected_placements (person)`.execute(db);

  await sql`
    create table held_seats (
      id uuid primary key default gen_random_uuid(),
      region text not null references regions,
      place_kind text not null check (place_kind in ('team', 'sfi_group')),
      place text not null,
      seats integer not null check (seats > 0),
      held_at timestamptz not null default now(),
      held_by uuid not null references users,
      released_at timestamptz,
      released_by uuid references users,
      check (released_at is not null or released_by is null)
    )`.execute(db);
  await sql`create index held_seats_now on held_seats (region, place_kind, place) where released_at is null`.execute(
    db,
  );
}
