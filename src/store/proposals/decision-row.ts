/** A decision's note, sealed under the person's key, and who decided. */
import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';
import { open, type PersonKey, seal } from '../vault.ts';
import { decisionNoteContext } from './sealed-notes.ts';

interface OfPair {
  readonly proposal: string;
  readonly participant: string;
}

/** Null where nothing was written. */
export function noteSealed(key: PersonKey, pair: OfPair, version: number, note: string): Buffer | null {
  return note === '' ? null : seal(key, Buffer.from(note), contextOf(pair, version));
}

/** What was written; nothing where nothing was. */
export function noteOf(key: PersonKey, pair: OfPair, version: number, sealed: Buffer | null): string {
  return sealed === null ? '' : open(key, sealed, contextOf(pair, version)).toString();
}

/** The latest to decide about a pair. */
export async function findDecider(
  db: Kysely<Database>,
  { decision }: { readonly decision: string | null },
): Promise<{ readonly by: string | null; readonly at: Date | null }> {
  if (decision === null) return { by: null, at: null };
  return db
    .selectFrom('decisions')
    .innerJoin('users', 'users.id', 'decisions.actor')
    .select(['users.display_name as by', 'decisions.at'])
    .where('decisions.id', '=', decision)
    .executeTakeFirstOrThrow();
}

function contextOf({ proposal, participant }: OfPair, version: number): string {
  return decisionNoteContext(proposal, participant, version);
}
