/** Which people an edit speaks of: all, or those of a gender, an area, a study path, a language. */
import { z } from 'zod';
import type { Region, TableRow } from '../../domain/region.ts';
import * as cell from '../../domain/tables/cells.ts';

export const peopleFields = {
  gender: cell.gender.optional(),
  area: cell.name.optional(),
  sfi_path: cell.sfiPath.optional(),
  language: cell.language.optional(),
  /** What decides who is drawn. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(0),
};

const fields = z.strictObject(peopleFields);
export type People = z.infer<typeof fields>;
type Participant = TableRow<'participants'>;

/** One test for each thing that is asked of them, in the order of the fields above. */
export function testsOf(people: People, region: Region): readonly ((row: Participant) => boolean)[] {
  const { gender, area, sfi_path, language } = people;
  const speakers = new Set(
    region.participant_languages
      .filter((row) => row.language === language)
      .map(({ participant }) => participant),
  );
  return [
    ...(gender === undefined ? [] : [(row: Participant) => row.gender === gender]),
    ...(area === undefined ? [] : [(row: Participant) => row.area === area]),
    ...(sfi_path === undefined ? [] : [(row: Participant) => row.sfi_path === sfi_path]),
    ...(language === undefined ? [] : [(row: Participant) => speakers.has(row.id)]),
  ];
}
