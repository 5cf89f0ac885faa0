import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';

/**
 * resursutbyte/difference@1: what a new proposal changes against the one before: who moves, from where to where, why, and what it is worth.
 * For the officer who decides alone, as it names people beside each other.
 *
 * Points leave out what keeping a place gives, since the earlier proposal gave nothing for that: both are compared on the same terms.
 */
export const DIFFERENCE_FORMAT = 'resursutbyte/difference@1';

const text = { sv: z.string(), en: z.string() };
const count = z.int().min(0);

const place = z.strictObject({
  team: z.string(),
  unit: z.string(),
  sfiGroup: z.string(),
  points: z.int(),
});

const why = z.strictObject({
  code: z.enum([
    'left_pool',
    'new_in_pool',
    'place_gone',
    'turned_down',
    'locked',
    'seat_taken',
    'seat_left',
    'reason',
    'better',
    'for_others',
  ]),
  ...text,
  /** Who has the seat now, or had it before. */
  participants: z.array(z.string()).exactOptional(),
});

const change = z.strictObject({
  participant: z.string(),
  kind: z.enum(['moved', 'placed', 'lost']),
  from: place.nullable(),
  to: place.nullable(),
  /** Points won; below 0 where they are lost. */
  points: z.int(),
  /** The terms that differ; 0 where there is no place. */
  terms: z.array(z.strictObject({ term: z.string(), before: z.int(), after: z.int(), ...text })),
  why: z.array(why).min(1),
});

const totals = { moved: count, placed: count, lost: count, unchanged: count, points: z.int() };

export const differenceSchema = z.strictObject({
  format: z.literal(DIFFERENCE_FORMAT),
  /** In the order of the participants' ids; those with the same place are only counted. */
  changes: z.array(change),
  totals: z.strictObject({
    ...totals,
    byGender: z.array(z.strictObject({ gender: cell.gender, ...totals })),
  }),
  summary: z.strictObject(text),
});

export type Difference = z.infer<typeof differenceSchema>;
export type Change = Difference['changes'][number];
export type Why = Change['why'][number];
