/**
 * Reads public figures in data/sources into typed rows: those that speak of the whole country. Nothing is computed here.
 * data/sources/README.md says where each file comes from.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const folder = new URL('../../data/sources/', import.meta.url);
const number = z.coerce.number();

/** The rows of a CSV file among the sources. Throws where the file is not what `row` says. */
export function sourceTable<S extends z.ZodType>(file: string, row: S): z.output<S>[] {
  return z.array(row).parse(parse(sourceText(file), { columns: true, skip_empty_lines: true }));
}

/** A file among the sources as text. */
export function sourceText(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

const swedishPreschool = z.object({
  skolverket_id: z.string(),
  municipality_code: z.string(),
  principal: z.enum(['municipal', 'independent']),
  children: number,
  /** Full-time staff; missing for a few. */
  fte: z.union([z.literal('').transform(() => undefined), number]),
  lat: number,
  lon: number,
});
export type SwedishPreschool = z.output<typeof swedishPreschool>;

/** The 7,766 preschools of Sweden whose coordinates are known. */
export function swedishPreschools(): readonly SwedishPreschool[] {
  return sourceTable('preschools-sweden.csv', swedishPreschool);
}

/** Pupils with mother-tongue tuition in Sweden in 2000, by the Swedish name of the language. */
export const tuitionPupils: ReadonlyMap<string, number> = new Map(
  sourceTable(
    'sweden-mother-tongue-tuition-pupils-2000.csv',
    z.object({ language_sv: z.string(), pupils: number }),
  ).map((row) => [row.language_sv, row.pupils]),
);

/** Asylum applications per month, January 2002 to December 2006. */
export const asylumMonths: readonly { readonly month: string; readonly applications: number }[] = (() => {
  const rows = sourceTable('sweden-asylum-applications-monthly-2002-2006.csv', z.record(z.string(), number));
  return ['2002', '2003', '2004', '2005', '2006'].flatMap((year) =>
    rows.map((row) => ({ month: `${year}-${String(row.month).padStart(2, '0')}`, applications: row[year] })),
  );
})();
