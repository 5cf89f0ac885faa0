/** A region by path, and what became of its participants. */
import type { InputProblem } from '../../domain/checks/input-problem.ts';
import type { Region } from '../../domain/region.ts';
import type { Failure } from '../../errors.ts';
import { readFollowup } from '../../files/followup/read-followup.ts';
import { defaultSettings } from '../../followup/settings-format.ts';
import { type FollowupInput, judgeFollowup } from '../followup/judge-followup.ts';
import { openRegion } from './open-input.ts';

export interface OpenedFollowup extends FollowupInput {
  readonly status: 'opened';
  readonly region: Region;
  readonly notes: readonly InputProblem[];
}

/** `folder` holds the follow-up, where it is not in the region's own. */
export async function openFollowupAt(path: string, folder: string | null): Promise<OpenedFollowup | Failure> {
  const opened = await openRegion(path);
  if (opened.status === 'failed') return opened;
  const place = folder ?? path;
  const judged = judgeFollowup(await readFollowup(place, opened.region), defaultSettings, place);
  if (judged.status === 'failed') return judged;
  const notes = [...opened.notes, ...judged.notes];
  return { status: 'opened', region: opened.region, ...judged.input, notes };
}
