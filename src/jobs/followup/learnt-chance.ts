/** Whether a policy's learnt chance may count: where it has one, those who saw its effect must have let that very model count, and not taken it back. */
import type { Kysely } from 'kysely';
import type { Policy } from '../../domain/policy.ts';
import { type Failure, failure } from '../../errors.ts';
import { readEntries } from '../../followup/agreements.ts';
import { agreementsIn } from '../../store/followup/agreements.ts';
import type { Database } from '../../store/schema/database.ts';

export async function mayLearntChanceCount(
  db: Kysely<Database>,
  region: string,
  { learnt_chance: learnt }: Policy,
): Promise<boolean> {
  if (learnt === undefined) return true;
  const decision = readEntries(await agreementsIn(db, region)).learning.at(-1);
  return decision?.on === true && JSON.stringify(decision.model) === JSON.stringify(learnt.model);
}

export const learntChanceIsOff: Failure = failure('refused', {
  sv: 'Policyn räknar in en inlärd chans som ingen har bestämt att räkna in, eller som har stängts av. Spara en policy utan den, eller bestäm först under Uppföljning.',
  en: 'The policy counts a learnt chance that nobody has decided to count, or that has been turned off. Save a policy without it, or decide first under Follow-up.',
});
