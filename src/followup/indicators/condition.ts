/**
 * The vocabulary in which indicators are written: conditions on what is known of a person, as data. There is no code in it, so partners can
 * read what they have agreed on, and an old version still means the same.
 */
import { z } from 'zod';
import { leaveReasons, namesOf } from '../../domain/pair-reasons.ts';
import { gender, sfiPath } from '../../domain/tables/cells.ts';
import { followUpMonths, occupations, selfSupports } from '../../domain/tables/followup.ts';

const event = z.enum(['enrolled', 'started', 'sfi_passed', 'completed', 'left_early']);
const milestone = z.enum(['permit', 'enrolled', 'started', 'ended']);
const statusTime = z.union([z.literal('latest'), ...followUpMonths.map((months) => z.literal(months))]);
/** Amounts: weeks between days, mean hours a week over the weeks attended, weeks attended, points of the proposal. */
export const amountName = z.enum([
  'weeks_permit_to_start',
  'weeks_enrolled_to_start',
  'weeks_attended',
  'work_hours',
  'swedish_hours',
  'points',
]);
export type AmountName = z.infer<typeof amountName>;

const leaf = {
  /** Holds of everybody. */
  everybody: z.strictObject({ everybody: z.literal(true) }),
  happened: z.strictObject({ happened: event }),
  leftBecause: z.strictObject({ left_because: z.array(z.enum(namesOf(leaveReasons))).min(1) }),
  /** A status with one of each list named; without lists, that any status is on record. */
  status: z.strictObject({
    status: z.strictObject({
      at: statusTime,
      occupation: z.array(z.enum(occupations)).min(1).optional(),
      self_support: z.array(z.enum(selfSupports)).min(1).optional(),
    }),
  }),
  /** From one milestone to another in so many weeks or fewer. */
  within: z.strictObject({
    within: z.strictObject({ weeks: z.number().min(0), from: milestone, to: milestone }),
  }),
  amount: z.strictObject({
    amount: z.strictObject({
      of: amountName,
      at_least: z.number().optional(),
      at_most: z.number().optional(),
    }),
  }),
  gender: z.strictObject({ gender: z.array(gender).min(1) }),
  sfiPath: z.strictObject({ sfi_path: z.array(sfiPath).min(1) }),
} as const;

type Leaf = z.infer<(typeof leaf)[keyof typeof leaf]>;

export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    ...Object.values(leaf),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);
