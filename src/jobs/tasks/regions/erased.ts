/** Participants who have been erased and come again in a file, as errors of that file. */
import { echo, type InputProblem } from '../../../domain/checks/input-problem.ts';

export function erasedProblems(participants: readonly string[]): readonly InputProblem[] {
  return participants.map((id) => ({
    file: 'participants',
    row: null,
    column: 'id',
    value: echo(id),
    message: {
      sv: 'personen är raderad, och tas inte in igen under samma pseudonym: ta bort raderna om personen',
      en: 'the person has been erased, and is not taken in again under the same pseudonym: remove the rows about the person',
    },
  }));
}
