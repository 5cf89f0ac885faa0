/**
 * followup@1: what the partners have agreed on beside the figures, as followup.json says it. All of it may be left out; then the starter
 * indicators stand, as proposed and agreed by nobody.
 */
import { z } from 'zod';
import { chanceModel } from '../domain/learnt-chance.ts';
import { count, date, freeText, key } from '../domain/tables/cells.ts';
import { comparisonSchema } from './comparison.ts';
import { indicatorSchema, textSchema } from './indicators/indicator-format.ts';
import { starterIndicators } from './indicators/starter.ts';
import { ethicalApprovalSchema } from './lottery/approval.ts';
import { national } from './national.ts';

const named = z.strictObject({ id: key, name: textSchema });

/** That somebody who has seen its effect on women and men lets a learnt chance count as a term of the points. */
const learningDecisionSchema = z.strictObject({
  decided_by: key,
  decided_on: date,
  effect_on_women_and_men_seen: z.literal(true),
});
export type LearningDecision = z.infer<typeof learningDecisionSchema>;

/** That a learnt chance may count in the points, or may no longer. */
export const learningSwitchSchema = z.strictObject({
  on: z.boolean(),
  /** Names the model and its effect on women and men that was seen; null where it was turned off. */
  effect: z.string().nullable(),
  /** What may stand in a policy from then on. */
  model: chanceModel.nullable(),
  decided_by: key,
  decided_on: date,
  /** Null where none was given, as before reasons were asked for. */
  reason: freeText.nullable().default(null),
});
export type LearningSwitch = z.infer<typeof learningSwitchSchema>;

export const settingsSchema = z.strictObject({
  format: z.literal('resursutbyte/followup@1'),
  /** The day of the report, where none is asked for; else that of the latest record. */
  as_of: date.optional(),
  partners: z.array(named).default([]),
  /** By day of enrolment: for trends, and for what partners promised. */
  periods: z.array(named.extend({ from: date, to: date })).default([]),
  /** What the figures rest on beyond what was reported. Each is printed with the report. */
  assumptions: z.array(textSchema).default([]),
  comparisons: z.array(comparisonSchema).default([...national]),
  indicators: z.array(indicatorSchema).default([...starterIndicators]),
  ethical_approval: ethicalApprovalSchema.optional(),
  learning: learningDecisionSchema.optional(),
  /** People placed by order of arrival alone, of so many who waited. */
  baseline: z.strictObject({ placed: count, pool: count }).optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What followup.json says where there is none. */
export const defaultSettings: Settings = settingsSchema.parse({ format: 'resursutbyte/followup@1' });
