/** The example regions that come with the program, read from the data folder when they are asked for. */
import { join } from 'node:path';
import type { Region } from '../domain/region.ts';
import type { Text } from '../domain/text.ts';
import { type FollowupReading, readFollowup } from '../files/followup/read-followup.ts';
import { type RegionReading, readRegion } from '../files/read-region.ts';

const folder = join(import.meta.dirname, '..', '..', 'data');

export const exampleNames = ['farsta-2004', 'farsta-skarholmen'] as const;
export type ExampleName = (typeof exampleNames)[number];

export const examples: Readonly<Record<ExampleName, Text>> = {
  'farsta-2004': {
    sv: 'Projektets storlek: 93 deltagare, sex skolor och förskolor i Farsta och Skärholmen. Påhittade personer.',
    en: 'The size of the project: 93 participants, six schools and preschools in Farsta and Skärholmen. Invented people.',
  },
  'farsta-skarholmen': {
    sv: 'Båda områdena som de är nu: alla förskolor och skolor, 600 påhittade deltagare.',
    en: 'Both districts as they are now: every preschool and school, 600 invented participants.',
  },
};

export function readExample(name: ExampleName): Promise<RegionReading> {
  return readRegion(join(folder, name));
}

/** What became of the example's people, for those examples that tell it. */
export function readExampleFollowup(name: ExampleName, region: Region): Promise<FollowupReading> {
  return readFollowup(join(folder, name), region);
}
