/** What is wrong with a scenario, edit by edit: from what the service says of one that does not go together, or cannot be read. */
import type { Problem } from '../../api/failure.ts';

type Fault = NonNullable<Problem['faults']>[number];

export interface EditFault {
  /** The place of the edit among all, from 0; null where it is about none. */
  readonly at: number | null;
  readonly message: Fault['message'];
}

/** An edit is named as `edits[1] open_team`, or where its form is at fault as `scenario.edits.1.seats`. */
const named = /\bedits(?:\[(\d+)\]|\.(\d+))/;

/** Every fault, with the edit that it is about. */
export function faultsOfEdits(faults: readonly Fault[]): readonly EditFault[] {
  return faults.map(({ file, column, message }) => {
    const [, inList, inPath] = named.exec(file) ?? named.exec(column ?? '') ?? [];
    const at = inList ?? inPath;
    return { at: at === undefined ? null : Number(at), message };
  });
}

/** Where the edit's card is on the page. */
export function cardId(at: number): string {
  return `andring-${at + 1}`;
}
