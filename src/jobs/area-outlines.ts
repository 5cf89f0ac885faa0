/** Outlines of city areas that come with the program, for a region's map: those that it has areas of the same name for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Text } from '../domain/text.ts';

const file = join(import.meta.dirname, '..', '..', 'data', 'sources', 'areas-farsta-skarholmen.geo.json');

const ring = z.array(z.tuple([z.number(), z.number()]));
export const areaOutlines = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      properties: z.strictObject({ name: z.string() }),
      /** WGS84: longitude, then latitude. */
      geometry: z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
    }),
  ),
});
export type AreaOutlines = z.infer<typeof areaOutlines>;

export const outlineSource: Text = {
  sv: 'Stadsdelarnas gränser: KTHHealthData/stockholm-stadsdelar, CC0 1.0',
  en: 'Outlines of the areas: KTHHealthData/stockholm-stadsdelar, CC0 1.0',
};

/** By name as the region spells it; none where the region is elsewhere. */
export async function outlinesOf(names: readonly string[]): Promise<AreaOutlines> {
  const { type, features } = areaOutlines.parse(JSON.parse(await readFile(file, 'utf8')));
  const outlineNamed = new Map(features.map((feature) => [spelt(feature.properties.name), feature]));
  return {
    type,
    features: names.flatMap((name) => {
      const outline = outlineNamed.get(spelt(name));
      return outline === undefined ? [] : [{ ...outline, properties: { name } }];
    }),
  };
}

/** The file writes in capitals. */
function spelt(name: string): string {
  return name.normalize('NFC').toLocaleUpperCase('sv');
}
