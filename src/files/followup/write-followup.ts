/** Writes the files of follow-up as readFollowup reads them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitmentRow, OutcomeRow } from '../../domain/tables/followup.ts';
import { tablePieces } from '../write-region.ts';
import { settingsFile } from './read-followup.ts';

export interface FollowupContent {
  readonly outcomes: readonly OutcomeRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly settings: object;
}

/** Writes all three files into a folder, which may be the region's. */
export async function writeFollowup(folder: string, content: FollowupContent): Promise<void> {
  await mkdir(folder, { recursive: true });
  const texts = {
    'outcomes.csv': [...tablePieces('outcomes', content.outcomes)].join(''),
    'commitments.csv': [...tablePieces('commitments', content.commitments)].join(''),
    [settingsFile]: `${JSON.stringify(content.settings, null, 2)}\n`,
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
}
