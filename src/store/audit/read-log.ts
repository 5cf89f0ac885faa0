/** Reads the log back: a person's own part of it with who it was, or the whole without any person. The newest first, in pages. */
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Scope } from '../../domain/access/grants.ts';
import type { Person } from '../contacts.ts';
import type { Database } from '../schema/database.ts';
import { withinScope } from '../scope-filter.ts';
import { entriesOfPerson } from './of-person.ts';

export interface LogPage {
  /** Only entries with a lower number; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
}

export interface LogEntry {
  readonly seq: number;
  readonly at: Date;
  /** The user's login; null where no user did it. */
  readonly actor: string | null;
  readonly action: string;
  readonly region: string | null;
}

/** What was seen and done, within a scope: neither of whom nor the detail, so that whoever may see no person can read it. */
export function readLog(db: Kysely<Database>, scope: Scope, page: LogPage): Promise<readonly LogEntry[]> {
  return entries(db, page)
    .where((eb) => withinScope(scope, { region: eb.ref('audit_log.region') }))
    .execute();
}

/** Who has seen a person, and what was done with what is held of them. Of a page of persons it is told how many stood on it, not who else. */
export async function readLogOf(
  db: Kysely<Database>,
  person: Person,
  page: LogPage,
): Promise<readonly (LogEntry & { readonly detail: unknown })[]> {
  const rows = await entries(db, page)
    .select('audit_log.detail')
    .where(sql<boolean>`audit_log.seq in (${entriesOfPerson(person)})`)
    .execute();
  return rows.map((row) => ({ ...row, detail: withoutOthers(row.detail) }));
}

function withoutOthers(detail: unknown): unknown {
  const read = listing.safeParse(detail);
  if (!read.success) return detail;
  const { participants, ...rest } = read.data;
  return { ...rest, listed: participants.length };
}

const listing = z.looseObject({ participants: z.array(z.string()) });

function entries(db: Kysely<Database>, { before, limit }: LogPage) {
  return db
    .selectFrom('audit_log')
    .leftJoin('users', 'users.id', 'audit_log.actor')
    .select(['audit_log.seq', 'audit_log.at', 'users.login as actor', 'audit_log.action', 'audit_log.region'])
    .where((eb) => (before === null ? sql<boolean>`true` : eb('audit_log.seq', '<', before)))
    .orderBy('audit_log.seq', 'desc')
    .limit(limit);
}
