/**
 * What became of participants, each report sealed under the person's key, and what the partners of a region have agreed on. Both are added to
 * and never changed: a correction is a row of its own. A partner signs in to see their own commitments.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outcomes (
      id bigint generated always as identity primary key,
      region text not null,
      participant text not null,
      sealed bytea not null,
      at timestamptz not null default now(),
      recorded_by uuid references users,
      foreign key (region, participant) references person_keys
    )`.execute(db);
  await sql`create index outcomes_of_person on outcomes (region, participant, id)`.execute(db);

  await sql`
    create table agreements (
      id bigint generated always as identity primary key,
      region text not null references regions,
      kind text not null check (kind in ('settings', 'indicator', 'commitment', 'ethical_approval', 'learning')),
      entry json not null,
      at timestamptz not null default now(),
      recorded_by uuid references users
    )`.execute(db);
  await sql`create index agreements_of_region on agreements (region, kind, id)`.execute(db);
  await sql`
    create unique index indicator_versions on agreements (region, (entry ->> 'id'), (entry ->> 'version'))
    where kind = 'indicator'`.execute(db);

  for (const table of ['outcomes', 'agreements']) {
    await sql`
      create trigger written_once before update or delete or truncate on ${sql.id(table)}
      for each statement execute function refuse_change()`.execute(db);
  }

  await sql`
    alter table role_grants
      add column partner text,
      drop constraint role_grants_role_check,
      add constraint role_grants_role_check check (role in ('officer', 'planner', 'sfi_coordinator', 'school_supervisor',
        'evaluator', 'partner', 'administrator', 'protected_identity_handler')),
      add constraint role_grants_partner_check check ((role = 'partner') = (partner is not null)
        and (partner is null or region is not null))`.execute(db);
}
