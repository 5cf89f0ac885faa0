/** Where a participant of a proposal is, for the question who may do what: at the place of their pair, or waiting. */
import type { Kysely } from 'kysely';
import type { Target } from '../../domain/access/grants.ts';
import type { Database } from '../schema/database.ts';
import { findProposed, type ProposalHead, targetOf } from './pair-row.ts';

export interface PersonTarget {
  readonly proposal: ProposalHead;
  readonly target: Target;
  /** The district of their home. */
  readonly district: string | null;
}

/** Undefined where the proposal has no such participant. */
export async function findPerson(
  db: Kysely<Database>,
  proposal: string,
  participant: string,
): Promise<PersonTarget | undefined> {
  const head = await findProposed(db, proposal);
  if (head === undefined) return undefined;
  const person = await db
    .selectFrom('participants')
    .select('district')
    .where('version', '=', head.regionVersion)
    .where('id', '=', participant)
    .executeTakeFirst();
  if (person === undefined) return undefined;
  const pair = await db
    .selectFrom('pairs')
    .select(['region', 'district', 'principal', 'team'])
    .where('proposal', '=', proposal)
    .where('participant', '=', participant)
    .executeTakeFirst();
  const target = pair === undefined ? { region: head.region, waiting: true } : targetOf(pair);
  return { proposal: head, target, district: person.district };
}
