/** Writes both example regions under a folder. */
import { join } from 'node:path';
import { farsta2004 } from './farsta-2004.ts';
import { farstaSkarholmen } from './farsta-skarholmen.ts';
import { writeFolder } from './write-folder.ts';

/** Writes `farsta-2004` and `farsta-skarholmen` into `target`: always the same bytes. */
export function writeExamples(target: string): void {
  writeFolder(farsta2004(), join(target, 'farsta-2004'));
  writeFolder(farstaSkarholmen(), join(target, 'farsta-skarholmen'));
}
