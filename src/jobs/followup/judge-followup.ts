/** What the files of follow-up say once their settings are judged: what followup.json may say is for src/followup to know. */
import type { InputProblem } from '../../domain/checks/input-problem.ts';
import type { CommitmentRow, OutcomeRow } from '../../domain/tables/followup.ts';
import { type Failure, failure } from '../../errors.ts';
import { type FollowupReading, settingsFile } from '../../files/followup/read-followup.ts';
import { checkCommitments } from '../../followup/commitments.ts';
import { type Settings, settingsSchema } from '../../followup/settings-format.ts';
import { check } from '../../input-faults.ts';

export interface FollowupInput {
  readonly outcomes: readonly OutcomeRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly settings: Settings;
  /** Whether followup.json is there, or the settings are those that stood. */
  readonly brought: boolean;
}

export type FollowupJudged =
  | { readonly status: 'read'; readonly input: FollowupInput; readonly notes: readonly InputProblem[] }
  | Failure;

/** `standing` are the settings without followup.json; `place` says what was read, for the failure. */
export function judgeFollowup(reading: FollowupReading, standing: Settings, place: string): FollowupJudged {
  if (reading.status === 'refused') return refused(place, reading.errors);
  const { outcomes, commitments, commitmentRowNumber, settings: given } = reading.files;
  const brought = given !== undefined;
  const checked = brought ? check(settingsSchema, given, settingsFile) : null;
  if (checked?.status === 'faulty') return refused(place, checked.faults);
  const settings = checked?.value ?? standing;
  const faults = checkCommitments(commitments, settings, commitmentRowNumber);
  if (faults.length > 0) return refused(place, faults);
  return { status: 'read', input: { outcomes, commitments, settings, brought }, notes: reading.notes };
}

function refused(place: string, faults: Failure['faults']): Failure {
  const count = faults.length;
  return failure(
    'input_refused',
    { sv: `${place} har ${count} fel.`, en: `${place} has ${count} error${count === 1 ? '' : 's'}.` },
    faults,
  );
}
