/** A decision's note, sealed under the person's key, and who decided. */
import type { Kysely } from 'kysely';
import type { PairStepName } from '../../domain/pair-life.ts';
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

export interface LatestDecision {
  /** The user, and a name as colleagues know it. */
  readonly actor: string;
  readonly by: string;
  readonly did: PairStepName | 'pair_manually';
  readonly at: Date;
}

/** What was decided last about a pair; null where nothing has been. */
export async function latestDecision(
  db: Kysely<Database>,
  { decision }: { readonly decision: string | null },
): Promise<LatestDecision | null> {
  if (decision === null) return null;
  return db
    .selectFrom('decisions')
    .innerJoin('users', 'users.id', 'decisions.actor')
    .select(['decisions.actor', 'users.display_name as by', 'decisions.action as did', 'decisions.at'])
    .where('decisions.id', '=', decision)
    .executeTakeFirstOrThrow();
}

function contextOf({ proposal, participant }: OfPair, version: number): string {
  return decisionNoteContext(proposal, participant, version);
}
