/** Whom a page of persons showed, found by one of them: a person's own log tells also of the lists that they stood in. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index audit_log_of_listed on audit_log using gin ((detail::jsonb -> 'participants'))
    where subject is null`.execute(db);
}
