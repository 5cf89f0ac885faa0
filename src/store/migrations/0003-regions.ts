/**
 * Regions in versions: an import is a new version, and none is changed in place. A table a region table, each row as the domain has it; the
 * columns that queries filter by are drawn from the row by the database. What tells about a participant (their row, languages, hours,
 * extracts and decisions) is one sealed bundle (0002-person-data.ts).
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createVersions(db);
  await createUploads(db);
}

async function createVersions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table region_versions (
      id bigint generated always as identity primary key,
      region text not null references regions,
      number integer not null check (number > 0),
      head json not null,
      digest text not null check (digest ~ '^[0-9a-f]{64}$'),
      note text not null,
      imported_at timestamptz not null default now(),
      imported_by uuid references users,
      unique (region, number),
      unique (region, id)
    )`.execute(db);

  await sql`
    create table participants (
      version bigint not null references region_versions,
      position integer not null,
      id text not null,
      district text,
      sealed bytea not null,
      primary key (version, id),
      unique (version, position)
    )`.execute(db);
  await sql`create index participants_by_district on participants (version, district, id)`.execute(db);

  for (const [table, columns, constraints] of placeTables) {
    const drawn = Object.entries(columns).map(
      ([column, key]) =>
        sql`${sql.id(column)} text generated always as (row ->> ${sql.lit(key)}) stored not null`,
    );
    await sql`
      create table ${sql.id(table)} (
        version bigint not null,
        position integer not null,
        row json not null,
        ${sql.join([...drawn, ...constraints.map((constraint) => sql.raw(constraint))])},
        primary key (version, position)
      )`.execute(db);
  }
  await sql`create index team_sessions on sessions (version, owner, owner_id)`.execute(db);

  await sql`
    create table policies (
      id bigint generated always as identity primary key,
      region text not null references regions,
      number integer not null check (number > 0),
      policy json not null,
      note text not null,
      created_at timestamptz not null default now(),
      created_by uuid references users,
      unique (region, number),
      unique (region, id)
    )`.execute(db);

  const writtenOnce = ['region_versions', 'participants', 'policies', ...placeTables.map(([table]) => table)];
  for (const table of writtenOnce) {
    await sql`
      create trigger written_once before update or delete or truncate on ${sql.id(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}

/** An upload is of a region that may not be there yet; a user has one a region. */
async function createUploads(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table uploads (
      id uuid primary key,
      region text not null check (region ~ '^[a-z0-9](-?[a-z0-9]){0,62}$'),
      follows integer not null check (follows >= 0),
      kind text not null check (kind in ('json', 'packed')),
      master_key text not null references master_keys,
      wrapped bytea not null,
      sealed bytea not null,
      uploaded_by uuid not null references users,
      uploaded_at timestamptz not null,
      expires_at timestamptz not null,
      unique (region, uploaded_by),
      check (expires_at > uploaded_at)
    )`.execute(db);
  await sql`create index uploads_by_expiry on uploads (expires_at)`.execute(db);
}

const ofVersion = 'foreign key (version) references region_versions';

/** Per table of places: the columns drawn from a row under the row's own names, and what must hold of them. */
const placeTables: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
  ['units', { id: 'id', district: 'district', principal: 'principal' }, [ofVersion, 'unique (version, id)']],
  [
    'teams',
    { id: 'id', unit: 'unit' },
    ['unique (version, id)', 'foreign key (version, unit) references units (version, id)'],
  ],
  [
    'team_languages',
    { team: 'team', language: 'language' },
    ['unique (version, team, language)', 'foreign key (version, team) references teams (version, id)'],
  ],
  [
    'team_backgrounds',
    { team: 'team', country: 'country' },
    ['unique (version, team, country)', 'foreign key (version, team) references teams (version, id)'],
  ],
  ['sfi_groups', { id: 'id', provider: 'provider' }, [ofVersion, 'unique (version, id)']],
  ['sessions', { owner: 'owner', owner_id: 'id' }, [ofVersion, "check (owner in ('team', 'sfi'))"]],
  ['areas', { name: 'name' }, [ofVersion, 'unique (version, name)']],
  ['travel', { from_place: 'from', to_place: 'to' }, [ofVersion, 'unique (version, from_place, to_place)']],
];
