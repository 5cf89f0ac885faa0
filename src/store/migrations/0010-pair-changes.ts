/** In which transaction a pair was last written, so that whoever keeps something about a proposal's pairs finds out cheaply whether it still holds. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table pairs add column changed_in xid8 not null default pg_current_xact_id()`.execute(db);
  await sql`create index pairs_by_change on pairs (proposal, changed_in)`.execute(db);
  await sql`
    create function note_change() returns trigger language plpgsql as $$
    begin
      new.changed_in := pg_current_xact_id();
      return new;
    end $$`.execute(db);
  await sql`
    create trigger changes_noted before update on pairs
    for each row execute function note_change()`.execute(db);
}
