/** Writes both example regions under a folder, and the follow-up of the one that has any. */
import { join } from 'node:path';
import { writeFollowup } from '../../src/files/followup/write-followup.ts';
import { writeRegion } from '../../src/files/write-region.ts';
import { farsta2004 } from './farsta-2004.ts';
import { farstaSkarholmen } from './farsta-skarholmen.ts';
import { followup2004 } from './followup-2004.ts';

/** Writes `farsta-2004` and `farsta-skarholmen` into `target`: always the same bytes. */
export async function writeExamples(target: string): Promise<void> {
  const small = farsta2004();
  await writeRegion(join(target, 'farsta-2004'), small);
  await writeFollowup(join(target, 'farsta-2004'), followup2004(small));
  await writeRegion(join(target, 'farsta-skarholmen'), farstaSkarholmen());
}
