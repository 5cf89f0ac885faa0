/**
 * Whom a page of persons showed, found by one of them: a person's own log tells also of the lists that they stood in. Only details that have such
 * a list are read as jsonb, which cannot hold every text that json can: an entry must never fail for the sake of an index.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function listed_in(detail json) returns jsonb language sql immutable parallel safe as $$
      select case when position('"participants":[' in detail::text) > 0 then detail::jsonb -> 'participants' end
    $$`.execute(db);
  await sql`
    create index audit_log_of_listed on audit_log using gin (listed_in(detail)) where subject is null`.execute(
    db,
  );
}
