/** Writes the files of follow-up as readFollowup reads them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitmentRow, OutcomeRow } from '../../domain/tables/followup.ts';
import { tablePieces, zipOf } from '../write-region.ts';
import { settingsFile } from './read-followup.ts';

export interface FollowupContent {
  readonly outcomes: readonly OutcomeRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly settings: object;
}

/** Writes all three files into a folder, which may be the region's. */
export async function writeFollowup(folder: string, content: FollowupContent): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(textsOf(content))) await writeFile(join(folder, name), text);
}

/** All three files as a zip archive; the same content gives the same bytes, whenever it is packed. */
export function followupZip(content: FollowupContent): Uint8Array {
  return zipOf(textsOf(content));
}

function textsOf({ outcomes, commitments, settings }: FollowupContent): Readonly<Record<string, string>> {
  return {
    'outcomes.csv': [...tablePieces('outcomes', outcomes)].join(''),
    'commitments.csv': [...tablePieces('commitments', commitments)].join(''),
    [settingsFile]: `${JSON.stringify(settings, null, 2)}\n`,
  };
}
