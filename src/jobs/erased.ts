/** Participants who have been erased and come again in a file: an error of that file for each. */
import { echo } from '../domain/checks/input-problem.ts';
import { type Failure, failure } from '../errors.ts';

export function erasedRefused(participants: readonly string[]): Failure {
  const { length } = participants;
  return failure(
    'input_refused',
    {
      sv: `${length} ${length === 1 ? 'person' : 'personer'} i regionen är raderade.`,
      en: `${length} ${length === 1 ? 'person' : 'persons'} of the region ${length === 1 ? 'has' : 'have'} been erased.`,
    },
    participants.map((id) => ({
      file: 'participants',
      row: null,
      column: 'id',
      value: echo(id),
      message: {
        sv: 'personen är raderad, och tas inte in igen under samma pseudonym: ta bort raderna om personen',
        en: 'the person has been erased, and is not taken in again under the same pseudonym: remove the rows about the person',
      },
    })),
  );
}
