/** resursutbyte/sweep@1: what happens along one or two parameters, point by point. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';

export const SWEEP_FORMAT = 'resursutbyte/sweep@1';

const text = z.strictObject({ sv: z.string(), en: z.string() });
const count = z.int().min(0);

const figures = z.strictObject({
  objective: z.number(),
  bound: z.number(),
  placed: count,
  people: count,
  points: z.number(),
  genders: z.array(
    z.strictObject({
      gender: cell.gender,
      pool: count,
      placed: count,
      rate: z.number(),
      meanPoints: z.number(),
    }),
  ),
  pupilsReached: count,
  seatsUnused: count,
  meanToTeam: z.number().nullable(),
});

/** A number where objective and bound agree, else what it lies between. */
const interval = z.strictObject({ least: z.number(), most: z.number() });

const point = z.strictObject({
  /** One a parameter, in their order. */
  values: z.array(z.number()),
  status: z.enum(['proven', 'within_gap', 'unanswered', 'clash']),
  figures: figures.nullable(),
  /** Why there are none. */
  reasons: z.array(text),
});

export const sweepSchema = z.strictObject({
  format: z.literal(SWEEP_FORMAT),
  region: z.string(),
  /** SHA-256 of region and policy, as in a proposal. */
  digest: z.strictObject({ region: z.string(), policy: z.string() }),
  seed: z.int(),
  gap: z.number(),
  parameters: z
    .array(z.strictObject({ key: z.string(), name: text, values: z.array(z.number()) }))
    .min(1)
    .max(2),
  /** The first parameter runs fastest. */
  points: z.array(point),
  /** Where equity is what varies: what is lost to it, as a share of what would be had without. One a point; null without figures. */
  priceOfFairness: z.array(interval.nullable()).nullable(),
  /** Of one parameter: the value after which more of it gives least more, by the longest distance to the chord; null without a bend. */
  knee: z.number().nullable(),
});

export type Sweep = z.infer<typeof sweepSchema>;
export type SweepPoint = Sweep['points'][number];
