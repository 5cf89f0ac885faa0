/**
 * Reads the public figures in data/sources into typed rows. Nothing is computed here.
 * data/sources/README.md says where each file comes from.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const folder = new URL('../sources/', import.meta.url);
const number = z.coerce.number();
const maybeNumber = z.union([z.literal('').transform(() => undefined), number]);

const preschoolRow = z.object({
  skolverkets_id: z.string(),
  name: z.string(),
  principal: z.enum(['Kommunal', 'Enskild']),
  address: z.string(),
  children: number,
  fte: number,
  lat: number,
  lon: number,
  stadsdel: z.string(),
  district: z.string(),
});

const schoolRow = z.looseObject({
  school_unit_code: z.string(),
  name: z.string(),
  principal: z.enum(['municipal', 'independent']),
  district: z.string(),
  address: z.string(),
  postcode: z.string(),
  lat: maybeNumber,
  lon: maybeNumber,
});

const polygons = z.object({
  features: z.array(
    z.object({
      properties: z.object({ name: z.string() }),
      geometry: z.object({ coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))) }),
    }),
  ),
});

/** The 79 preschools of today's Farsta and Skärholmen. */
export const preschools = table('preschools-farsta-skarholmen.csv', preschoolRow);

/** The 24 compulsory schools, with the number of pupils in all years. */
export const schools = table('schools-farsta-skarholmen.csv', schoolRow).map((row) => ({
  ...row,
  pupils: [...'f123456789'].reduce((sum, year) => sum + Number(row[`pupils_${year}`]), 0),
}));

/** The areas (stadsdelar): name in capitals, and the outline as [lon, lat] corners. */
export const outlines = polygons
  .parse(JSON.parse(text('areas-farsta-skarholmen.geo.json')))
  .features.map((f) => ({ name: f.properties.name, corners: f.geometry.coordinates[0] }));

/** People and foreign-born people per area in 2023. */
export const foreignBorn = table(
  'areas-foreign-born-2023.csv',
  z.object({ area: z.string(), population: number, foreign_born: number }),
);

const worldRegions = z.object({
  nordic_ex_sweden: number,
  europe_ex_nordic: number,
  africa: number,
  north_america: number,
  south_america: number,
  asia: number,
});
export type WorldRegion = keyof z.infer<typeof worldRegions>;

/** People with foreign background by district and world region in 2011. */
export const foreignBackground = table(
  'foreign-background-by-district-2011.csv',
  worldRegions.extend({ district: z.string() }),
);

/** Pupils with mother-tongue tuition in Sweden in 2000, by the Swedish name of the language. */
export const tuitionPupils: ReadonlyMap<string, number> = new Map(
  table(
    'sweden-mother-tongue-tuition-pupils-2000.csv',
    z.object({ language_sv: z.string(), pupils: number }),
  ).map((row) => [row.language_sv, row.pupils]),
);

/** Asylum applications per month, January 2002 to December 2006. */
export const asylumMonths: readonly { readonly month: string; readonly applications: number }[] = (() => {
  const rows = table('sweden-asylum-applications-monthly-2002-2006.csv', z.record(z.string(), number));
  return ['2002', '2003', '2004', '2005', '2006'].flatMap((year) =>
    rows.map((row) => ({ month: `${year}-${String(row.month).padStart(2, '0')}`, applications: row[year] })),
  );
})();

function table<S extends z.ZodType>(file: string, row: S): z.output<S>[] {
  return z.array(row).parse(parse(text(file), { columns: true, skip_empty_lines: true }));
}

function text(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}
