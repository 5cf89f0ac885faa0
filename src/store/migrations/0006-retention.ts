/** How long a region keeps what it has; where it has no row, the defaults of src/domain/retention.ts hold. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table retention_limits (
      region text primary key references regions,
      persons_months integer not null check (persons_months > 0),
      proposals_months integer not null check (proposals_months > 0),
      versions_months integer not null check (versions_months > 0)
    )`.execute(db);
}
