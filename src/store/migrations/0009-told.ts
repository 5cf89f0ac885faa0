/**
 * What could not be kept as it stood when a proposal was asked for again, for whoever looks at it: about a participant under that person's
 * key, about a place in plain words. And who has been erased, to be found at once among many who have not.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table proposal_told (
      proposal uuid not null references proposals,
      position integer not null,
      code text not null,
      participant text,
      sealed bytea,
      place text,
      text json,
      primary key (proposal, position),
      check ((participant is null) = (sealed is null)),
      check ((place is null) = (text is null)),
      check ((participant is null) <> (place is null))
    )`.execute(db);
  await sql`
    create trigger written_once before update or delete or truncate on proposal_told
    for each statement execute function refuse_change()`.execute(db);
  await sql`create index proposal_told_of_person on proposal_told (participant) where participant is not null`.execute(
    db,
  );
  await sql`create index person_keys_erased on person_keys (region, participant) where wrapped is null`.execute(
    db,
  );
}
