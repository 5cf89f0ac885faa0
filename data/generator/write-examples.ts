/** Writes both example regions under a folder. */
import { join } from 'node:path';
import { writeRegion } from '../../src/files/write-region.ts';
import { farsta2004 } from './farsta-2004.ts';
import { farstaSkarholmen } from './farsta-skarholmen.ts';

/** Writes `farsta-2004` and `farsta-skarholmen` into `target`: always the same bytes. */
export async function writeExamples(target: string): Promise<void> {
  await writeRegion(join(target, 'farsta-2004'), farsta2004());
  await writeRegion(join(target, 'farsta-skarholmen'), farstaSkarholmen());
}
