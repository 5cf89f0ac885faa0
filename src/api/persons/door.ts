/** What every route of one person begins with: whether whoever asks may do this to them. Who is outside their scope is not found. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Action } from '../../domain/access/table.ts';
import { regionId } from '../../domain/region-id.ts';
import { key } from '../../domain/tables/cells.ts';
import { failure } from '../../errors.ts';
import type { AuditReads } from '../../store/audit/reads.ts';
import type { Person } from '../../store/contacts.ts';
import type { Store } from '../../store/open-store.ts';
import { placesOfPerson } from '../../store/person-places.ts';
import { allowed } from '../guard.ts';

export interface PersonDependencies {
  readonly store: Pick<Store, 'db' | 'vault'>;
  readonly reads: AuditReads;
  readonly clock: () => Date;
}

export const ofPerson = z.strictObject({ region: regionId, participant: key });

/** Whether whoever asks may do this to the person, at any of the person's places. */
export async function mayWith(
  request: FastifyRequest,
  { store }: Pick<PersonDependencies, 'store'>,
  action: Action,
  person: Person,
): Promise<boolean> {
  const places = await placesOfPerson(store.db, person);
  return places.some((place) => allowed(request, action, place));
}

export const noPerson = failure('not_found', {
  sv: 'Det finns ingen sådan deltagare bland dem som du får se.',
  en: 'There is no such participant among those whom you may see.',
});

export const erasedPerson = failure('not_found', {
  sv: 'Deltagaren har raderats, och nya uppgifter tas inte emot under samma pseudonym.',
  en: 'The participant has been erased, and no new data are taken in under the same pseudonym.',
});
