/** What an import would do, as whoever sent it sees it before they confirm. */
import { z } from 'zod';
import { tableNames } from '../domain/region.ts';
import { regionDifferenceSchema } from '../domain/region-difference.ts';

const text = z.strictObject({ sv: z.string(), en: z.string() });
const note = z.strictObject({
  file: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  message: text,
});

/** The rows of each table that are shown of what is added, removed and changed; the counts tell how many there are. */
export const shownRows = 20;

/** The notes that are shown. */
export const shownNotes = 200;

export const regionPreview = z.strictObject({
  /** To confirm with. */
  upload: z.uuid(),
  expiresAt: z.iso.datetime(),
  /** The number of the version that this would follow; 0 is none. */
  follows: z.int().min(0),
  name: z.string(),
  period: z.strictObject({ from: z.string(), to: z.string() }),
  rows: z.strictObject(Object.fromEntries(tableNames.map((table) => [table, z.int().min(0)]))),
  /** Against the version that this would follow; every row is new where there is none. */
  difference: regionDifferenceSchema,
  /** What looks odd. */
  notes: z.array(note),
  /** How many notes there are, shown or not. */
  noteCount: z.int().min(0),
});
export type RegionPreview = z.infer<typeof regionPreview>;
