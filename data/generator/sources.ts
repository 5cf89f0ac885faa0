/**
 * Reads the public figures in data/sources about the two districts into typed rows. Nothing is computed here; those about
 * the whole country are in src/generate/sources.ts. data/sources/README.md says where each file comes from.
 */
import { z } from 'zod';
import { sourceTable, sourceText } from '../../src/generate/sources.ts';

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
export const preschools = sourceTable('preschools-farsta-skarholmen.csv', preschoolRow);

/** The 24 compulsory schools, with the number of pupils in all years. */
export const schools = sourceTable('schools-farsta-skarholmen.csv', schoolRow).map((row) => ({
  ...row,
  pupils: [...'f123456789'].reduce((sum, year) => sum + Number(row[`pupils_${year}`]), 0),
}));

/** The areas (stadsdelar): name in capitals, and the outline as [lon, lat] corners. */
export const outlines = polygons
  .parse(JSON.parse(sourceText('areas-farsta-skarholmen.geo.json')))
  .features.map((f) => ({ name: f.properties.name, corners: f.geometry.coordinates[0] }));

/** People and foreign-born people per area in 2023. */
export const foreignBorn = sourceTable(
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
export const foreignBackground = sourceTable(
  'foreign-background-by-district-2011.csv',
  worldRegions.extend({ district: z.string() }),
);
