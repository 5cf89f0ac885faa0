/** The entries of the log that are about a person: those of which they are the subject, and those of pages that they stood on. */
import { type RawBuilder, sql } from 'kysely';
import type { Person } from '../contacts.ts';

/** A query of their numbers, in no order. Cost: of the person's own entries, not of the whole log; each half has an index. */
export function entriesOfPerson({ region, participant }: Person): RawBuilder<{ seq: number }> {
  return sql<{ seq: number }>`
    select seq from audit_log where region = ${region} and subject = ${participant}
    union all
    select seq from audit_log
    where subject is null and listed_in(detail) ? ${participant} and region = ${region}`;
}
