/**
 * report@1: every indicator with its figure, how sure it is, and what can and cannot be concluded, on one day. It holds counts only, never a
 * person; a count of 1 to 4 people is not shown, nor what it could be computed from.
 */
import { z } from 'zod';
import { date } from '../../domain/tables/cells.ts';
import { comparisonSchema } from '../comparison.ts';
import { indicatorSchema, textSchema } from '../indicators/indicator-format.ts';

const interval = z.tuple([z.number(), z.number()]);

const figure = {
  /** `hidden` where few people stand behind it; `empty` where nobody does. */
  status: z.enum(['shown', 'hidden', 'empty']),
  /** A share, or a median in weeks, hours a week or points. Null where it is not shown. */
  value: z.number().nullable(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  /** Of so many of the denominator nothing is known. */
  unknown: z.union([z.int(), z.literal('<5'), z.literal('hidden')]).nullable(),
  /** Of 95 %; null where none can be given. */
  interval: interval.nullable(),
};
const figureSchema = z.strictObject(figure);
export type Figure = z.infer<typeof figureSchema>;

const row = z.strictObject({ group: z.string(), name: textSchema, ...figure });
export type FigureRow = z.infer<typeof row>;

export const groupKind = z.enum(['gender', 'district', 'sfi_path', 'unit']);
export type GroupKind = z.infer<typeof groupKind>;

export const reportedIndicator = z.strictObject({
  id: z.string(),
  version: z.int(),
  name: textSchema,
  owner: z.string(),
  agreed: indicatorSchema.shape.agreed,
  target: indicatorSchema.shape.target,
  kind: z.enum(['share', 'median', 'language_need', 'commitments']),
  ...figure,
  /** Whether the whole interval meets the target, misses it, or neither. */
  targetMet: z.enum(['met', 'missed', 'open']).nullable(),
  groups: z.array(z.strictObject({ by: groupKind, rows: z.array(row) })),
  trend: z.array(row),
  /** Women's share less men's, with the names of the two groups: one may hold a few people more. */
  womenLessMen: z
    .strictObject({ women: textSchema, men: textSchema, difference: z.number(), interval })
    .nullable(),
  comparisons: z.array(comparisonSchema),
  sentences: z.array(textSchema),
});
export type ReportedIndicator = z.infer<typeof reportedIndicator>;

const commitmentPeriod = z.strictObject({
  period: z.string(),
  name: textSchema,
  promises: z.array(
    z.strictObject({
      partner: z.string(),
      name: textSchema,
      kind: z.enum(['seats', 'sfi_places']),
      promised: z.int(),
      delivered: z.int().nullable(),
    }),
  ),
  kept: z.enum(['all', 'not_all', 'unknown']),
  results: z.array(z.strictObject({ indicator: z.string(), indicatorName: textSchema, ...row.shape })),
  sentences: z.array(textSchema),
});
export type CommitmentPeriod = z.infer<typeof commitmentPeriod>;

export const reportSchema = z.strictObject({
  format: z.literal('resursutbyte/report@1'),
  region: z.string(),
  asOf: date,
  participants: z.int(),
  /** Records that a later one replaced. */
  corrected: z.int(),
  assumptions: z.array(textSchema),
  indicators: z.array(reportedIndicator),
  commitments: z.array(commitmentPeriod),
  /** What can be said of a model that learns from the outcomes. */
  learning: z.strictObject({
    status: z.enum(['declined', 'possible']),
    have: z.int(),
    needed: z.int(),
    sentences: z.array(textSchema),
  }),
  /** What the lottery among equal pairings tells. */
  lottery: z.strictObject({
    status: z.enum(['no_draws', 'not_approved', 'not_enough', 'estimated']),
    difference: z.number().nullable(),
    interval: interval.nullable(),
    sentences: z.array(textSchema),
  }),
});
export type Report = z.infer<typeof reportSchema>;
